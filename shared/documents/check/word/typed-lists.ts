/** Lists that were typed: two or more lines under each other that begin like the items of one list. */
import type { Paragraph } from './document.ts'

interface Mark {
  /** The sign of a bullet, or what stands around a number. */
  readonly kind: string
  /** Of a number or letter; null for a bullet. */
  readonly number: number | null
}

const bullet = /^([-–—•·*▪◦‣●○+])[ \t\u00a0]+\S/
const numbered = /^(\(?)(\d{1,3}|[a-zæøåäö])([.)])[ \t\u00a0]+\S/i

function markOf(line: string): Mark | null {
  const sign = bullet.exec(line)?.[1]
  if (sign !== undefined) return { kind: sign, number: null }
  const [, open = '', value = '', close = ''] = numbered.exec(line) ?? []
  if (close === '') return null
  const isDigit = /^\d/.test(value)
  return {
    kind: `${open}${isDigit ? '1' : 'a'}${close}`,
    number: isDigit ? Number(value) : value.toLowerCase().charCodeAt(0),
  }
}

/**
 * A line alone is no list: «1. mai» and a dash before what somebody said are ordinary Norwegian and Swedish. Numbers must count on.
 *
 * @returns the first paragraph of each list with how many items it has.
 */
export function typedLists(paragraphs: readonly Paragraph[]): { paragraph: Paragraph; items: number }[] {
  const lists: { paragraph: Paragraph; items: number }[] = []
  let before: Line | undefined
  let isList = false
  for (const line of paragraphs.flatMap(linesOf)) {
    const goesOn = before !== undefined && continues(line, before)
    const last = lists.at(-1)
    if (goesOn && isList && last) last.items++
    else if (goesOn) lists.push({ paragraph: line.paragraph, items: 2 })
    isList = goesOn
    before = line
  }
  return lists
}

interface Line {
  readonly paragraph: Paragraph
  readonly mark: Mark | null
}

function linesOf(paragraph: Paragraph): Line[] {
  const { level, isList, style, text } = paragraph
  if (level > 0 || isList || /^toc/i.test(style ?? '')) return [{ paragraph, mark: null }]
  return text.split('\n').map((line) => ({ paragraph, mark: markOf(line.trim()) }))
}

function continues({ mark, paragraph }: Line, before: Line): boolean {
  return (
    mark !== null &&
    before.mark !== null &&
    before.paragraph.container === paragraph.container &&
    before.mark.kind === mark.kind &&
    (mark.number === null || mark.number === (before.mark.number ?? 0) + 1)
  )
}
