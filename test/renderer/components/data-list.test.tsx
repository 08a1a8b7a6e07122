// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { DataList, type Sort } from '#renderer/components/data-list.tsx'
import { aHost } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)
// jsdom lays nothing out; the list must believe that it is 800 × 600.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 800 })
})
const names = ['Ask', 'Bjørk', 'Edel', 'Furu', 'Gran', 'Osp', 'Åkerbær']
const many = Array.from({ length: 100_000 }, (_, index) => ({ id: `${index}`, name: names[index % 7] ?? '' }))

function show(rows: readonly { id: string; name: string }[]) {
  const opened: string[] = []
  const sorts: Sort[] = []
  const sights: [number, number][] = []
  render(
    <Providers client={aHost({}).client}>
      <DataList
        label="Bedrifter"
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          { key: 'name', header: 'Navn', sort: 'name', width: '1fr', cell: (row) => row.name },
          { key: 'id', header: 'Nummer', width: '1fr', cell: (row) => row.id },
        ]}
        selectedKey={null}
        onOpen={(row) => opened.push(row.id)}
        sort={{ by: 'name', direction: 'asc' }}
        onSort={(sort) => sorts.push(sort)}
        onSight={(first, last) => sights.push([first, last])}
        textOf={(row) => row.name}
        empty={<p>Ingen bedrifter</p>}
      />
    </Providers>,
  )
  const grid = screen.getByRole('grid', { name: 'Bedrifter' })
  const active = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent
  return { grid, opened, sorts, sights, active, user: userEvent.setup() }
}

test('of 100,000 rows only those in sight are in the page, and the count is told', () => {
  const { grid } = show(many)
  const shown = within(grid).getAllByRole('row').length
  expect(shown).toBeGreaterThan(15)
  expect(shown).toBeLessThan(60)
  expect(grid.getAttribute('aria-rowcount')).toBe('100001')
})

test('arrows, home and letters move; Enter opens the row they reached', async () => {
  const { grid, active, opened, user } = show(many.slice(0, 7))
  grid.focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(active()).toContain('Edel')
  await user.keyboard('g')
  expect(active()).toContain('Gran')
  await user.keyboard('{Home}{Enter}{End}{Enter}')
  expect(opened).toEqual(['0', '6'])
})

test('a sortable header tells its order and asks for the other one', async () => {
  const { sorts, user } = show(many.slice(0, 3))
  expect(screen.getByRole('columnheader', { name: 'Navn' }).getAttribute('aria-sort')).toBe('ascending')
  expect(screen.getByRole('columnheader', { name: 'Nummer' }).hasAttribute('aria-sort')).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Navn' }))
  expect(sorts).toEqual([{ by: 'name', direction: 'desc' }])
})

test('an empty list says what to do', () => {
  show([])
  expect(screen.getByText('Ingen bedrifter')).toBeTruthy()
})

test('it tells which rows are in sight, so that only those need to be asked for again', () => {
  const { sights } = show(many)
  const [first, last] = sights.at(-1) ?? [-1, -1]
  expect(first).toBe(0)
  expect(last).toBeGreaterThan(14)
  expect(last).toBeLessThan(60)
})
