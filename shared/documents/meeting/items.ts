/** Small facts about agenda items that several papers need. */
import { isNumbered } from '../../domain/numbering.ts'
import type { PaperItem } from '../meeting-paper.ts'
import type { PaperWords } from './words.ts'

/** A matter to treat: neither a heading nor a break. */
export function isMatter({ type }: PaperItem): boolean {
  return isNumbered(type)
}

/** "Sak 12/26 Title", or its number and the ground where it is withheld. */
export function itemTitle(item: PaperItem, words: PaperWords): string {
  return [item.numberText, item.withheld ? withheldTitle(item, words) : item.title].filter((part) => part).join(' ')
}

/** What stands in place of a withheld item's title. */
export function withheldTitle({ confidentialGround }: PaperItem, { t }: PaperWords): string {
  const mark = t('papers.doc.withheldNoGround')
  if (confidentialGround === null) return mark
  // Many write the ground out with the mark before it; it is not said twice.
  const said = confidentialGround.toLowerCase().startsWith(mark.toLowerCase())
  return said ? confidentialGround : t('papers.doc.withheld', { ground: confidentialGround })
}

/** The mark of a confidential item in a paper that shows it. */
export function confidentialMark({ confidentialGround }: PaperItem, { t }: PaperWords): string {
  return confidentialGround === null
    ? t('papers.doc.confidentialNoGround')
    : t('papers.doc.confidential', { ground: confidentialGround })
}

/** 1, 2, 3, 5 as "1–3, 5". */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number <= last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ')
}

/** "§§ 34–41" or "Sak 1/26–9/26": the first and the last number of the meeting; null where no item has one. */
export function numberSpan(items: readonly PaperItem[]): string | null {
  const numbers = items.flatMap(({ numberText }) => (numberText === null ? [] : [numberText]))
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined) return null
  if (first === last) return first
  const prefix = /^\D*/.exec(first)?.[0] ?? ''
  const isSection = prefix.trim() === '§'
  return `${isSection ? '§§ ' : prefix}${first.slice(prefix.length)}–${last.startsWith(prefix) ? last.slice(prefix.length) : last}`
}
