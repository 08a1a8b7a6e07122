/**
 * Rich text as it is stored: TipTap's JSON with a closed set of nodes and marks (design.md, section 8). What a paste brings
 * beside these (styles, colours, pictures) is cleaned away by the editor before it comes here, and refused here.
 */
import { z } from 'zod'
import { fieldIssue, fieldIssueText, longestText } from './values.ts'

const mark = z.union([
  z.strictObject({ type: z.enum(['bold', 'italic', 'underline', 'strike']) }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({
      href: z
        .string()
        .max(2000)
        .regex(/^(https?:|mailto:|tel:)/i, fieldIssueText('badLink')),
    }),
  }),
])
export type RichMark = z.infer<typeof mark>

/** Inline content of a paragraph or heading. */
const inline = z.union([
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(longestText),
    marks: z.array(mark).optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
export type RichInline = z.infer<typeof inline>

export interface RichParagraph {
  readonly type: 'paragraph'
  readonly content?: RichInline[] | undefined
}
export interface RichHeading {
  readonly type: 'heading'
  /** 1–3 within the text; a document puts its own headings above. */
  readonly attrs: { readonly level: 1 | 2 | 3 }
  readonly content?: RichInline[] | undefined
}
export interface RichListItem {
  readonly type: 'listItem'
  readonly content: RichBlock[]
}
export interface RichList {
  readonly type: 'bulletList' | 'orderedList'
  readonly content: RichListItem[]
}
export interface RichQuote {
  readonly type: 'blockquote'
  readonly content: RichBlock[]
}
export interface RichCell {
  readonly type: 'tableHeader' | 'tableCell'
  readonly content: RichBlock[]
}
export interface RichRow {
  readonly type: 'tableRow'
  readonly content: RichCell[]
}
/** No merged cells (board-package.md, word rules for accessibility). */
export interface RichTable {
  readonly type: 'table'
  readonly content: RichRow[]
}
export type RichBlock = RichParagraph | RichHeading | RichList | RichQuote | RichTable

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).optional() })
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  content: z.array(inline).optional(),
})
const block: z.ZodType<RichBlock> = z.lazy(() =>
  z.union([
    paragraph,
    heading,
    z.strictObject({
      type: z.enum(['bulletList', 'orderedList']),
      content: z.array(z.strictObject({ type: z.literal('listItem'), content: z.array(block).min(1) })).min(1),
    }),
    z.strictObject({ type: z.literal('blockquote'), content: z.array(block).min(1) }),
    z.strictObject({
      type: z.literal('table'),
      content: z
        .array(
          z.strictObject({
            type: z.literal('tableRow'),
            content: z
              .array(z.strictObject({ type: z.enum(['tableHeader', 'tableCell']), content: z.array(block).min(1) }))
              .min(1),
          }),
        )
        .min(1),
    }),
  ]),
)

export const richDocument = z.strictObject({ type: z.literal('doc'), content: z.array(block).max(20_000) })
export type RichText = z.infer<typeof richDocument>

/** Deepest nesting of lists, quotes and tables; Word knows nine levels of a list, and nobody reads more. */
const deepest = 10

/** How deep blocks lie in one another: 1 for paragraphs alone. */
function depthOf(blocks: readonly RichBlock[]): number {
  const within = (one: RichBlock): number => {
    switch (one.type) {
      case 'paragraph':
      case 'heading':
        return 0
      case 'blockquote':
        return depthOf(one.content)
      case 'table':
        return Math.max(...one.content.flatMap((row) => row.content.map(({ content }) => depthOf(content))))
      default:
        return Math.max(...one.content.map(({ content }) => depthOf(content)))
    }
  }
  return 1 + blocks.reduce((most, one) => Math.max(most, within(one)), 0)
}

/**
 * Rich text of a record: a document, or null where nothing is written; a document without letters becomes null. What is nested
 * thousands deep is refused before by the dispatcher, so that reading it can't run out of stack.
 */
export const richText = richDocument
  .refine((doc) => depthOf(doc.content) <= deepest + 1, fieldIssue('nestedTooDeep', { levels: deepest }))
  .refine((doc) => plainText(doc).length <= longestText, fieldIssueText('textTooLong'))
  .transform((doc) => (plainText(doc).trim() === '' ? null : doc))
  .nullable()

/** The words alone: a line per paragraph and list item, cells apart by a tab. What search, excerpts and comparing read. */
export function plainText(doc: RichText | null): string {
  return doc === null ? '' : blocksToText(doc.content).trimEnd()
}

function blocksToText(blocks: readonly RichBlock[]): string {
  return blocks.map(blockToText).join('\n')
}

function blockToText(one: RichBlock): string {
  switch (one.type) {
    case 'paragraph':
    case 'heading':
      return (one.content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('')
    case 'bulletList':
    case 'orderedList':
      return one.content.map(({ content }) => blocksToText(content)).join('\n')
    case 'blockquote':
      return blocksToText(one.content)
    case 'table':
      return one.content.map((row) => row.content.map(({ content }) => blocksToText(content)).join('\t')).join('\n')
  }
}

/** Plain text as rich text: each line a paragraph. Null for a text without letters. */
export function richFromPlain(text: string | null): RichText | null {
  if (text === null || text.trim() === '') return null
  return {
    type: 'doc',
    content: text.split(/\r?\n/).map((line) => ({
      type: 'paragraph',
      ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
    })),
  }
}
