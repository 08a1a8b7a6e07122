// @vitest-environment jsdom
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { invalid } from '#shared/contract/problem.ts'
import { aHost } from '../a-host.ts'
import { aFollowUp, anOpenVisit, aVisit, aVisitDesk, type FollowUp, type Visit } from './builders.ts'

vi.stubGlobal('scrollTo', () => {})
// The screens load on first use, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)

/** A visit that takes its changes, as the file does. */
async function showVisit(start: Partial<Visit> = {}, tab = 'visit', rest: Parameters<typeof aHost>[0] = {}) {
  let visit = aVisit(start)
  let followUps: FollowUp[] = []
  const desk = aHost({
    ...aVisitDesk(),
    'visits.open': () => anOpenVisit(visit, { followUps }),
    'visits.revise': ({ changes }: ParsedInputOf<'visits.revise'>) => {
      visit = { ...visit, ...(changes as Partial<Visit>) }
      return visit
    },
    'followUps.add': (input: ParsedInputOf<'followUps.add'>) => {
      followUps = [aFollowUp({ description: input.description, dueOn: input.dueOn })]
      return aFollowUp()
    },
    ...rest,
  })
  const search = tab === 'visit' ? '' : `?tab=${tab}`
  render(
    <App client={desk.client} history={createMemoryHistory({ initialEntries: [`/visits/${visit.id}${search}`] })} />,
  )
  await screen.findByRole('tab', { selected: true })
  const revisions = () =>
    desk.calls
      .filter((call) => call.name === 'visits.revise')
      .map((call) => (call.input as ParsedInputOf<'visits.revise'>).changes)
  return { ...desk, user: userEvent.setup(), revisions, visit: () => visit }
}
const question = (name: string) => within(screen.getByRole('group', { name }))

test('"not answered" is stored as a mark, and an empty answer as nothing', async () => {
  const { user, revisions } = await showVisit({}, 'interview')
  await user.click(question('Eksport').getByRole('checkbox', { name: 'Ikke besvart' }))
  await waitFor(() => expect(revisions()).toEqual([{ notAnswered: ['export'] }]))
  expect(question('Eksport').queryByRole('textbox')).toBeNull()
  expect(question('Eksport').getByText('Spørsmålet ble stilt, men ikke besvart.')).toBeTruthy()
  // The neighbour was not put: it stays an empty field, without a mark.
  expect(question('Innovasjon').getByRole<HTMLTextAreaElement>('textbox').value).toBe('')
  expect(question('Innovasjon').getByRole<HTMLInputElement>('checkbox').checked).toBe(false)
})

test('two questions marked in a row are both kept', async () => {
  const { user, revisions } = await showVisit({}, 'interview')
  await user.click(question('Eksport').getByRole('checkbox'))
  await user.click(question('Innovasjon').getByRole('checkbox'))
  await waitFor(() => expect(revisions()).toHaveLength(2))
  expect([...(revisions()[1]?.notAnswered ?? [])].sort()).toEqual(['export', 'innovation'])
})

test('marking a question that has an answer asks first; keeping the answer changes nothing', async () => {
  const { user, revisions } = await showVisit({ export: 'Selger til Danmark' }, 'interview')
  await user.click(question('Eksport').getByRole('checkbox', { name: 'Ikke besvart' }))
  await user.click(await question('Eksport').findByRole('button', { name: 'Behold svaret' }))
  expect(question('Eksport').getByRole<HTMLTextAreaElement>('textbox').value).toBe('Selger til Danmark')
  expect(revisions()).toEqual([])
})

test('an answer still being typed counts as one: marking its question asks first', async () => {
  const { user } = await showVisit({}, 'interview')
  await user.type(question('Eksport').getByRole('textbox'), 'Danmark')
  await user.click(question('Eksport').getByRole('checkbox', { name: 'Ikke besvart' }))
  await question('Eksport').findByText(/Spørsmålet har et svar/)
  expect(question('Eksport').getByRole<HTMLTextAreaElement>('textbox').value).toBe('Danmark')
})

test('removing the answer and marking is one change, so that one undo brings the answer back', async () => {
  const { user, revisions } = await showVisit({ export: 'Selger til Danmark' }, 'interview')
  await user.click(question('Eksport').getByRole('checkbox', { name: 'Ikke besvart' }))
  await user.click(await question('Eksport').findByRole('button', { name: 'Fjern svaret og merk' }))
  await waitFor(() => expect(revisions()).toEqual([{ export: null, notAnswered: ['export'] }]))
})

test('an urgent visit without a follow-up warns until one with a deadline is added', async () => {
  const { user } = await showVisit({ flags: ['urgent'] })
  expect(screen.getByText(/Besøket haster, men ingen har fått en oppgave/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Legg til oppfølging' }))
  const panel = await screen.findByRole('tabpanel', { name: /Oppfølging/ })
  await user.type(within(panel).getByLabelText(/Hva er lovet/), 'Møte med kommunen')
  await user.click(within(panel).getByRole('button', { name: 'Lagre oppfølging' }))
  await screen.findByText('Møte med kommunen')
  expect(screen.queryByText(/Besøket haster, men ingen/)).toBeNull()
})

test('a confidential visit offers no summary and says why; an open one warns while it is empty', async () => {
  const first = await showVisit({ confidentiality: 'confidential' }, 'board')
  expect(screen.queryByLabelText('Sammendrag for styret')).toBeNull()
  expect(screen.getByText(/Fortrolige besøk telles, men styret får ingen tekst/)).toBeTruthy()
  await first.user.click(screen.getByRole('radio', { name: /Åpen/ }))
  await waitFor(() => expect(first.revisions()).toEqual([{ confidentiality: 'open' }]))
  expect(screen.getByLabelText('Sammendrag for styret')).toBeTruthy()
  expect(screen.getByText(/Tomt sammendrag/)).toBeTruthy()
})

test('the confidential text stands in a part of its own that says it never leaves the file', async () => {
  const { user, revisions } = await showVisit({}, 'board')
  const part = within(screen.getByRole('region', { name: 'Fortrolig' }))
  expect(part.getByText(/Forlater aldri denne filen/)).toBeTruthy()
  await user.type(part.getByLabelText('Fortrolig tekst'), 'Vurderer salg')
  await user.tab()
  await waitFor(() => expect(revisions()).toEqual([{ confidentialText: 'Vurderer salg' }]))
})

test('a draft is released from its header, and a refusal tells what is missing', async () => {
  const { user, calls } = await showVisit({ draft: true, flags: ['urgent'] }, 'visit', {
    'visits.release': () => {
      throw invalid({ flags: { key: 'problems.field.urgentNeedsFollowUp' } })
    },
  })
  await user.click(screen.getByRole('button', { name: 'Frigi besøket' }))
  await screen.findByText('Besøket er merket som haster, men har ingen oppfølging. Legg til en med frist.')
  expect(calls.filter((call) => call.name === 'visits.release')).toHaveLength(1)
})

test('a visit is deleted at once, with a way back', async () => {
  const { user, calls } = await showVisit({}, 'visit', { 'visits.remove': {} })
  await user.click(screen.getByRole('button', { name: 'Mer' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Slett besøket' }))
  await screen.findByText('Besøket er slettet.')
  expect(calls.some((call) => call.name === 'visits.remove')).toBe(true)
  expect(screen.getByRole('button', { name: 'Angre' })).toBeTruthy()
  expect(screen.queryByRole('tab')).toBeNull()
})
