import { expect, test } from 'vitest'
import { byCode, byYear } from '#renderer/lib/group-by.ts'
import { groupRows } from '#renderer/lib/use-grouped.ts'
import fc from '#test/random.ts'

interface Row {
  readonly id: number
  readonly status: 'open' | 'done' | null
  readonly day: string
  readonly sum: number
}
const compare = (a: string, b: string) => a.localeCompare(b)
const words = {
  notStated: 'Ikke oppgitt',
  detail: (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.sum, 0),
}
const aRow = fc.record<Row>({
  id: fc.nat(),
  status: fc.constantFrom('open', 'done', null),
  day: fc.constantFrom('2024-05-01', '2025-01-31', '2026-12-31'),
  sum: fc.integer({ min: 0, max: 1_000_000 }),
})
const byStatus = byCode<Row, 'open' | 'done'>(
  'status',
  'Status',
  ['open', 'done'],
  (row) => row.status,
  (code) => code,
)

test('no row is lost or counted twice, and the sums of the groups are the sum of all', () => {
  fc.assert(
    fc.property(fc.array(aRow), (rows) => {
      const { groups, rows: inOrder } = groupRows(rows, byStatus, compare, words)
      expect(inOrder.map((row) => row.id).sort()).toEqual(rows.map((row) => row.id).sort())
      expect(groups.reduce((sum, group) => sum + Number(group.detail), 0)).toBe(
        rows.reduce((sum, row) => sum + row.sum, 0),
      )
      for (const group of groups)
        expect(inOrder.slice(group.start, group.start + group.rows.length)).toEqual(group.rows)
    }),
  )
})

test('codes stand in the order of their list, years with the newest first, and what is not stated comes last', () => {
  const rows: Row[] = [
    { id: 1, status: null, day: '2024-01-01', sum: 1 },
    { id: 2, status: 'done', day: '2026-01-01', sum: 2 },
    { id: 3, status: 'open', day: '2025-01-01', sum: 3 },
  ]
  const labels = (by: typeof byStatus) => groupRows(rows, by, compare, words).groups.map((group) => group.label)
  expect(labels(byStatus)).toEqual(['open', 'done', 'Ikke oppgitt'])
  expect(labels(byYear('year', 'År', (row) => row.day))).toEqual(['2026', '2025', '2024'])
})
