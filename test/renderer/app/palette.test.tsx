import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt } from '../a-window.tsx'
import { aMeetingUnderWay } from '../decisions/a-meeting.ts'

async function found(desk: Awaited<ReturnType<typeof aDeskOn>>, words: string, name: RegExp) {
  const { user, history } = windowAt(desk, '/')
  await screen.findByRole('heading', { name: 'Hjem' })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: 'Søk og kommandoer' }), words)
  await user.click(await screen.findByRole('option', { name }))
  await waitFor(() => expect(history.location.pathname).not.toBe('/'))
  return history.location
}

test('an agenda item is found by its title and opens on its meeting’s agenda', async () => {
  const desk = await aDeskOn()
  const { meeting, item } = await aMeetingUnderWay(desk)
  const location = await found(desk, 'budsjett', /Budsjett 2027/)
  expect(location.pathname).toBe(`/meetings/${meeting.id}`)
  expect(location.href).toContain(item.id)
})

test('an item without a meeting opens in the queue', async () => {
  const desk = await aDeskOn()
  const { body } = await aMeetingUnderWay(desk)
  await desk.call('agendaItems.add', { bodyId: body.id, meetingId: null, type: 'decision', title: 'Tomt i Moss' })
  const location = await found(desk, 'tomt', /Tomt i Moss/)
  expect(location.pathname).toBe('/queue')
})

test('a decision is found by its words, under its item’s name', async () => {
  const desk = await aDeskOn()
  const { item } = await aMeetingUnderWay(desk)
  const decision = await desk.call('decisions.take', { itemId: item.id, text: 'Rammen settes til to millioner.' })
  const location = await found(desk, 'millioner', /Budsjett 2027/)
  expect(location.pathname).toBe(`/decisions/${decision.id}`)
})
