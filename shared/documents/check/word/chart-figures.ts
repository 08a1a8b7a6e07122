/** The figures of a chart, and whether a text tells them. */
import type { OfficeFile } from '../office-file.ts'

/** The values that a chart part draws, each once; not those that only name its places (days of an axis, say). */
export function chartFigures(file: OfficeFile, name: string): number[] {
  const cursor = file.xml(name)
  const figures = new Set<number>()
  let drawn = false
  let inValue = false
  while (cursor?.next()) {
    if (cursor.kind === 'text') {
      const value = inValue ? Number(cursor.text) : Number.NaN
      if (Number.isFinite(value)) figures.add(value)
      continue
    }
    const opens = cursor.kind === 'open'
    if (/^c:(val|yVal|bubbleSize)$/.test(cursor.name)) drawn = opens
    else if (cursor.name === 'c:v') inValue = opens && drawn
  }
  return [...figures]
}

/** Numbers that a text tells, as they may be meant: `1 234,5` is 1234.5, in English `1,234.5` too. Signs are left out. */
export function numbersIn(text: string): Set<string> {
  const numbers = new Set<string>()
  const plain = text.replace(/\s/g, ' ')
  const grouped = plain.replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
  const english = plain.replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  for (const reading of new Set([plain, grouped, english]))
    for (const [number] of reading.matchAll(/\d+(?:[.,]\d+)?/g))
      numbers.add(canonical(Number(number.replace(',', '.'))))
  return numbers
}

/** True where a figure is among the numbers, whole, rounded as texts round it, or in per cent. */
export function isTold(figure: number, numbers: ReadonlySet<string>): boolean {
  const size = Math.abs(figure)
  return [size, size * 100].some((value) =>
    [0, 1, 2, 3, 6].some((decimals) => numbers.has(canonical(Number(value.toFixed(decimals))))),
  )
}

function canonical(value: number): string {
  return String(Number(value.toFixed(6)))
}
