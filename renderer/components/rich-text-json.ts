/** From what an editor holds to what is stored: only the nodes, marks and attributes of `shared/domain/rich-text.ts` come through. */
import {
  plainText,
  type RichBlock,
  type RichCell,
  type RichInline,
  type RichListItem,
  type RichMark,
  type RichRow,
  type RichText,
} from '#shared/domain/rich-text.ts'

/** Of all attributes these three are looked at. */
interface Attributes {
  readonly level?: unknown
  readonly colspan?: unknown
  readonly href?: unknown
}
/** A node as editors give it. */
export interface EditorNode {
  readonly type?: string | undefined
  readonly text?: string | undefined
  readonly attrs?: Attributes | undefined
  readonly marks?: readonly { readonly type: string; readonly attrs?: Attributes | undefined }[] | undefined
  readonly content?: readonly EditorNode[] | undefined
}
const plainMarks = ['bold', 'italic', 'underline', 'strike'] as const
const emptyParagraph: RichBlock = { type: 'paragraph' }

/** Whether an address may stand behind a link: web, mail and telephone, of a length that is kept. */
export function isAllowedLink(href: string): boolean {
  return /^(https?:|mailto:|tel:)./i.test(href) && href.length <= 2000
}

/** The document to store; null where it holds no letter. Empty paragraphs at the end are where the cursor rests, not text. */
export function toRichText(doc: EditorNode): RichText | null {
  const content = blocks(doc.content)
  while (content.length > 0 && isEmpty(content.at(-1))) content.pop()
  const found: RichText = { type: 'doc', content }
  return plainText(found).trim() === '' ? null : found
}

const isEmpty = (block: RichBlock | undefined) => block?.type === 'paragraph' && (block.content ?? []).length === 0

function blocks(nodes: readonly EditorNode[] = []): RichBlock[] {
  return nodes.flatMap(toBlock)
}

function toBlock(node: EditorNode): RichBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', ...inlines(node.content) }]
    case 'heading': {
      const level = node.attrs?.level
      return [{ type: 'heading', attrs: { level: level === 1 || level === 2 ? level : 3 }, ...inlines(node.content) }]
    }
    case 'bulletList':
    case 'orderedList': {
      const items = (node.content ?? []).map(
        (item): RichListItem => ({ type: 'listItem', content: atLeastOne(blocks(item.content)) }),
      )
      return items.length > 0 ? [{ type: node.type, content: items }] : []
    }
    case 'blockquote':
      return [{ type: 'blockquote', content: atLeastOne(blocks(node.content)) }]
    case 'table': {
      const rows = (node.content ?? []).map(toRow).filter((row) => row.content.length > 0)
      return rows.length > 0 ? [{ type: 'table', content: evenRows(rows) }] : []
    }
    case 'text':
    case 'hardBreak':
      return [{ type: 'paragraph', ...inlines([node]) }]
    default:
      return blocks(node.content)
  }
}

const atLeastOne = (content: RichBlock[]) => (content.length > 0 ? content : [emptyParagraph])

/** A merged cell becomes its own and empty ones beside it. */
function toRow(row: EditorNode): RichRow {
  const cells = (row.content ?? []).flatMap((cell): RichCell[] => {
    const type = cell.type === 'tableHeader' ? 'tableHeader' : 'tableCell'
    const span = Number(cell.attrs?.colspan ?? 1)
    const more = Number.isInteger(span) && span > 1 && span <= 100 ? span - 1 : 0
    return [
      { type, content: atLeastOne(blocks(cell.content)) },
      ...Array.from({ length: more }, (): RichCell => ({ type, content: [emptyParagraph] })),
    ]
  })
  return { type: 'tableRow', content: cells }
}

/** Every row as long as the longest. */
function evenRows(rows: readonly RichRow[]): RichRow[] {
  const longest = Math.max(...rows.map((row) => row.content.length))
  return rows.map((row) => ({
    type: 'tableRow',
    content: [
      ...row.content,
      ...Array.from({ length: longest - row.content.length }, (): RichCell => {
        return { type: row.content.at(-1)?.type ?? 'tableCell', content: [emptyParagraph] }
      }),
    ],
  }))
}

function inlines(nodes: readonly EditorNode[] = []): { content?: RichInline[] } {
  const content = nodes.flatMap((node): RichInline[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
    if (node.type !== 'text' || !node.text) return []
    const marks = toMarks(node.marks)
    return [{ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }]
  })
  return content.length > 0 ? { content } : {}
}

function toMarks(marks: EditorNode['marks'] = []): RichMark[] {
  return marks.flatMap((mark): RichMark[] => {
    const plain = plainMarks.find((one) => one === mark.type)
    if (plain) return [{ type: plain }]
    const href = mark.type === 'link' ? mark.attrs?.href : undefined
    return typeof href === 'string' && isAllowedLink(href) ? [{ type: 'link', attrs: { href } }] : []
  })
}
