import type { Backup } from './list.ts'

const hour = 3_600_000
const day = 24 * hour
/** Nothing but the newest good backup is kept longer, so that an erased name leaves the backups too (docs/decisions.md). */
export const longestKeptDays = 90
const mostByHand = 10
/** Of the newest hours, days and weeks (from Monday, UTC) that have backups, as many as stand here keep their newest. */
const kept = [
  { most: 24, of: (ms: number) => Math.floor(ms / hour) },
  { most: 14, of: (ms: number) => Math.floor(ms / day) },
  // 1 January 1970 was a Thursday.
  { most: 8, of: (ms: number) => Math.floor((ms / day + 3) / 7) },
] as const
/** Made before something that can't be taken back in one step: the newest of each is kept. */
const before: ReadonlySet<Backup['reason']> = new Set(['beforeMigration', 'beforeImport', 'beforeRestore'])

type Rotated = Pick<Backup, 'id' | 'madeAt' | 'reason' | 'good' | 'schema'>

/**
 * The backups that can go: all but the newest of each of the last 24 hours, 14 days and 8 weeks that have one, the newest before
 * each kind of large step (before a migration: of each schema, as one that was killed half way and goes on makes another, which an older
 * Fyr can't open) and the newest ten made by hand, none of them older than 90 days; and never the newest good one. A backup dated in
 * the future (a clock set wrong) stays and takes no other's place; a damaged one goes when it is 90 days old and takes no good one's place.
 *
 * @param list backups of one folder, in any order.
 * @param now UTC instant.
 */
export function toRotate<T extends Rotated>(list: readonly T[], now: string): T[] {
  const at = Date.parse(now)
  const newestFirst = [...list].sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1))
  const past = newestFirst.filter((one) => Date.parse(one.madeAt) <= at)
  const good = past.filter((one) => one.good)
  const keep = new Set<T>(newestFirst.filter((one) => Date.parse(one.madeAt) > at))
  const young = good.filter((one) => at - Date.parse(one.madeAt) <= longestKeptDays * day)
  for (const { most, of } of kept) {
    const taken = new Set<number>()
    for (const one of young) {
      const place = of(Date.parse(one.madeAt))
      if (taken.has(place)) continue
      if (taken.size === most) break
      taken.add(place)
      keep.add(one)
    }
  }
  const steps = new Set<string>()
  for (const one of young.filter((each) => each.reason === 'byHand').slice(0, mostByHand)) keep.add(one)
  for (const one of young) {
    const step = one.reason === 'beforeMigration' ? `${one.reason} ${one.schema}` : one.reason
    if (!before.has(one.reason) || steps.has(step)) continue
    steps.add(step)
    keep.add(one)
  }
  for (const one of past) {
    if (!one.good && at - Date.parse(one.madeAt) <= longestKeptDays * day) keep.add(one)
  }
  if (good[0]) keep.add(good[0])
  return newestFirst.filter((one) => !keep.has(one))
}
