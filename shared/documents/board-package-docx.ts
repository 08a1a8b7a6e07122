import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { cleanLine } from './clean-text.ts'
import { periodOf } from './period.ts'
import { type Parts, resettle, settleRelationships, settleTimes } from './settle-zip.ts'
import type { Snapshot } from './snapshot.ts'
import { bulletList } from './word/blocks.ts'
import { changesSection } from './word/changes.ts'
import { contents, cover } from './word/cover.ts'
import { followUpsSection } from './word/follow-ups.ts'
import { ourPageNumbers } from './word/layout/pages.ts'
import { bulletIndent, page, stylesFor } from './word/styles.ts'
import { visitsSection } from './word/visits.ts'
import { type OnProgress, type Words, wordsOf } from './words.ts'

/**
 * A board package as a Word document (.docx): cover, contents with page numbers, visits, follow-ups, changes.
 * Sees the snapshot and nothing else, no clock and no host, and gives the same bytes for the same snapshot.
 * Takes a tenth of a second, for hundreds of pages half a second: run it off the thread that people wait for. An error thrown by
 * `onProgress` stops the work and comes out unchanged.
 */
export async function renderBoardPackageDocx(snapshot: Snapshot, onProgress?: OnProgress): Promise<Uint8Array> {
  const words = wordsOf(snapshot)
  const opening = [...cover(snapshot, words), ...contents(words)]
  onProgress?.(0.05, 'visits')
  const visits = visitsSection(snapshot, words)
  onProgress?.(0.15, 'followUps')
  const followUps = followUpsSection(snapshot, words)
  onProgress?.(0.25, 'changes')
  // Not pushed as arguments: a pasted text of 160,000 lines would overflow the stack.
  const children = [opening, visits, followUps, changesSection(snapshot, words)].flat()
  onProgress?.(0.3, 'layout')
  const document = new Document({
    ...properties(snapshot, words),
    styles: stylesFor(words.locale),
    numbering: { config: [bulletLevels] },
    pageNumbers: ourPageNumbers,
    sections: [{ ...pageFrame(snapshot, words), children }],
  })
  const packed = await Packer.pack(document, 'uint8array')
  onProgress?.(0.8, 'writing')
  const bytes = resettle(packed, (parts) => {
    settleTimes(parts, snapshot.package.dataAsOf, words.locale)
    settleRelationships(parts)
    settleNumbers(parts)
    nameTables(parts)
  })
  onProgress?.(1, 'writing')
  return bytes
}

function properties(snapshot: Snapshot, words: Words) {
  const { t } = words
  return {
    title: cleanLine(snapshot.package.title),
    subject: t('documents.cover.subject', {
      kind: t('documents.kind'),
      body: cleanLine(snapshot.body.name),
      period: periodOf(snapshot, words),
    }),
    creator: cleanLine(snapshot.package.madeBy),
    lastModifiedBy: cleanLine(snapshot.package.madeBy),
    keywords: t('documents.cover.keywords'),
    description: t('documents.cover.confidentiality'),
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

/** A4 with running header and footer; the cover has neither. */
function pageFrame({ partnership, package: { title } }: Snapshot, { t }: Words) {
  const header = new Paragraph({ style: 'PageHeader', text: cleanLine(`${partnership.name} · ${title}`) })
  const footer = new Paragraph({
    style: 'PageFooter',
    children: [
      new TextRun({
        children: [`${t('documents.page')} `, PageNumber.CURRENT, ` ${t('documents.pageOf')} `, PageNumber.TOTAL_PAGES],
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
    footers: { default: new Footer({ children: [footer] }), first: new Footer({ children: [new Paragraph('')] }) },
  }
}

const body = 'word/document.xml'

/** Numbers bookmarks and drawings from 1: the library counts on through the life of the process. */
function settleNumbers(parts: Parts): void {
  const text = parts.get(body)
  if (text === undefined) return
  const counted = [
    /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)/g,
    /(<wp:docPr\b[^>]*? id=")(\d+)/g,
    /(<w:bookmarkStart\b[^>]*? w:name="_Toc|<w:hyperlink\b[^>]*? w:anchor="_Toc|<w:instrText\b[^>]*>PAGEREF _Toc)(\d+)/g,
  ]
  const settled = counted.reduce((from, pattern) => {
    const numbers = new Map<string, number>()
    return from.replace(pattern, (_, before: string, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1
      numbers.set(id, number)
      return `${before}${number}`
    })
  }, text)
  parts.set(body, settled)
}

/** Gives each table the heading above it as its title, which screen readers tell; the library can't write it. */
function nameTables(parts: Parts): void {
  const text = parts.get(body)
  if (text === undefined) return
  let name = ''
  const pattern = /<w:pStyle w:val="Heading[2-4]"\/>.*?<\/w:p>|<w:tblLook\b[^>]*\/>/gs
  parts.set(
    body,
    text.replace(pattern, (found) => {
      if (found.startsWith('<w:tblLook')) return `${found}<w:tblCaption w:val="${name.replaceAll('"', '&quot;')}"/>`
      name = [...found.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, part]) => part).join('')
      return found
    }),
  )
}
