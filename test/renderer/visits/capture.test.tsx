// @vitest-environment jsdom
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import { today } from '#renderer/lib/use-format.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { addDays } from '#shared/domain/days.ts'
import { aHost, anId, now } from '../a-host.ts'
import { aFollowUp, aVisit, aVisitDesk, kari } from './builders.ts'

vi.stubGlobal('scrollTo', () => {})
// The screens load on first use, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)
const shortcut = '{Control>}{Shift>}l{/Shift}{/Control}'
const save = '{Control>}{Enter}{/Control}'

type Answers = Parameters<typeof aHost>[0]
async function atTheDesk(answers: Answers = {}) {
  const host = aHost({ ...aVisitDesk(), 'visits.log': aVisit(), ...answers })
  render(<App client={host.client} history={createMemoryHistory({ initialEntries: ['/visits'] })} />)
  await screen.findByRole('heading', { name: 'Besøk' })
  const user = userEvent.setup()
  let presses = 0
  return {
    ...host,
    user,
    /** Presses keys and counts them; typed text goes through `user.keyboard`. */
    press: async (...keys: string[]) => {
      for (const key of keys) {
        presses += 1
        await user.keyboard(key)
      }
    },
    presses: () => presses,
    inputOf: (name: string) => host.calls.find((call) => call.name === name)?.input,
    count: (name: string) => host.calls.filter((call) => call.name === name).length,
  }
}
const company = () => screen.findByRole<HTMLInputElement>('combobox', { name: /Bedrift/ })
const notes = () => screen.getByLabelText<HTMLTextAreaElement>('Notat')

test('a visit to a known company takes fewer than ten key presses beside its text', async () => {
  const desk = await atTheDesk()
  await desk.press(shortcut)
  await waitFor(async () => expect(document.activeElement).toBe(await company()))
  await desk.press('n', 'o', 'r')
  await screen.findByRole('option', { name: /Nordic Mekaniske AS/ })
  await desk.press('{Enter}')
  await waitFor(async () => expect((await company()).value).toBe('Nordic Mekaniske AS'))
  await desk.press('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(notes()))
  await desk.user.keyboard('Vokser, og trenger to fagarbeidere.')
  await desk.press(save)
  await screen.findByText('Besøket hos Nordic Mekaniske AS er lagret.')

  expect(desk.presses()).toBeLessThan(10)
  expect(desk.inputOf('visits.log')).toMatchObject({
    companyId: anId(20),
    newCompanyName: null,
    visitedOn: today(),
    notes: 'Vokser, og trenger to fagarbeidere.',
    ourParticipantIds: [kari.id],
  })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: 'Angre' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Åpne besøket' })).toBeTruthy()
})

test('Tab goes from the company to the date, which reads words', async () => {
  const desk = await atTheDesk()
  await desk.press(shortcut)
  await company()
  await desk.user.keyboard('nor')
  await screen.findByRole('option', { name: /Nordic Mekaniske AS/ })
  await desk.press('{Enter}')
  await waitFor(async () => expect((await company()).value).toBe('Nordic Mekaniske AS'))
  await desk.press('{Tab}')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Dato/ }))
  await desk.user.clear(screen.getByRole('textbox', { name: /Dato/ }))
  await desk.user.keyboard('i går')
  await desk.press(save)
  await waitFor(() => expect(desk.inputOf('visits.log')).toMatchObject({ visitedOn: addDays(today(), -1) }))
})

test('a name that no company has is created with the visit, and a likely duplicate is warned of', async () => {
  const desk = await atTheDesk({
    'companies.duplicates': [
      { id: anId(21), name: 'Viken Stål ASA', orgNo: null, place: 'Moss', because: 'name' as const },
    ],
  })
  await desk.press(shortcut)
  await company()
  await desk.user.keyboard('Viken Stål AS')
  await screen.findByText('Opprett «Viken Stål AS»')
  await desk.press('{Tab}')
  await screen.findByText('Ny bedrift. Den opprettes når besøket lagres.')
  await screen.findByText('Viken Stål ASA finnes fra før, i Moss.')
  await desk.press(save)
  await waitFor(() =>
    expect(desk.inputOf('visits.log')).toMatchObject({ companyId: null, newCompanyName: 'Viken Stål AS' }),
  )
})

test('the very name of a company, typed in full and left, is that company and no second one', async () => {
  const desk = await atTheDesk()
  await desk.press(shortcut)
  await company()
  await desk.user.keyboard('nordic mekaniske as')
  await desk.press('{Tab}')
  await waitFor(async () => expect((await company()).value).toBe('Nordic Mekaniske AS'))
  await desk.press(save)
  await waitFor(() => expect(desk.inputOf('visits.log')).toMatchObject({ companyId: anId(20), newCompanyName: null }))
})

test('a refused save shows the reason at its field and keeps every word; the draft stays', async () => {
  const desk = await atTheDesk({
    'visits.log': () => {
      throw invalid({ visitedOn: { key: 'problems.field.visitInFuture', params: { today: '22.11.2026' } } })
    },
  })
  await desk.press(shortcut)
  await company()
  await desk.user.keyboard('nor')
  await screen.findByRole('option', { name: /Nordic Mekaniske AS/ })
  await desk.press('{Enter}')
  await waitFor(async () => expect((await company()).value).toBe('Nordic Mekaniske AS'))
  await desk.user.type(notes(), 'Skal flytte.')
  await desk.press(save)
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Dato/ }).getAttribute('aria-invalid')).toBe('true'))
  expect(within(screen.getByRole('dialog')).getByText(/Besøket kan ikke være holdt etter i dag/)).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Dato/ })))
  expect(notes().value).toBe('Skal flytte.')
  expect(desk.count('drafts.discard')).toBe(0)
})

test('without a company nothing is sent, and the field says so', async () => {
  const desk = await atTheDesk()
  await desk.press(shortcut)
  const field = await company()
  await desk.press(save)
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(desk.count('visits.log')).toBe(0)
})

test('what was typed before a crash comes back with a note, and can be discarded', async () => {
  const kept = { companyId: null, companyName: 'Viken Stål AS', visitedOn: '2026-06-01', notes: 'Halvskrevet' }
  const desk = await atTheDesk({ 'drafts.load': { value: kept, savedAt: now } })
  await desk.press(shortcut)
  await waitFor(() => expect(notes().value).toBe('Halvskrevet'))
  expect((await company()).value).toBe('Viken Stål AS')
  expect(screen.getByText(/ble aldri lagret/)).toBeTruthy()
  await desk.user.click(screen.getByRole('button', { name: 'Forkast' }))
  expect(notes().value).toBe('')
  expect((await company()).value).toBe('')
  await waitFor(() => expect(desk.inputOf('drafts.discard')).toEqual({ key: 'capture' }))
})

test('what is typed is kept at the pause, and let go only when the save succeeded', async () => {
  const desk = await atTheDesk()
  await desk.press(shortcut)
  await company()
  await desk.user.keyboard('nor')
  await screen.findByRole('option', { name: /Nordic Mekaniske AS/ })
  await desk.press('{Enter}')
  await waitFor(async () => expect((await company()).value).toBe('Nordic Mekaniske AS'))
  await desk.user.type(notes(), 'Bra dag')
  await waitFor(() =>
    expect(desk.inputOf('drafts.save')).toMatchObject({ key: 'capture', value: expect.anything() as unknown }),
  )
  expect(desk.count('drafts.discard')).toBe(0)
  await desk.press(save)
  await waitFor(() => expect(desk.count('drafts.discard')).toBe(1))
})

test('a promised follow-up is saved after the visit: mine, due in fourteen days', async () => {
  const desk = await atTheDesk({ 'followUps.add': aFollowUp() })
  await desk.press(shortcut)
  await company()
  await desk.user.keyboard('nor')
  await screen.findByRole('option', { name: /Nordic Mekaniske AS/ })
  await desk.press('{Enter}')
  await waitFor(async () => expect((await company()).value).toBe('Nordic Mekaniske AS'))
  await desk.user.type(screen.getByLabelText('Lovet oppfølging'), 'Ringe NAV')
  await desk.press(save)
  await waitFor(() =>
    expect(desk.inputOf('followUps.add')).toEqual({
      visitId: aVisit().id,
      description: 'Ringe NAV',
      theme: 'other',
      ownerId: kari.id,
      dueOn: addDays(today(), 14),
    }),
  )
})

test('a follow-up refused after its visit was saved is tried again alone, never with a second visit', async () => {
  let refusals = 1
  const desk = await atTheDesk({
    'followUps.add': () => {
      refusals -= 1
      if (refusals >= 0) throw problem('diskFull', 'problems.diskFull')
      return aFollowUp()
    },
  })
  await desk.press(shortcut)
  await company()
  await desk.user.keyboard('nor')
  await screen.findByRole('option', { name: /Nordic Mekaniske AS/ })
  await desk.press('{Enter}')
  await waitFor(async () => expect((await company()).value).toBe('Nordic Mekaniske AS'))
  await desk.user.type(screen.getByLabelText('Lovet oppfølging'), 'Ringe NAV')
  await desk.press(save)
  await screen.findByText(/Besøket er lagret, men ikke oppfølgingen/)
  await desk.press(save)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(desk.count('visits.log')).toBe(1)
  expect(desk.count('followUps.add')).toBe(2)
})

test('where nobody is chosen as me, the dialog asks, remembers, and goes on', async () => {
  const desk = await atTheDesk({
    ...aVisitDesk(null),
    'preferences.choose': { language: 'nb', theme: 'light', me: kari.id, deviceName: 'Laptop' },
  })
  await desk.press(shortcut)
  await company()
  await desk.user.click(screen.getByRole('button', { name: /Hvem er du/ }))
  await desk.user.click(await screen.findByRole('option', { name: /Kari Nordmann/ }))
  await desk.user.type(await company(), 'Ny AS')
  await desk.press(save)
  await waitFor(() => expect(desk.inputOf('visits.log')).toMatchObject({ ourParticipantIds: [kari.id] }))
  expect(desk.inputOf('preferences.choose')).toEqual({ me: kari.id })
})
