import { describe, expect, test } from 'vitest'
import { longestKeptDays, toRotate } from '#db/backups/rotation.ts'
import { backupReasons } from '#shared/contract/backups.ts'
import fc from '../../random.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.parse('2026-11-22T12:30:00.000Z')
const iso = (ms: number) => new Date(ms).toISOString()
const backup = (ms: number, reason: (typeof backupReasons)[number] = 'hourly', good = true, schema = 3) => ({
  id: `${iso(ms)} ${reason} ${good}`,
  madeAt: iso(ms),
  reason,
  good,
  schema,
})
const left = <T>(list: readonly T[], gone: readonly T[]) => list.filter((one) => !gone.includes(one))

describe('a year of hourly backups through working days', () => {
  // Rotated after each, as the program does it.
  let list: ReturnType<typeof backup>[] = []
  for (let at = now - 365 * day; at <= now; at += hour) {
    const clock = new Date(at).getUTCHours()
    if (clock < 8 || clock > 16) continue
    list = left([...list, backup(at)], toRotate([...list, backup(at)], iso(at)))
  }
  const ages = list.map((one) => now - Date.parse(one.madeAt))
  test('the last hours, days and weeks are there', () => {
    expect(ages.filter((age) => age <= day).length).toBeGreaterThanOrEqual(8)
    const days = new Set(list.map((one) => one.madeAt.slice(0, 10)))
    for (let back = 1; back <= 13; back++) expect(days).toContain(iso(now - back * day).slice(0, 10))
    expect(Math.max(...ages)).toBeGreaterThan(48 * day)
  })
  test('and no more than 24, 14 and 8', () => {
    expect(list.length).toBeLessThanOrEqual(46)
    expect(Math.max(...ages)).toBeLessThanOrEqual(8 * 7 * day)
  })
})

test('of a migration killed half way, what went before its first step stays beside what went before the rest', () => {
  const [first, rest, later] = [
    backup(now - 20 * day, 'beforeMigration', true, 1),
    backup(now - 20 * day + 60_000, 'beforeMigration', true, 3),
    backup(now - 10 * day, 'beforeMigration', true, 3),
  ]
  const since = Array.from({ length: 40 }, (_, back) => backup(now - (back * day) / 2))
  const kept = left([first, rest, later, ...since], toRotate([first, rest, later, ...since], iso(now)))
  expect(kept).toContain(first)
  expect(kept).toContain(later)
  expect(kept).not.toContain(rest)
})

test('the newest before each kind of large step is kept for ninety days, and those made by hand', () => {
  const list = [
    backup(now - 80 * day, 'beforeImport'),
    backup(now - 70 * day, 'beforeImport'),
    backup(now - 89 * day, 'beforeMigration'),
    backup(now - 85 * day, 'byHand'),
    ...Array.from({ length: 60 }, (_, back) => backup(now - back * day)),
  ]
  const kept = left(list, toRotate(list, iso(now))).map((one) => `${one.reason} ${one.madeAt}`)
  expect(kept).toContain(`beforeImport ${iso(now - 70 * day)}`)
  expect(kept).not.toContain(`beforeImport ${iso(now - 80 * day)}`)
  expect(kept).toContain(`beforeMigration ${iso(now - 89 * day)}`)
  expect(kept).toContain(`byHand ${iso(now - 85 * day)}`)
  expect(toRotate(list, iso(now + 10 * day)).map((one) => one.reason)).toEqual(
    expect.arrayContaining(['beforeMigration', 'byHand']),
  )
})

const backups = fc
  .uniqueArray(
    fc.record({
      back: fc.integer({ min: -10 * day, max: 200 * day }),
      reason: fc.constantFrom(...backupReasons),
      good: fc.boolean(),
    }),
    { maxLength: 120, selector: (one) => one.back },
  )
  .map((all) => all.map(({ back, reason, good }) => backup(now - back, reason, good)))

test('whatever lies there: the newest good one stays, nothing older than ninety days but it, and rotating again takes nothing', () => {
  fc.assert(
    fc.property(backups, (list) => {
      const kept = left(list, toRotate(list, iso(now)))
      const good = list
        .filter((one) => one.good && one.madeAt <= iso(now))
        .sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1))
      if (good[0]) expect(kept).toContain(good[0])
      for (const one of kept) {
        if (one !== good[0]) expect(now - Date.parse(one.madeAt)).toBeLessThanOrEqual(longestKeptDays * day)
      }
      expect(toRotate(kept, iso(now))).toEqual([])
      // The order in which a folder lists them says nothing.
      expect(new Set(toRotate([...list].reverse(), iso(now)))).toEqual(new Set(toRotate(list, iso(now))))
      // A damaged one or one from the future takes no good one's place.
      const sound = list.filter((one) => one.good && one.madeAt <= iso(now))
      expect(new Set(left(sound, toRotate(sound, iso(now))))).toEqual(
        new Set(kept.filter((one) => sound.includes(one))),
      )
      for (const one of list) if (one.madeAt > iso(now)) expect(kept).toContain(one)
    }),
  )
})
