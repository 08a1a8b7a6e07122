import { expect, it } from 'vitest'
import { pastOf } from '#db/repositories/past.ts'
import { outOfOrder } from '#db/section-changes/out-of-order.ts'
import { find } from '#db/store.ts'
import { aContext } from './a-context.ts'
import { builders } from './partnership-builders.ts'
import { plansOf } from './plans-of.ts'

const newestStamp = (store: Parameters<typeof pastOf>[0]) =>
  String(store.db.prepare('SELECT max(stamp) FROM changes').pluck().get())

it('gives records as they were: changed, removed, restored, not yet made, and those nobody touched', () => {
  const { store, newId, me } = aContext()
  const build = builders(store, newId, me)
  const companies = ['A', 'B', 'C'].map((name) => build.company(`${name} AS`))
  const [changed, removed, untouched] = companies as [string, string, string]
  const stamp = newestStamp(store)
  const then = companies.map((id) => find(store, 'companies', id))
  build.change((write) => {
    write.revise('companies', changed, { name: 'Annet AS', consentCase: true })
    write.remove('companies', removed)
  })
  build.change((write) => {
    write.revise('companies', changed, { name: 'Tredje AS' })
  })
  const made = build.company('Ny AS')
  const past = pastOf(store, stamp)
  expect(past.changed('companies')).toEqual([changed, removed, made])
  expect([changed, untouched, made].map((id) => past.isChanged('companies', id))).toEqual([true, false, true])
  expect(past.before('companies', made)).toBeUndefined()
  expect(past.before('companies', untouched)).toEqual(then[2])
  for (const [index, id] of [changed, removed].entries()) {
    const { createdStamp: _, changedStamp: __, ...own } = then[index] ?? { createdStamp: '', changedStamp: '' }
    expect(past.before('companies', id)).toEqual(own)
  }
})

it('reads the log by stamp, then by record, and never from end to end', () => {
  const { store, newId, me } = aContext()
  const build = builders(store, newId, me)
  const id = build.company('A AS')
  const stamp = newestStamp(store)
  build.change((write) => {
    write.revise('companies', id, { name: 'B AS' })
  })
  const plans = plansOf(store, (own) => pastOf(own, stamp).before('companies', id)).filter((plan) =>
    /\b(changes|c)\b/.test(plan),
  )
  expect(plans).toEqual([
    expect.stringContaining('changes USING INDEX changes_stamp (stamp>?)'),
    expect.stringContaining('c USING INDEX changes_record (record_id=?)'),
  ])
})

it('finds the fewest that were moved', () => {
  const order = (ids: string) => new Map([...ids].map((id, index) => [id, index + 1]))
  const moved = (then: string, now: string) => [...outOfOrder(order(then), order(now))].toSorted().join('')
  expect(moved('abcde', 'abcde')).toBe('')
  expect(moved('abcde', 'eabcd')).toBe('e')
  expect(moved('abcde', 'bcdea')).toBe('a')
  expect(moved('abcde', 'axbde')).toBe('')
  expect(moved('abcdef', 'afbdec')).toBe('cf')
  expect(moved('', 'ab')).toBe('')
})
