// @vitest-environment jsdom
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import { aHost } from '../a-host.ts'
import { anOpenVisit, aVisit, aVisitDesk } from './builders.ts'

vi.stubGlobal('scrollTo', () => {})
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)

/** A visit in a file that can't be written; a command that were sent would find no handler and fail the test. */
async function showVisit(tab: string) {
  const answers = aVisitDesk()
  const workspace = answers['workspace.current']
  if (!workspace || typeof workspace === 'function') throw new Error('The desk has no open file')
  const visit = aVisit({
    notes: 'Skal flytte til nytt bygg.',
    type: 'companyVisit',
    draft: true,
    flags: ['urgent', 'expanding'],
  })
  const desk = aHost({
    ...answers,
    'workspace.current': { ...workspace, readOnly: true },
    'visits.open': anOpenVisit(visit),
  })
  const history = createMemoryHistory({ initialEntries: [`/visits/${visit.id}?tab=${tab}`] })
  render(<App client={desk.client} history={history} />)
  await screen.findByRole('tab', { selected: true })
  return { ...desk, user: userEvent.setup() }
}

test('a read-only file says so once, and its fields can be read but not written', async () => {
  const { user, calls } = await showVisit('visit')
  expect(screen.getAllByText(/Filen er skrivebeskyttet/)).toHaveLength(1)
  const notes = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Notat' })
  await user.type(notes, 'Mer')
  expect(notes.value).toBe('Skal flytte til nytt bygg.')
  const type = screen.getByRole<HTMLInputElement>('textbox', { name: 'Type' })
  expect([type.value, type.readOnly]).toEqual(['Bedriftsbesøk', true])
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Flagg' }).value).toBe('Vokser, Haster')
  for (const name of ['Logg besøk', 'Frigi besøket', 'Ny kontaktperson']) {
    expect(screen.getByRole('button', { name })).toHaveProperty('disabled', true)
  }
  expect(calls.map((call) => call.name).filter((name) => /revise|release|log$|drafts\.save/.test(name))).toEqual([])
})

test('photos are refused with the reason before anything is chosen', async () => {
  await showVisit('files')
  const panel = within(screen.getByRole('tabpanel'))
  expect(panel.getByText(/ingenting kan lagres i den/)).toBeTruthy()
  expect(panel.queryByRole('button', { name: 'Velg filer' })).toBeNull()
})
