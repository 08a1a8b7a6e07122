import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

// Today is 2026-09-15.
async function aRegister() {
  const desk = await aDeskOn()
  await desk.call('indicators.add', { code: 'I-1', title: 'Arbeidsplasser', unit: 'number', sourceName: 'SSB' })
  await desk.call('indicators.add', { code: 'I-2', title: 'Arbeidsledighet', nextExpectedOn: '2026-09-01' })
  const rank = await desk.call('indicators.add', { code: 'I-3', title: 'Plass i kåringen', unit: 'rank' })
  const plan = await desk.call('plans.add', { title: 'Næringsplan', status: 'inForce' })
  const goal = await desk.call('goals.add', { planId: plan.id, code: 'M-7', title: 'Blant de ti beste' })
  await desk.call('goalLinks.add', { goalId: goal.id, kind: 'indicator', recordIds: [rank.id] })
  const frequencies = async () => (await desk.call('indicators.list', {})).rows.map(({ frequency }) => frequency)
  return { frequencies, ...windowAt(desk, '/indicators') }
}

test('the register counts what waits and what lacks a source, and filters by lateness and by a goal found by words', async () => {
  const { user } = await aRegister()
  await screen.findByText('1 venter på tall')
  await screen.findByText('2 uten kilde')
  await user.click(screen.getByRole('button', { name: /^Filtrer/ }))
  await user.click(await screen.findByRole('switch', { name: 'Ventet, men ikke kommet' }))
  await screen.findByText('1 indikator')
  await user.click(screen.getByRole('switch', { name: 'Ventet, men ikke kommet' }))
  await screen.findByText('3 indikatorer')
  await user.type(screen.getByRole('combobox', { name: 'Mål' }), 'beste')
  await user.click(await screen.findByRole('option', { name: /M-7 Blant de ti beste/ }))
  await screen.findByText('1 indikator')
})

test('several indicators are given a frequency in one change, and one undo takes it back', async () => {
  const { user, frequencies } = await aRegister()
  await user.click(await screen.findByRole('checkbox', { name: 'Velg I-1 Arbeidsplasser' }))
  await user.click(screen.getByRole('checkbox', { name: 'Velg I-3 Plass i kåringen' }))
  const form = within(await screen.findByRole('region', { name: 'Endre flere' }))
  await user.click(form.getByRole('button', { name: /Hvor ofte/ }))
  await user.click(await screen.findByRole('option', { name: 'Kvartalsvis' }))
  await user.click(form.getByRole('button', { name: 'Endre 2' }))
  await screen.findByText('2 er endret.')
  expect(await frequencies()).toEqual(['quarterly', 'notStated', 'quarterly'])
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await frequencies()).toEqual(['notStated', 'notStated', 'notStated']))
})
