// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { DataList } from '#renderer/components/data-list.tsx'
import { groupRows } from '#renderer/lib/use-grouped.ts'
import { useSelection } from '#renderer/lib/use-selection.ts'
import { aHost } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)
// jsdom lays nothing out; the list must believe that it is 800 × 600.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 800 })
})

interface Row {
  readonly id: string
  readonly name: string
  readonly place: string
}
const rows: readonly Row[] = ['Ask', 'Bjørk', 'Edel', 'Furu', 'Gran'].map((name, index) => ({
  id: name,
  name,
  place: index % 2 === 0 ? 'Moss' : 'Halden',
}))
const { groups, rows: inGroups } = groupRows(
  rows,
  { key: 'place', label: 'Kommune', of: (row) => ({ key: row.place, label: row.place }) },
  (a, b) => a.localeCompare(b),
  { notStated: 'Ikke oppgitt' },
)

function show({ grouped = false, opened = [] as string[] } = {}) {
  function List() {
    const [filter, setFilter] = useState('a')
    const selection = useSelection<Row>((row) => row.id, filter)
    return (
      <>
        <button type="button" onClick={() => setFilter('b')}>
          Nytt filter
        </button>
        <output>{selection.rows.map((row) => row.name).join(' ')}</output>
        <DataList
          label="Bedrifter"
          rows={grouped ? inGroups : rows}
          groups={grouped ? groups : []}
          keyOf={(row) => row.id}
          columns={[{ key: 'name', header: 'Navn', width: '1fr', cell: (row) => row.name }]}
          selectedKey="Furu"
          onOpen={(row) => opened.push(row.id)}
          textOf={(row) => row.name}
          selection={selection}
          empty={null}
        />
      </>
    )
  }
  render(
    <Providers client={aHost({}).client}>
      <List />
    </Providers>,
  )
  const grid = screen.getByRole('grid')
  const row = (name: string) => within(grid).getByText(name).closest<HTMLElement>('[role="row"]') ?? grid
  return { grid, row, chosen: () => screen.getByRole('status').textContent, opened, user: userEvent.setup() }
}

test('the box, Ctrl and Shift with the pointer choose rows and open none', async () => {
  const { user, row, chosen, opened, grid } = show()
  await user.click(screen.getByRole('checkbox', { name: 'Velg Bjørk' }))
  expect(chosen()).toBe('Bjørk')
  await user.keyboard('{Shift>}')
  await user.click(row('Furu'))
  await user.keyboard('{/Shift}{Control>}')
  await user.click(row('Edel'))
  await user.keyboard('{/Control}')
  expect(chosen()).toBe('Bjørk Furu')
  expect(opened).toEqual([])
  expect(grid.getAttribute('aria-multiselectable')).toBe('true')
  expect(row('Bjørk').getAttribute('aria-selected')).toBe('true')
  expect(row('Edel').getAttribute('aria-selected')).toBe('false')
  expect(row('Furu').getAttribute('aria-current')).toBe('true')
  expect(document.activeElement).toBe(grid)
})

test('the keys choose too: Ctrl or Shift with Space, Shift with arrows, Ctrl+A, Escape', async () => {
  const { user, grid, chosen, opened } = show()
  grid.focus()
  await user.keyboard('{Home}{Control>} {/Control}')
  expect(chosen()).toBe('Ask')
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(chosen()).toBe('Ask Bjørk Edel')
  await user.keyboard('{Shift>} {/Shift}')
  expect(chosen()).toBe('Ask Bjørk')
  await user.keyboard('{Control>}a{/Control}')
  expect(chosen()?.split(' ')).toHaveLength(5)
  await user.keyboard('{Escape}')
  expect(chosen()).toBe('')
  expect(opened).toEqual([])
  await user.keyboard('{Home} ')
  expect(opened).toEqual(['Ask'])
})

test('the box in the head chooses all that are loaded, and lets them go', async () => {
  const { user, chosen } = show()
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Velg alle som er hentet' })
  await user.click(screen.getByRole('checkbox', { name: 'Velg Ask' }))
  expect(all.indeterminate).toBe(true)
  await user.click(all)
  expect(chosen()?.split(' ')).toHaveLength(5)
  expect(all.checked).toBe(true)
  await user.click(all)
  expect(chosen()).toBe('')
})

test('the head of a group chooses its rows, and says how many they are', async () => {
  const { user, chosen, grid } = show({ grouped: true })
  expect(
    within(grid)
      .getAllByRole('row')
      .map((one) => one.textContent),
  ).toEqual(['Navn', 'Halden2 rader', 'Bjørk', 'Furu', 'Moss3 rader', 'Ask', 'Edel', 'Gran'])
  expect(grid.getAttribute('aria-rowcount')).toBe('8')
  await user.click(screen.getByRole('checkbox', { name: 'Velg alle i gruppen Moss' }))
  expect(chosen()).toBe('Ask Edel Gran')
  grid.focus()
  await user.keyboard('{Home}{Control>} {/Control}')
  expect(chosen()?.split(' ')).toHaveLength(5)
})

test('another filter lets go of what was chosen', async () => {
  const { user, chosen } = show()
  await user.click(screen.getByRole('checkbox', { name: 'Velg Ask' }))
  await user.click(screen.getByRole('button', { name: 'Nytt filter' }))
  expect(chosen()).toBe('')
})
