import type { DecimalSign } from '#shared/domain/numbers.ts'
import { comparePeriods, nextPeriod, readPeriod } from '#shared/domain/periods.ts'

/** Cells as a sheet puts them on the clipboard: tabs between, lines under one another, quotes around what holds either. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const put = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') put()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      put()
      rows.push([])
    } else cell += sign
  }
  put()
  // A sheet ends its last line too.
  while (rows.length > 1 && rows.at(-1)?.every((one) => one.trim() === '')) rows.pop()
  return rows
}

/** The decimal sign of a block, where a number in it shows it beyond doubt and no other contradicts; undefined where none does. */
export function decimalSignOf(cells: readonly (readonly string[])[]): DecimalSign | undefined {
  const found = new Set<DecimalSign>()
  for (const raw of cells.flat()) {
    const text = raw.normalize('NFKC').replace(/[^\d.,]/g, '')
    const last = /[.,](?=[^.,]*$)/.exec(text)
    if (!last) continue
    const sign = last[0] === ',' ? ',' : '.'
    const after = text.length - last.index - 1
    const others = text.slice(0, last.index)
    if (others.includes(sign)) found.add(sign === ',' ? '.' : ',')
    else if (/[.,]/.test(others) || after !== 3 || /^0*$/.test(others)) found.add(sign)
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}

function headPeriod(text: string): string | null {
  const read = readPeriod(text)
  return read.ok ? read.value : null
}

/** A pasted block without its heads. */
export interface Block {
  readonly values: readonly (readonly string[])[]
  /** The period of each column, where the block's first line told them. */
  readonly periods: readonly (string | null)[] | null
  readonly sign: DecimalSign | undefined
  /** How many columns of words before the figures were left out. */
  readonly labels: number
}

const isWords = (text: string) => /\p{L}{2}/u.test(text) && !/^(mangler|saknas|missing|n\/a)$/i.test(text.trim())

/**
 * What a pasted block says: a first line of periods tells which column is which, so that years are never taken for figures;
 * columns of names before the figures are left out. One line alone is always figures.
 */
export function blockOf(text: string): Block {
  const cells = cellsOf(text)
  const [first = [], ...rest] = cells
  const width = Math.max(...cells.map((line) => line.length))
  const heads = first.map(headPeriod)
  const known = heads.filter((head) => head !== null)
  const isHead =
    rest.length > 0 &&
    heads.every((head, at) => head !== null || isWordsOrBlank(first[at])) &&
    (follow(known) || (known.length > 0 && rising(known) && first.some(isWords)))
  const body = isHead ? rest : cells
  let labels = 0
  while (labels < width - 1 && body.length > 0 && isLabelColumn(body, labels, isHead ? heads[labels] : undefined))
    labels += 1
  const values = body.map((line) => line.slice(labels))
  return { values, periods: isHead ? heads.slice(labels) : null, sign: decimalSignOf(values), labels }
}

function isWordsOrBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '' || isWords(text)
}
/** Two or more periods one after another: no row of figures looks like that. */
function follow(periods: readonly string[]): boolean {
  return periods.length > 1 && periods.every((period, at) => at === 0 || period === nextPeriod(periods[at - 1] ?? ''))
}
function rising(periods: readonly string[]): boolean {
  return periods.every((one, at) => at === 0 || comparePeriods(periods[at - 1] ?? '', one) < 0)
}
function isLabelColumn(body: readonly (readonly string[])[], column: number, head: string | null | undefined): boolean {
  if (typeof head === 'string') return false
  const own = body.map((line) => line[column] ?? '')
  return own.some((text) => isWords(text) && !/\d/.test(text.replace(/^[^\s]*\s/, ''))) && own.every(isWordsOrBlank)
}
