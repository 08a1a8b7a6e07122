// @vitest-environment jsdom
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import { problem } from '#shared/contract/problem.ts'
import { aDesk, aHost, anId, now } from '../a-host.ts'

vi.stubGlobal('scrollTo', () => {})
afterEach(cleanup)

function open(answers: Parameters<typeof aHost>[0], path = '/settings/window') {
  const host = aHost(answers)
  render(<App client={host.client} history={createMemoryHistory({ initialEntries: [path] })} />)
  return { ...host, user: userEvent.setup() }
}

test('with no file open every address shows the welcome, in the language chosen there, at once', async () => {
  let language: 'nb' | 'sv' = 'nb'
  const { user } = open({
    ...aDesk(),
    'workspace.current': null,
    'workspace.recent': [
      { id: '1', name: 'Gammel', location: '/x', openedAt: '2026-01-01T00:00:00.000Z', missing: true },
    ],
    'preferences.show': () => ({ language, theme: 'light', me: null, deviceName: 'L' }),
    'preferences.choose': () => {
      language = 'sv'
      return { language, theme: 'light', me: null, deviceName: 'L' }
    },
  })
  await screen.findByRole('heading', { name: 'Velkommen til Fyr' })
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: /Gammel/ })).disabled).toBe(true)
  await user.click(screen.getByText('Svenska'))
  await screen.findByRole('heading', { name: 'Välkommen till Fyr' })
  expect(document.documentElement.lang).toBe('sv-SE')
})

test('a new partnership without a name is refused at the field, and nothing typed is lost', async () => {
  const { user, calls } = open({
    ...aDesk(),
    'workspace.current': null,
    'workspace.recent': [],
    'workspace.create': null,
  })
  await user.click(await screen.findByRole('button', { name: 'Opprett partnerskap' }))
  await user.type(screen.getByLabelText(/Fornavnet ditt/), 'Kari')
  await user.click(screen.getByRole('button', { name: 'Opprett partnerskap' }))
  await waitFor(() => expect(screen.getByLabelText(/Partnerskapets navn/).getAttribute('aria-invalid')).toBe('true'))
  expect(document.activeElement).toBe(screen.getByLabelText(/Partnerskapets navn/))
  expect(screen.getByLabelText<HTMLInputElement>(/Fornavnet ditt/).value).toBe('Kari')
  expect(calls.some((call) => call.name === 'workspace.create')).toBe(false)
})

test('the palette finds a record by its words and goes there', async () => {
  const found = {
    entity: 'persons' as const,
    id: anId(9),
    title: 'Kari Nordmann',
    detail: '',
    day: null,
    openId: anId(9),
  }
  const { user } = open({ ...aDesk(), 'search.find': ({ text }) => (text === 'kari' ? [found] : []) })
  await screen.findByRole('navigation', { name: 'Områder' })
  await user.keyboard('{Control>}k{/Control}')
  await user.keyboard('kari')
  await user.click(await screen.findByRole('option', { name: /Kari Nordmann/ }))
  await screen.findByRole('heading', { name: 'Personer' })
})

test('Ctrl Z undoes what the log names, and Ctrl Shift Z does it again, each told in words', async () => {
  const desk = aDesk()
  const told = {
    stamp: 'stamp-x',
    at: now,
    actor: 'Kari',
    device: '',
    command: 'companies.revise',
    undoes: null,
    undone: false,
    undoable: true,
    fieldCount: 1,
    fields: [{ entity: 'companies' as const, recordId: anId(4), field: 'name', value: 'Ny', before: 'Gammel' }],
    names: { [anId(4)]: { name: 'Bruket AS', day: null } },
  }
  const undone: string[] = []
  const steps = () => ({ undo: undone.length === 0 ? 'first' : null, redo: undone.length === 1 ? 'second' : null })
  const { user } = open({
    ...desk,
    'history.steps': steps,
    'history.undo': ({ stamp }) => {
      undone.push(stamp)
      return told
    },
  })
  const field = await screen.findByLabelText('Navn på denne maskinen')
  await user.click(field)
  await user.keyboard('{Control>}z{/Control}')
  expect(undone).toEqual([])
  ;(document.activeElement as HTMLElement).blur()
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(undone).toEqual(['first']))
  await screen.findByText('Angret: Bedrift Bruket AS, Navn.')
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  await waitFor(() => expect(undone).toEqual(['first', 'second']))
  await screen.findByText('Gjort om igjen: Bedrift Bruket AS, Navn.')
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByText('Ingen flere endringer å angre.')
})

test('a refused undo names the change and the fields, and the next press tries the one before', async () => {
  const asked: string[][] = []
  const details = {
    rows: [{ entity: 'companies' as const, recordId: anId(4), field: 'name', value: 'Ny' }],
    names: { [anId(4)]: { name: 'Bruket AS', day: null } },
    next: null,
  }
  const { user } = open({
    ...aDesk(),
    'history.steps': ({ skip }) => {
      asked.push(skip)
      return { undo: skip.includes('first') ? null : 'first', redo: null }
    },
    'history.details': details,
    'history.undo': () => {
      throw problem(
        'conflict',
        'problems.fieldsChangedSince',
        { count: 1 },
        { name: { key: 'problems.field.changedSince' } },
      )
    },
  })
  await screen.findByLabelText('Navn på denne maskinen')
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByText(/Kan ikke angre «Bedrift Bruket AS, Navn»\. .*Det gjelder Navn\./)
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByText('Ingen flere endringer å angre.')
  expect(asked.at(-1)).toEqual(['first'])
})

test('a change in another window shows here without asking for it', async () => {
  let name = 'Før'
  const desk = aDesk()
  const current = desk['workspace.current']
  if (!current || typeof current === 'function') throw new Error('the desk has a file open')
  const { announce } = open({
    ...desk,
    'workspace.current': () => ({ ...current, partnership: { ...current.partnership, name } }),
  })
  await screen.findByText('Før')
  name = 'Etter'
  announce(['partnership'])
  await screen.findByText('Etter')
})

test('going to another area moves the focus to its heading and names the window', async () => {
  const { user } = open(aDesk(), '/nowhere')
  await screen.findByRole('heading', { name: 'Siden finnes ikke' })
  await user.click(screen.getByRole('link', { name: 'Innstillinger' }))
  const heading = await screen.findByRole('heading', { level: 1, name: 'Innstillinger' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(document.title).toBe('Innstillinger – Fyr')
})

const about = (host: 'electron' | 'preview') => ({
  'app.about': {
    version: '1.0.0',
    sqlite: '3',
    node: 'v24',
    host,
    can: { openFiles: false, revealFiles: false },
  },
})

test('the gallery of components stands in the preview, and nowhere in the program', async () => {
  open({ ...aDesk(), ...about('electron') }, '/gallery')
  await screen.findByRole('heading', { name: 'Siden finnes ikke' })
  cleanup()
  open({ ...aDesk(), ...about('preview') }, '/gallery')
  await screen.findByRole('heading', { name: 'Gallery' })
})
