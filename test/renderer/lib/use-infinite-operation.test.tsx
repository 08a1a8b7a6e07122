// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { pageLength, useInfiniteOperation } from '#renderer/lib/use-infinite-operation.ts'
import { useChangeListener } from '#renderer/lib/use-query.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { aHost, anId } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)
type Row = OutputOf<'companies.list'>['rows'][number]
const aRow = (number: number, name = `Bedrift ${String(number).padStart(4, '0')}`): Row => ({
  id: anId(number),
  name,
  orgNo: null,
  country: 'NO',
  municipalityCode: null,
  place: null,
  sectorId: null,
  employees: null,
  employeesBand: null,
  status: 'active',
  lastVisitedOn: null,
  visitCount: 0,
})

/** A table of companies by name, paged by the last name as the database does, and a list of it. */
async function aList(count: number) {
  let table = Array.from({ length: count }, (_, index) => aRow(index + 1))
  const host = aHost({
    'companies.list': ({ cursor, limit, filter }) => {
      const found = table.filter((row) => row.name.includes(filter.text)).sort((a, b) => (a.name < b.name ? -1 : 1))
      const rows = found.filter((row) => cursor === null || row.name > cursor).slice(0, limit)
      const more = rows.length === limit && rows.at(-1) !== found.at(-1)
      return { rows, next: more ? (rows.at(-1)?.name ?? null) : null }
    },
  })
  const { result, rerender } = renderHook(
    ({ text }: { text: string }) => {
      useChangeListener(host.client)
      return useInfiniteOperation('companies.list', { filter: { text } })
    },
    {
      wrapper: ({ children }: { children: ReactNode }) => <Providers client={host.client}>{children}</Providers>,
      initialProps: { text: '' },
    },
  )
  await waitFor(() => expect(result.current.rows.length).toBe(Math.min(count, pageLength)))
  const list = () => result.current
  return {
    list,
    rerender,
    names: () => list().rows.map((row) => row.name),
    /** Scrolls until all are loaded; then the last of them are in sight. */
    async loadAll() {
      while (list().hasMore) {
        const before = list().rows.length
        act(() => {
          list().onSight(before - 20, before - 1)
          list().loadMore()
        })
        await waitFor(() => expect(list().rows.length).toBeGreaterThan(before))
      }
    },
    look: (first: number, last: number) => act(() => list().onSight(first, last)),
    /** Changes the table and gives the cursors asked for since. */
    async change(next: (rows: Row[]) => Row[]) {
      const start = host.calls.length
      table = next(table)
      await act(async () => host.announce(['companies']))
      return () => host.calls.slice(start).map((call) => (call.input as { cursor: string | null }).cursor)
    },
  }
}
const renamed = (name: string, to: string) => (rows: Row[]) =>
  rows.map((row) => (row.name === name ? { ...row, name: to } : row))

test('a saved field asks only for the page in sight again, of 2,000 loaded rows', async () => {
  const { list, loadAll, look, change, names } = await aList(2000)
  await loadAll()
  expect(list().rows.length).toBe(2000)
  look(1010, 1040)
  const asked = await change((rows) => rows.map((row) => ({ ...row, visitCount: 7 })))
  await waitFor(() => expect(list().rows[1010]?.visitCount).toBe(7))
  expect(asked()).toEqual(['Bedrift 1000'])
  expect(names().length).toBe(2000)
  expect(list().rows[0]?.visitCount).toBe(0)
})

test('the other pages are asked for when they come into sight, once', async () => {
  const { list, loadAll, look, change } = await aList(500)
  await loadAll()
  look(410, 440)
  const asked = await change((rows) => rows.map((row) => ({ ...row, visitCount: 7 })))
  await waitFor(() => expect(list().rows[410]?.visitCount).toBe(7))
  look(90, 120)
  await waitFor(() => expect(list().rows[90]?.visitCount).toBe(7))
  await waitFor(() => expect(list().rows[120]?.visitCount).toBe(7))
  look(410, 440)
  look(90, 120)
  expect(asked().toSorted()).toEqual(['Bedrift 0100', 'Bedrift 0400', null].toSorted())
})

test('a row removed in sight is gone, and nobody after it is missing or doubled when all are loaded again', async () => {
  const { list, loadAll, look, change, names } = await aList(500)
  await loadAll()
  look(180, 210)
  await change((rows) => rows.filter((row) => row.name !== 'Bedrift 0150'))
  await waitFor(() => expect(names()).not.toContain('Bedrift 0150'))
  await waitFor(() =>
    expect(names().slice(195, 205)).toEqual(Array.from({ length: 10 }, (_, index) => `Bedrift 0${197 + index}`)),
  )
  await loadAll()
  await waitFor(() => expect(list().rows.length).toBe(499))
  expect(new Set(names()).size).toBe(499)
})

test('a row that moves into sight from a page out of sight stands there only', async () => {
  const { loadAll, look, change, names } = await aList(500)
  await loadAll()
  look(410, 440)
  await change(renamed('Bedrift 0050', 'Bedrift 0415x'))
  await waitFor(() => expect(names()).toContain('Bedrift 0415x'))
  expect(names().filter((name) => name === 'Bedrift 0415x').length).toBe(1)
  expect(names()).not.toContain('Bedrift 0050')
})

test('a new filter shows the old rows until its own are there, from the first page', async () => {
  const { list, rerender, names, loadAll } = await aList(300)
  await loadAll()
  rerender({ text: 'Bedrift 015' })
  expect(list().rows.length).toBe(300)
  expect(list().loading).toBe(false)
  await waitFor(() => expect(names()).toEqual(Array.from({ length: 10 }, (_, index) => `Bedrift 015${index}`)))
  expect(list().hasMore).toBe(false)
})
