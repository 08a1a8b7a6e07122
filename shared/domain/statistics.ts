/** Middle values, and the rule that no printed number tells about a few. */

/** The middle value; of an even number of values the mean of the two in the middle. Null for none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** The arithmetic mean; null for no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length
}

export interface Suppressed<T> {
  /** Rows that may be shown, in the order given. */
  readonly shown: readonly T[]
  /** Rows to be shown as one, "other", in the order given; empty where nothing had to be hidden. */
  readonly gathered: readonly T[]
}

/**
 * Parts rows into those that may be shown and those that are gathered into one: groups of fewer than `smallest`, by
 * `sizeOf`. Where that is one group only, or all of them are together still too few, the next smallest goes with them:
 * a single hidden group could be had by subtracting the others from the total. Groups of nobody hide nothing and are shown.
 */
export function suppressSmallGroups<T>(
  rows: readonly T[],
  smallest: number,
  sizeOf: (row: T) => number,
): Suppressed<T> {
  const bySize = rows
    .map((row, index) => ({ index, size: sizeOf(row) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size || a.index - b.index)
  let hidden = bySize.filter(({ size }) => size < smallest).length
  if (hidden === 0) return { shown: rows, gathered: [] }
  const together = () => bySize.slice(0, hidden).reduce((total, { size }) => total + size, 0)
  while (hidden < bySize.length && (hidden < 2 || together() < smallest)) hidden++
  const gathered = new Set(bySize.slice(0, hidden).map(({ index }) => index))
  return {
    shown: rows.filter((_, index) => !gathered.has(index)),
    gathered: rows.filter((_, index) => gathered.has(index)),
  }
}
