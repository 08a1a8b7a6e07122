import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { type DocumentFiles, noFiles } from './bound-attachments.ts'
import { cleanLine } from './clean-text.ts'
import { lookOfSnapshot } from './look.ts'
import { meetingLists } from './meeting/blocks.ts'
import { calmHeadings } from './meeting/styles.ts'
import { holdsConfidential, packagePaperWords, redacted } from './meeting-parts.ts'
import { periodOf } from './period.ts'
import { settleWord } from './settle-word.ts'
import type { Snapshot } from './snapshot.ts'
import { isShort, kindOf } from './variant.ts'
import { bulletList } from './word/blocks.ts'
import { confidentialityText } from './word/cover.ts'
import { pageNumbersIn, readFlows } from './word/layout/pages.ts'
import { sectionsOf } from './word/sections.ts'
import { bulletIndent, colours, page, stylesFor } from './word/styles.ts'
import { written } from './word/written.ts'
import { type OnProgress, type Words, wordsOf } from './words.ts'

/**
 * A board package as a Word document (.docx), in the order of board-package.md 4.1: cover, contents with page numbers, the meeting's
 * papers, commitments, goals, projects, visits, follow-ups, exceptions, next meetings, attachments, changes.
 * Sees the snapshot and the `files` that it shows (logo, bound pictures, by their hash) and nothing else, no clock and no host, and gives the
 * same bytes for the same ones. Throws where a file did not come.
 * Takes a tenth of a second, for hundreds of pages half a second: run it off the thread that people wait for. An error thrown by
 * `onProgress` stops the work and comes out unchanged.
 */
export async function renderBoardPackageDocx(
  given: Snapshot,
  onProgress?: OnProgress,
  files: DocumentFiles = noFiles,
): Promise<Uint8Array> {
  const snapshot = redacted(given)
  const words = wordsOf(snapshot)
  const paperWords = packagePaperWords(snapshot)
  const look = lookOfSnapshot(snapshot)
  onProgress?.(0.02, 'meeting')
  // Not pushed as arguments: a pasted text of 160,000 lines would overflow the stack.
  // Given on without a name, so that each block is let go of once it is text.
  const blocks = written(sectionsOf(snapshot, words, paperWords, files).flat(), readFlows(look.font))
  onProgress?.(0.3, 'layout')
  const document = new Document({
    ...properties(snapshot, words),
    styles: isShort(snapshot) ? calmHeadings(stylesFor(words.locale), colours) : stylesFor(words.locale),
    numbering: { config: [bulletLevels, ...meetingLists] },
    pageNumbers: pageNumbersIn(look.font),
    sections: [{ ...pageFrame(snapshot, words), children: blocks }],
  })
  const packed = await Packer.pack(document, 'uint8array')
  onProgress?.(0.8, 'writing')
  const bytes = settleWord(packed, snapshot.package.dataAsOf, words.locale, blocks, look)
  onProgress?.(1, 'writing')
  return bytes
}

function properties(snapshot: Snapshot, words: Words) {
  const { t } = words
  return {
    title: cleanLine(snapshot.package.title),
    subject: t('documents.cover.subject', {
      kind: kindOf(snapshot, words),
      body: cleanLine(snapshot.body.name),
      period: periodOf(snapshot, words),
    }),
    creator: cleanLine(snapshot.package.madeBy),
    lastModifiedBy: cleanLine(snapshot.package.madeBy),
    keywords: t('documents.cover.keywords'),
    description: confidentialityText(snapshot, words),
  }
}

const bulletLevels = {
  reference: bulletList,
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: bulletIndent } },
    },
  ],
}

/** A4 with running header and footer; the cover has neither, the first page of a notice or an agenda a footer. */
function pageFrame(snapshot: Snapshot, { t }: Words) {
  const { partnership, package: made } = snapshot
  const mark = holdsConfidential(snapshot) ? [t('documents.meetings.cover.holdsConfidential')] : []
  const told = [partnership.name, made.title, ...mark].join(' · ')
  const header = new Paragraph({ style: 'PageHeader', text: cleanLine(told) })
  const footer = () =>
    new Paragraph({
      style: 'PageFooter',
      children: [
        new TextRun({
          children: [
            `${t('documents.page')} `,
            PageNumber.CURRENT,
            ` ${t('documents.pageOf')} `,
            PageNumber.TOTAL_PAGES,
          ],
        }),
      ],
    })
  const { width, height, margin } = page
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width, height },
        margin: { top: margin + 200, right: margin, bottom: margin, left: margin, header: 700, footer: 600 },
      },
    },
    headers: { default: new Header({ children: [header] }), first: new Header({ children: [new Paragraph('')] }) },
    footers: {
      default: new Footer({ children: [footer()] }),
      first: new Footer({ children: [isShort(snapshot) ? footer() : new Paragraph('')] }),
    },
  }
}
