// @vitest-environment jsdom
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import { today } from '#renderer/lib/use-format.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { addDays } from '#shared/domain/days.ts'
import { aHost } from '../a-host.ts'
import { aCompany, aFollowUp, aVisitDesk, type FollowUp } from '../visits/builders.ts'

vi.stubGlobal('scrollTo', () => {})
// The screens load on first use, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)
// jsdom lays nothing out; the list must believe that it is 800 × 600.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 800 })
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 600 })
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 800 })
})
const visitedOn = addDays(today(), -30)

function aRow(changes: Partial<FollowUp> = {}): OutputOf<'followUps.open'> {
  return {
    ...aFollowUp({ dueOn: addDays(today(), -12), ...changes }),
    companyId: aCompany().id,
    companyName: aCompany().name,
    visitedOn,
    ownerName: 'Kari Nordmann',
    forwardedToName: null,
    isOverdue: true,
    daysOverdue: 12,
    responseDays: null,
  }
}

async function showFollowUps(row: OutputOf<'followUps.open'> | null, path = '') {
  const desk = aHost({
    ...aVisitDesk(),
    'followUps.list': { rows: row ? [row] : [], next: null },
    'followUps.count': row ? 1 : 0,
    ...(row ? { 'followUps.open': row } : {}),
    'followUps.close': aFollowUp(),
    'followUps.revise': aFollowUp(),
  })
  render(<App client={desk.client} history={createMemoryHistory({ initialEntries: [`/follow-ups${path}`] })} />)
  // The name stands twice: the style sheet, which this window has not, shows one of them by the width.
  await screen.findAllByRole('heading', { name: 'Oppfølginger' })
  const inputsOf = (name: string) => desk.calls.filter((call) => call.name === name).map((call) => call.input)
  return { user: userEvent.setup(), inputsOf }
}

test('how long a follow-up is overdue is said in words', async () => {
  await showFollowUps(aRow())
  expect(await screen.findByText('12 dager over frist')).toBeTruthy()
})

test('with no follow-up the screen says where they come from', async () => {
  await showFollowUps(null)
  expect(await screen.findByText('Ingen oppfølginger ennå')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Gå til besøk' })).toBeTruthy()
})

test('the state in the address is the filter asked for, and what no list knows is left out', async () => {
  const { inputsOf } = await showFollowUps(aRow(), '?state=overdue&themes=%5B%22transport%22%2C%22nonsense%22%5D')
  const [asked] = inputsOf('followUps.list') as ParsedInputOf<'followUps.list'>[]
  expect(asked?.filter).toMatchObject({ state: 'overdue', themes: ['transport'] })
})

test('closing needs the day the company was told and the result; each says so at its field', async () => {
  const { user, inputsOf } = await showFollowUps(aRow(), `/${aFollowUp().id}`)
  await user.click(await screen.findByRole('button', { name: 'Avslutt oppfølging' }))
  await user.click(screen.getByRole('button', { name: 'Avslutt' }))
  expect(screen.getByText(/Dagen bedriften fikk svar, mangler/)).toBeTruthy()
  expect(screen.getByText(/Resultatet mangler/)).toBeTruthy()
  expect(inputsOf('followUps.close')).toEqual([])

  await user.click(screen.getByRole('button', { name: 'I dag' }))
  await user.type(screen.getByLabelText(/Resultat/), 'Tomten er vist fram')
  await user.click(screen.getByRole('button', { name: 'Avslutt' }))
  await waitFor(() =>
    expect(inputsOf('followUps.close')).toEqual([
      { id: aFollowUp().id, status: 'closed', answeredCompanyOn: today(), result: 'Tomten er vist fram' },
    ]),
  )
  await screen.findByText('Oppfølgingen er avsluttet.')
})

test('what cannot be done needs the reason and no day', async () => {
  const { user, inputsOf } = await showFollowUps(aRow(), `/${aFollowUp().id}`)
  await user.click(await screen.findByRole('button', { name: 'Avslutt oppfølging' }))
  await user.click(screen.getByRole('radio', { name: 'Kan ikke gjøres' }))
  await user.click(screen.getByRole('button', { name: 'Avslutt som ikke mulig' }))
  expect(screen.getByText(/Begrunnelsen mangler/)).toBeTruthy()
  await user.type(screen.getByLabelText(/Hvorfor det ikke kan gjøres/), 'Ingen ledige tomter')
  await user.click(screen.getByRole('button', { name: 'Avslutt som ikke mulig' }))
  await waitFor(() =>
    expect(inputsOf('followUps.close')).toMatchObject([{ status: 'cannotBeDone', answeredCompanyOn: null }]),
  )
})

test('an answer cannot be given before the visit, nor after today', async () => {
  const { user, inputsOf } = await showFollowUps(aRow(), `/${aFollowUp().id}`)
  await user.click(await screen.findByRole('button', { name: 'Avslutt oppfølging' }))
  const group = screen.getByRole('group', { name: 'Avslutt oppfølging' })
  const day = () => group.querySelector<HTMLInputElement>('input[type="text"]') as HTMLInputElement
  await user.type(screen.getByLabelText(/Resultat/), 'Gjort')
  await user.type(day(), addDays(visitedOn, -1))
  await user.click(screen.getByRole('button', { name: 'Avslutt' }))
  expect(screen.getByText(/Svaret kan ikke være gitt før besøket/)).toBeTruthy()
  await user.clear(day())
  await user.type(day(), addDays(today(), 1))
  await user.click(screen.getByRole('button', { name: 'Avslutt' }))
  expect(screen.getByText(/Dagen ligger fram i tid/)).toBeTruthy()
  expect(inputsOf('followUps.close')).toEqual([])
})

test('telling the company makes an open follow-up answered', async () => {
  const { user, inputsOf } = await showFollowUps(aRow(), `/${aFollowUp().id}`)
  const field = await screen.findByLabelText('Bedriften fikk svar')
  await user.type(field, 'i dag')
  await user.tab()
  await waitFor(() =>
    expect(inputsOf('followUps.revise')).toEqual([
      { id: aFollowUp().id, changes: { answeredCompanyOn: today(), status: 'answered' } },
    ]),
  )
})

test('a closed follow-up can be opened again', async () => {
  const row = aRow({ status: 'closed', answeredCompanyOn: today(), result: 'Gjort' })
  const { user, inputsOf } = await showFollowUps(row, `/${aFollowUp().id}`)
  await user.click(await screen.findByRole('button', { name: 'Åpne igjen' }))
  await waitFor(() => expect(inputsOf('followUps.revise')).toMatchObject([{ changes: { status: 'answered' } }]))
})
