/** What of a paragraph style decides on lines and heights. Lengths in twips, sizes in half points. */
import type { DocumentFont } from '../../../domain/records/partnership.ts'
import { sizeIn, stylesFor } from '../styles.ts'

export interface ParagraphLook {
  readonly size: number
  readonly bold: boolean
  readonly before: number
  readonly after: number
  readonly line: number
  /** `auto`: the line in 240ths of the font's own; `exact` and `atLeast` in twips. */
  readonly lineRule: string
  readonly keepNext: boolean
  readonly keepLines: boolean
  readonly left: number
  readonly hanging: number
  readonly right: number
  readonly leftStop: number | null
  /** Height of the line below with its distance. */
  readonly borderBelow: number
}

interface Given {
  readonly basedOn?: string
  readonly run?: { readonly size?: unknown; readonly bold?: unknown }
  readonly paragraph?: {
    readonly spacing?: { before?: unknown; after?: unknown; line?: unknown; lineRule?: unknown }
    readonly keepNext?: unknown
    readonly keepLines?: unknown
    readonly indent?: { left?: unknown; hanging?: unknown; right?: unknown }
    readonly leftTabStop?: unknown
    readonly border?: { readonly bottom?: { size?: number; space?: number } }
  }
}

/** Looks of the styles of `stylesFor`, set in a typeface, by their id in the document; '' is a paragraph without a style. */
export function looksOf(font: DocumentFont): ReadonlyMap<string, ParagraphLook> {
  const { default: defaults = {}, paragraphStyles = [] } = stylesFor('')
  const given = new Map<string, Given>()
  for (const [key, style] of Object.entries(defaults) as [string, Given][])
    given.set(`${key.charAt(0).toUpperCase()}${key.slice(1)}`, style)
  for (const style of paragraphStyles as readonly (Given & { id: string })[]) given.set(style.id, style)
  const plain: ParagraphLook = {
    size: 20,
    bold: false,
    before: 0,
    after: 0,
    line: 240,
    lineRule: 'auto',
    keepNext: false,
    keepLines: false,
    left: 0,
    hanging: 0,
    right: 0,
    leftStop: null,
    borderBelow: 0,
  }
  const normal = changed(plain, given.get('Document') ?? {})
  const look = (id: string): ParagraphLook => {
    const style = given.get(id)
    if (style === undefined) return normal
    return changed(style.basedOn === undefined ? normal : look(style.basedOn), style)
  }
  const sized = (one: ParagraphLook) => ({ ...one, size: sizeIn(font, one.size) })
  return new Map(['', ...given.keys()].map((id) => [id, sized(look(id))]))
}

function changed(look: ParagraphLook, { run = {}, paragraph = {} }: Given): ParagraphLook {
  const { spacing = {}, indent = {}, border } = paragraph
  const number = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise)
  const flag = (value: unknown, otherwise: boolean) => (typeof value === 'boolean' ? value : otherwise)
  return {
    size: number(run.size, look.size),
    bold: flag(run.bold, look.bold),
    before: number(spacing.before, look.before),
    after: number(spacing.after, look.after),
    line: number(spacing.line, look.line),
    lineRule: typeof spacing.lineRule === 'string' ? spacing.lineRule : look.lineRule,
    keepNext: flag(paragraph.keepNext, look.keepNext),
    keepLines: flag(paragraph.keepLines, look.keepLines),
    left: number(indent.left, look.left),
    hanging: number(indent.hanging, look.hanging),
    right: number(indent.right, look.right),
    leftStop: typeof paragraph.leftTabStop === 'number' ? paragraph.leftTabStop : look.leftStop,
    // A border's size comes in eighths of a point, its distance in points.
    borderBelow: border?.bottom ? (border.bottom.size ?? 0) * 2.5 + (border.bottom.space ?? 0) * 20 : look.borderBelow,
  }
}
