/** The tables of the section on risks and exceptions. */
import { Paragraph } from 'docx'
import type { PackageSection } from '../../domain/records/package-template.ts'
import { cleanLine } from '../clean-text.ts'
import { type PaperCell, type PaperColumn, paperTable } from '../meeting/blocks.ts'
import { printsSection } from '../printed-sections.ts'
import type { ProjectWords } from '../project-words.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Block, heading, linkTo, sentence } from './blocks.ts'

/** A board reads no more rows of a kind on paper; the workbook has them all. */
const mostRows = 40

type Row = readonly PaperCell[]

interface Group {
  readonly title: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly Row[]
  /** Counted, not listed. */
  readonly withheld?: readonly string[]
  /** Of all, those withheld too. */
  readonly count: number
}

/** A kind of exceptions under its heading, with how many there are; nothing where there is none. */
export function group({ title, columns, rows, count, withheld = [] }: Group, { t, number }: ProjectWords): Block[] {
  if (count === 0) return []
  const more = rows.length - mostRows
  return [
    heading(3, `${title} (${number(count)})`),
    ...(rows.length === 0
      ? []
      : paperTable(
          columns,
          rows.slice(0, mostRows).map((cells) => ({ cells })),
        )),
    ...(more > 0 ? [sentence(t('documents.commitments.more', { count: more, number: number(more) }))] : []),
    ...withheld.map((line) => sentence(line)),
  ]
}

/** A name that leads to the place where more is told, and what else names the row. */
export function named(place: string | null, name: string, ...lines: readonly (string | null)[]): PaperCell {
  return {
    blocks: [
      place === null
        ? new Paragraph({ style: 'TableFirst', text: cleanLine(name) })
        : new Paragraph({ style: 'TableFirst', children: [linkTo(place, name)] }),
      ...lines.flatMap((line) => (line === null ? [] : [new Paragraph({ style: 'TableText', text: cleanLine(line) })])),
    ],
  }
}

/** Name, where it stands, who answers for it, and for how many days. */
export function columnsOf(name: string, { t }: ProjectWords): PaperColumn[] {
  return [
    { header: name, width: 3 },
    { header: t('documents.exceptions.stands'), width: 3 },
    { header: t('documents.exceptions.responsible'), width: 1.7 },
    { header: t('documents.exceptions.days'), width: 1.5 },
  ]
}

/** A place in a section; null where the package is laid out without it: a link to it would lead nowhere. */
export function placeIn(snapshot: Snapshot, section: PackageSection, place: string): string | null {
  return printsSection(snapshot, section) ? place : null
}
