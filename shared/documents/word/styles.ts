/**
 * How a Word document of Fyr looks: sans-serif, one accent colour, much white, hairlines instead of boxes.
 * Calibri is on every machine with Word; LibreOffice sets Carlito, which is as wide. Text and accent have a contrast above 7:1 on
 * white, muted text above 5:1.
 */
import type { IPropertiesOptions } from 'docx'
import type { DocumentFont } from '../../domain/records/partnership.ts'
import { meetingStyles, smallHeadings } from '../meeting/styles.ts'
import { timelineStyles } from './timeline-styles.ts'

export const font = 'Calibri'
export const colours = {
  ink: '1D2B33',
  accent: '0B4A6F',
  muted: '51626C',
  line: 'C3D0D8',
  headFill: 'E6EFF4',
  soft: '9DB8C7',
} as const

/** How large a typeface is set beside Calibri, so that its small letters are as high and tables keep their columns. */
const scales: Readonly<Record<DocumentFont, number>> = { Calibri: 1, Arial: 0.92, Verdana: 0.86 }

/** A size of Calibri as the typeface is set, in whole half points. */
export function sizeIn(font: DocumentFont, halfPoints: number): number {
  return Math.round(halfPoints * scales[font])
}

/** Lengths in twips (1/20 point). A4 with margins of 25 mm leaves 160 mm for text. */
export const page = { width: 11_906, height: 16_838, margin: 1417, textWidth: 9072 } as const

/** Of a list: where its text starts, and how far before that its bullet stands. */
export const bulletIndent = { left: 400, hanging: 260 } as const

type Styles = NonNullable<IPropertiesOptions['styles']>

/** Paragraph styles, so that whoever edits the document changes its look in one place. */
export function stylesFor(locale: string): Styles {
  const { ink, accent, muted, line } = colours
  const based = { basedOn: 'Normal', quickFormat: true }
  return {
    default: {
      document: {
        run: { font, size: 21, color: ink, language: { value: locale } },
        paragraph: { spacing: { after: 120, line: 271, lineRule: 'auto' } },
      },
      heading1: {
        run: { font, size: 60, bold: true, color: accent },
        paragraph: {
          spacing: { before: 120, after: 160, line: 240, lineRule: 'auto' },
          keepNext: true,
          keepLines: true,
        },
      },
      heading2: {
        run: { font, size: 36, bold: true, color: accent },
        paragraph: { spacing: { before: 0, after: 200, line: 240, lineRule: 'auto' }, keepNext: true, keepLines: true },
      },
      heading3: {
        run: { font, size: 26, bold: true, color: accent },
        paragraph: {
          spacing: { before: 400, after: 120, line: 240, lineRule: 'auto' },
          keepNext: true,
          keepLines: true,
        },
      },
      heading4: {
        run: { font, size: 22, bold: true, italics: false, color: ink },
        paragraph: {
          spacing: { before: 280, after: 20, line: 240, lineRule: 'auto' },
          keepNext: true,
          keepLines: true,
        },
      },
      ...smallHeadings(colours),
      hyperlink: { run: { color: accent, underline: { type: 'single' } } },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      {
        id: 'Kicker',
        name: 'Kicker',
        ...based,
        run: { size: 26, color: accent },
        paragraph: { spacing: { before: 3400, after: 0 } },
      },
      {
        id: 'CoverBody',
        name: 'Cover body',
        ...based,
        run: { size: 30, color: muted },
        paragraph: {
          spacing: { after: 640 },
          border: { bottom: { style: 'single', size: 18, color: accent, space: 18 } },
        },
      },
      {
        id: 'CoverFact',
        name: 'Cover fact',
        ...based,
        run: { size: 22 },
        paragraph: { spacing: { after: 80 }, leftTabStop: 2600, indent: { left: 2600, hanging: 2600 } },
      },
      {
        id: 'CoverNote',
        name: 'Cover note',
        ...based,
        run: { color: muted },
        paragraph: {
          spacing: { before: 900 },
          indent: { left: 200 },
          border: { left: { style: 'single', size: 18, color: accent, space: 12 } },
        },
      },
      {
        id: 'ContentsTitle',
        name: 'Contents title',
        ...based,
        run: { size: 36, bold: true, color: accent },
        paragraph: { spacing: { after: 240 }, keepNext: true },
      },
      {
        id: 'TOC2',
        name: 'toc 2',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { spacing: { before: 160, after: 40 } },
      },
      {
        id: 'TOC3',
        name: 'toc 3',
        basedOn: 'Normal',
        paragraph: { spacing: { before: 0, after: 20, line: 252, lineRule: 'auto' }, indent: { left: 280 } },
      },
      {
        id: 'Lead',
        name: 'Lead',
        ...based,
        run: { size: 24 },
        paragraph: { spacing: { after: 120, line: 288, lineRule: 'auto' } },
      },
      {
        id: 'Byline',
        name: 'Byline',
        ...based,
        run: { size: 19, color: muted },
        paragraph: { spacing: { after: 60 }, keepNext: true },
      },
      {
        id: 'TableText',
        name: 'Table text',
        ...based,
        run: { size: 19 },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } },
      },
      { id: 'TableFirst', name: 'Table first column', basedOn: 'TableText', quickFormat: true, run: { bold: true } },
      {
        id: 'TableNumber',
        name: 'Table number',
        basedOn: 'TableText',
        quickFormat: true,
        paragraph: { alignment: 'right' },
      },
      {
        id: 'TableHead',
        name: 'Table head',
        basedOn: 'TableText',
        quickFormat: true,
        run: { bold: true, color: accent },
        paragraph: { keepNext: true },
      },
      {
        id: 'TableHeadNumber',
        name: 'Table head number',
        basedOn: 'TableHead',
        quickFormat: true,
        paragraph: { alignment: 'right', keepNext: true },
      },
      {
        id: 'AfterTable',
        name: 'After table',
        ...based,
        paragraph: { spacing: { before: 0, after: 60, line: 120, lineRule: 'exact' } },
      },
      {
        id: 'PageHeader',
        name: 'Page header',
        basedOn: 'Normal',
        run: { size: 17, color: muted },
        paragraph: { spacing: { after: 0 }, border: { bottom: { style: 'single', size: 4, color: line, space: 6 } } },
      },
      {
        id: 'PageFooter',
        name: 'Page footer',
        basedOn: 'Normal',
        run: { size: 17, color: muted },
        paragraph: { alignment: 'right', spacing: { after: 0 } },
      },
      ...timelineStyles(colours),
      ...meetingStyles(colours),
    ],
  }
}
