import { afterEach, expect, test, vi } from 'vitest'
import { screen, within } from '../a-window.tsx'
import { aSession, proposedText, sessionAt } from './a-session.ts'

afterEach(() => vi.useRealTimers())

const paper = async () => within(await screen.findByRole('region', { name: 'Dokumentet slik det skrives ut' }))

test('the language of a paper is chosen apart from that of the screen', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk, 'papers')
  await user.click(await screen.findByRole('radio', { name: 'Svensk' }))
  await (await paper()).findByText('Protokoll')
  expect(screen.getByRole('tab', { name: 'Dokumenter' })).toBeTruthy()
})

test('the public version holds back a confidential item’s title and content', async () => {
  const desk = await aSession()
  await desk.call('agendaItems.revise', {
    id: desk.itemId,
    changes: { confidential: true, confidentialGround: 'offl. § 23' },
  })
  await desk.decide(desk.itemId, 'Hemmelig beslutning.')
  const { user } = await sessionAt(desk, 'papers')
  await (await paper()).findByText('Hemmelig beslutning.')
  await user.click(screen.getByRole('switch', { name: /^Offentlig utgave/ }))
  const shown = await paper()
  await shown.findByRole('heading', { name: /Unntatt offentlighet, offl. § 23/ })
  expect(shown.queryByText('Hemmelig beslutning.')).toBeNull()
  expect(shown.queryByText(/Budsjett 2027/)).toBeNull()
})

test('an extract is of one decision; without one the screen says so', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk, 'papers')
  await user.click(await screen.findByRole('button', { name: /^Møteprotokoll Dokument|Dokument/ }))
  await user.click(await screen.findByRole('option', { name: 'Særutskrift' }))
  await screen.findByText('Møtet har ingen vedtak')
  expect(screen.queryByRole('button', { name: 'Lagre som Word' })).toBeNull()
  await desk.decide(desk.itemId, 'Vedtas.')
  await (await paper()).findByText('Rett utskrift bekreftes')
})

test('the notice is read with its agenda, and offers the calendar entry', async () => {
  const desk = await aSession({ open: false })
  await sessionAt(desk, 'papers')
  const shown = await paper()
  await shown.findByRole('heading', { name: 'Innkalte' })
  shown.getByRole('row', { name: /Budsjett 2027/ })
  expect(screen.getByRole('button', { name: 'Lag kalenderoppføring' })).toBeTruthy()
  expect(shown.queryByText(proposedText)).toBeNull()
})
