// @vitest-environment jsdom
import { createMemoryHistory } from '@tanstack/react-router'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import { doFromMenu } from '#renderer/lib/menu.ts'
import type { Action } from '#renderer/lib/shortcuts.ts'
import { type MenuCommand, menuCommands, windowShortcuts } from '#shared/contract/menu-commands.ts'
import { aDesk, aHost } from '../a-host.ts'

vi.stubGlobal('scrollTo', () => {})
afterEach(() => {
  cleanup()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

/** The window under a menu, as Electron's preload gives it. */
async function aWindow(answers: Parameters<typeof aHost>[0] = {}) {
  const listeners = new Set<(name: MenuCommand) => void>()
  vi.stubGlobal('fyr', {
    onMenu: (listener: (name: MenuCommand) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  const host = aHost({ ...aDesk(), 'workspace.recent': [], 'opening.trouble': null, ...answers })
  const history = createMemoryHistory({ initialEntries: ['/settings/window'] })
  render(<App client={host.client} history={history} />)
  await screen.findAllByRole('navigation')
  const pick = (name: MenuCommand) =>
    act(async () => {
      for (const listener of [...listeners]) listener(name)
    })
  return { ...host, history, pick, listeners, user: userEvent.setup() }
}

test('the menu goes to areas, shows the keys and asks for a file, as the window does by itself', async () => {
  const { pick, history, calls } = await aWindow({ 'workspace.open': null })
  await pick('go.documents')
  await waitFor(() => expect(history.location.pathname).toBe('/documents'))
  await pick('settings.about')
  await waitFor(() => expect(history.location.pathname).toBe('/settings/about'))
  await pick('workspace.open')
  await waitFor(() => expect(calls.map((call) => call.name)).toContain('workspace.open'))
  expect(calls.find((call) => call.name === 'workspace.open')?.input).toEqual({ recentId: null })
  await pick('app.help')
  const dialog = await screen.findByRole('dialog')
  // The keys that the menu shows are the ones that work.
  for (const key of Object.values(windowShortcuts))
    expect(dialog.textContent).toContain(key === 'f1' ? 'F1' : (key.split('+').at(-1)?.toUpperCase() ?? ''))
  // A dialog is finished first.
  await pick('go.visits')
  expect(history.location.pathname).toBe('/settings/about')
})

test('a new partnership leads to the page that makes one', async () => {
  const { pick } = await aWindow()
  await pick('workspace.create')
  expect(await screen.findByRole('button', { name: 'Opprett partnerskap' })).toBeTruthy()
})

test('each row of the menu is something that the window does', async () => {
  const { pick, calls, listeners } = await aWindow({
    'workspace.backup': null,
    'workspace.close': {},
  })
  expect(listeners.size).toBe(2)
  await pick('workspace.backup')
  await waitFor(() => expect(calls.map((call) => call.name)).toContain('workspace.backup'))
  await pick('app.palette')
  expect(await screen.findByRole('dialog')).toBeTruthy()
})

const action = (id: string, run: () => void, disabled = false): Action => ({ id, label: id, run, disabled })

test('undo in a text is the text’s own; elsewhere it is the record’s', () => {
  const did: string[] = []
  const actions = [action('app.undo', () => did.push('record')), action('app.redo', () => did.push('record again'))]
  document.execCommand = (command: string) => did.push(`text ${command}`) > 0
  const field = document.body.appendChild(document.createElement('input'))
  doFromMenu('app.undo', actions)
  field.focus()
  doFromMenu('app.undo', actions)
  doFromMenu('app.redo', actions)
  // The editor has a history of its own, and says so.
  const heard: string[] = []
  field.addEventListener('beforeinput', (event) => {
    heard.push(event.inputType)
    event.preventDefault()
  })
  doFromMenu('app.redo', actions)
  expect(did).toEqual(['record', 'text undo', 'text redo'])
  expect(heard).toEqual(['historyRedo'])
})

test('what can’t be used now, or that the screen doesn’t have, does nothing', () => {
  const did: string[] = []
  for (const name of menuCommands) doFromMenu(name, [action('visits.capture', () => did.push('visit'), true)])
  expect(did).toEqual([])
})
