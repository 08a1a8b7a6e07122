/** Rich text (`shared/domain/rich-text.ts`) as blocks of a Word document. Real headings, lists, tables and links; nothing else comes in. */
import { ExternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { RichBlock, RichInline, RichList, RichTable, RichText } from '../domain/rich-text.ts'
import { cleanText } from './clean-text.ts'
import {
  deepestList,
  headingAt,
  type Level,
  paperTable,
  readableAddress,
  richBullets,
  richNumbers,
} from './meeting/blocks.ts'
import type { Block } from './word/blocks.ts'
import { type PlainLook, PlainParagraph } from './word/plain.ts'

interface RichOptions {
  /** Level of the heading that the text stands under: its own headings begin one below, and never skip a level. */
  readonly level: Level
  /** Number of the document's next list, so that each numbered list begins at 1. */
  readonly nextList: () => number
  /** Style of its plain paragraphs and lists. */
  readonly style?: string
}

interface Within extends RichOptions {
  /** -1 outside lists. */
  readonly depth: number
  /** Headings can't stand in lists, quotes and cells; they become bold paragraphs there. */
  readonly flat: boolean
  readonly reached: { level: number }
}

/** The blocks of a rich text; none for an empty one. The document needs `meetingLists` in its numbering. */
export function richBlocks(doc: RichText | null, options: RichOptions): Block[] {
  if (doc === null) return []
  return blocksOf(doc.content, { ...options, depth: -1, flat: false, reached: { level: options.level } })
}

function blocksOf(blocks: readonly RichBlock[], within: Within): Block[] {
  return blocks.flatMap((block) => blockOf(block, within))
}

function blockOf(block: RichBlock, within: Within): Block[] {
  switch (block.type) {
    case 'paragraph':
      return block.content === undefined || block.content.length === 0 ? [] : [paragraph(block.content, within)]
    case 'heading': {
      const content = block.content ?? []
      if (within.flat) return [paragraph(content, within, { bold: true })]
      const level = Math.min(within.level + block.attrs.level, within.reached.level + 1, 6) as Level
      within.reached.level = level
      return [headingAt(level, content.map((part) => (part.type === 'text' ? part.text : ' ')).join(''))]
    }
    case 'bulletList':
    case 'orderedList':
      return list(block, within, within.nextList())
    case 'blockquote':
      return blocksOf(block.content, { ...within, style: 'PaperQuote', flat: true })
    case 'table':
      return within.flat ? flatTable(block, within) : table(block, within)
  }
}

function list(block: RichList, within: Within, instance: number): Block[] {
  const depth = Math.min(deepestList, within.depth + 1)
  const reference = block.type === 'bulletList' ? richBullets : richNumbers
  const inner = { ...within, depth, flat: true }
  return block.content.flatMap(({ content }) => {
    const [first, ...rest] = content
    const text = first?.type === 'paragraph' || first?.type === 'heading' ? (first.content ?? []) : []
    const others = first?.type === 'paragraph' || first?.type === 'heading' ? rest : content
    return [
      paragraphOf(text, {
        style: within.style ?? 'ListParagraph',
        numbering: { reference, level: depth, instance },
        indent: within.style ? { left: 540 + 400 * depth, hanging: 340 } : undefined,
      }),
      ...blocksOf(others, inner),
    ]
  })
}

function paragraph(content: readonly RichInline[], within: Within, look: { bold?: boolean } = {}): Block {
  const style = within.style ?? (within.depth >= 0 ? 'ListParagraph' : undefined)
  const indent = within.depth >= 0 ? { left: (within.style ? 540 : 400) + 400 * within.depth } : undefined
  return paragraphOf(content, { style, indent }, look)
}

/** Text that is plain or bold needs no objects of the library. */
function paragraphOf(content: readonly RichInline[], look: PlainLook, { bold = false } = {}): Block {
  const plain = content.map((part) => plainRun(part, bold))
  if (plain.every((run) => run !== null)) return new PlainParagraph(plain, look)
  const { style, indent, numbering } = look
  return new Paragraph({
    ...(style ? { style } : {}),
    ...(numbering ? { numbering } : {}),
    ...(indent ? { indent } : {}),
    children: runs(content, { bold }),
  })
}

function plainRun(part: RichInline, bold: boolean): { text: string; bold?: boolean } | null {
  if (part.type !== 'text' || part.marks?.some(({ type }) => type !== 'bold')) return null
  const isBold = bold || (part.marks?.length ?? 0) > 0
  return { text: runText(part.text), ...(isBold ? { bold: true } : {}) }
}

/** A run's text: clean, and on one line. */
function runText(text: string): string {
  return cleanText(text).replace(/[\n\t]/g, ' ')
}

/** The first row is the header: a table whose columns have no names can't be read aloud. Short rows are filled up. */
function table(block: RichTable, within: Within): Block[] {
  const [head, ...rows] = block.content
  const count = Math.max(...block.content.map(({ content }) => content.length))
  const named = (cells: readonly { content: readonly RichBlock[] }[], index: number) =>
    textOf(cells[index]?.content ?? [])
  const columns = Array.from({ length: count }, (_, index) => ({ header: named(head?.content ?? [], index), width: 1 }))
  // A first column that tells the rows apart names them, and is marked so that it is read before each of their cells.
  const names = rows.map(({ content }) => named(content, 0).trim())
  const namesRows = new Set(names).size === names.length && names.every((name) => /\p{L}/u.test(name))
  return paperTable(
    columns,
    rows.map(({ content }) => ({
      cells: columns.map((_, index) => {
        const cell = content[index]
        const style = cell?.type === 'tableHeader' ? 'TableFirst' : 'TableText'
        const blocks = blocksOf(cell?.content ?? [], { ...within, style, depth: -1, flat: true })
        const paragraphs = blocks.filter((one) => one instanceof Paragraph || one instanceof PlainParagraph)
        return { blocks: paragraphs.length > 0 ? paragraphs : [new Paragraph({ style, text: '' })] }
      }),
    })),
    { plainFirst: !namesRows },
  )
}

/** A table within a cell, list or quote: its rows as lines. */
function flatTable(block: RichTable, within: Within): Block[] {
  return block.content.map(({ content }) =>
    paragraph([{ type: 'text', text: content.map((cell) => textOf(cell.content)).join(' · ') || ' ' }], within),
  )
}

function textOf(blocks: readonly RichBlock[]): string {
  return blocks
    .map((block): string => {
      if (block.type === 'paragraph' || block.type === 'heading')
        return (block.content ?? []).map((part) => (part.type === 'text' ? part.text : ' ')).join('')
      if (block.type === 'table')
        return block.content.map(({ content }) => content.map((cell) => textOf(cell.content)).join(' ')).join(' ')
      return block.type === 'blockquote'
        ? textOf(block.content)
        : block.content.map(({ content }) => textOf(content)).join(' ')
    })
    .join(' ')
}

/** Runs of text; neighbours that lead to one address are one link. */
function runs(content: readonly RichInline[], look: { bold?: boolean } = {}): ParagraphChild[] {
  const children: ParagraphChild[] = []
  let linked: { href: string; runs: TextRun[]; text: string } | null = null
  const close = () => {
    if (linked !== null) children.push(new ExternalHyperlink({ link: linked.href, children: linked.runs }))
    linked = null
  }
  for (const part of content) {
    if (part.type === 'hardBreak') {
      close()
      children.push(new TextRun({ break: 1 }))
      continue
    }
    const href = part.marks?.find((mark) => mark.type === 'link')?.attrs.href
    const has = (type: string) => part.marks?.some((mark) => mark.type === type) ?? false
    const text = runText(part.text)
    const run = {
      ...(has('bold') || look.bold ? { bold: true } : {}),
      ...(has('italic') ? { italics: true } : {}),
      ...(has('underline') && href === undefined ? { underline: {} } : {}),
      ...(has('strike') ? { strike: true } : {}),
    }
    if (href === undefined) {
      close()
      children.push(new TextRun({ ...run, text }))
      continue
    }
    if (linked !== null && linked.href !== href) close()
    linked ??= { href, runs: [], text: '' }
    linked.runs.push(new TextRun({ ...run, style: 'Hyperlink', text: text === href ? readableAddress(href) : text }))
  }
  close()
  return children
}
