// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { ToastRegion } from '#renderer/components/toast-region.tsx'
import { UnsavedDocuments } from '#renderer/components/unsaved-document.tsx'
import { PaperExport } from '#renderer/features/session/paper-export.tsx'
import { useChangeListener } from '#renderer/lib/use-query.ts'
import type { Client } from '#shared/contract/client.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import { aHost, anId } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)

const inUse = { key: 'problems.target.inUse', params: { file: 'Protokoll.docx', folder: 'Styret' } }
const sentence = /«Protokoll\.docx» er åpen i et annet program/

/** Asks again after each command, as the window does. */
function Listener({ client }: { readonly client: Client }) {
  useChangeListener(client)
  return null
}

/** The line above the screen, and with `panel` the panel that the paper was made in. */
function aWindow({ panel }: { readonly panel: boolean }) {
  const waiting: OutputOf<'unsaved.list'> = [{ id: 'u1', name: 'Protokoll.docx', size: 2048, problem: inUse }]
  let list = panel ? [] : waiting
  let refused: ProblemError | null = null
  const desk = aHost({
    'app.about': {
      version: '1',
      sqlite: '3',
      node: '24',
      host: 'direct',
      can: { openFiles: true, revealFiles: false },
    },
    'papers.export': () => {
      list = waiting
      return { jobId: 'job-1' }
    },
    'files.open': {},
    'jobs.show': () => ({
      id: 'job-1',
      state: list.length > 0 ? 'failed' : 'done',
      progress: 1,
      step: 'packages.steps.saving',
      file: list.length > 0 ? null : { fileId: 'f1', name: 'Protokoll (2).docx', size: 2048, url: null },
      problem: list.length > 0 ? { code: 'targetLocked', ...inUse } : null,
      unsaved: list.length > 0 ? 'u1' : null,
      findings: [],
    }),
    'unsaved.list': () => list,
    'unsaved.save': () => {
      if (refused) throw refused
      list = []
      return { fileId: 'f1', name: 'Protokoll (2).docx', url: null, size: 2048 }
    },
    'unsaved.letGo': () => {
      list = []
      return {}
    },
  })
  const choice = {
    kind: 'minutes' as const,
    bodyId: anId(1),
    meetingId: anId(2),
    language: 'nb' as const,
    redacted: false,
  }
  const shown = (withPanel: boolean) => (
    <Providers client={desk.client}>
      <Listener client={desk.client} />
      <UnsavedDocuments />
      {withPanel && <PaperExport choice={choice} />}
      <ToastRegion />
    </Providers>
  )
  const { rerender } = render(shown(panel))
  const region = () => screen.queryByRole('region', { name: 'Dokumenter som ikke er lagret' })
  const asked = (name: string) => desk.calls.filter((call) => call.name === name).map(({ input }) => input)
  const refuse = (key: string) => (refused = new ProblemError({ code: 'fileMissing', key }))
  return { user: userEvent.setup(), region, asked, refuse, leavePanel: () => rerender(shown(false)) }
}

test('a document of an export without a panel stands above the screen, says why, and is saved elsewhere by keyboard', async () => {
  const { user, region, asked } = aWindow({ panel: false })
  const way = await screen.findByRole('button', { name: 'Lagre et annet sted …' })
  expect(screen.getByRole('alert').textContent).toMatch(sentence)
  // Equal buttons of two documents are told apart by what they are described with.
  expect(document.getElementById(way.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
    /Protokoll\.docx \(2/,
  )
  // What the host can do with a saved file is known before the button is.
  await expect.poll(() => asked('app.about')).toHaveLength(1)
  await user.tab()
  expect(document.activeElement).toBe(way)
  await user.keyboard('{Enter}')
  expect(asked('unsaved.save')).toEqual([{ id: 'u1', elsewhere: true }])
  await screen.findByText('Protokoll (2).docx er lagret.')
  await expect.poll(region).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Åpne' }))
  expect(asked('files.open')).toEqual([{ fileId: 'f1' }])
})

test('trying again asks for no place, and what can’t be saved is thrown away only when the user says so', async () => {
  const { user, region, asked, refuse } = aWindow({ panel: false })
  refuse('problems.target.gone')
  await user.click(await screen.findByRole('button', { name: 'Prøv igjen' }))
  expect(asked('unsaved.save')).toEqual([{ id: 'u1', elsewhere: false }])
  await expect.poll(() => screen.getByRole('alert').textContent).toContain('finnes ikke lenger')
  expect(region()).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Forkast' }))
  expect(asked('unsaved.letGo')).toEqual([{ id: 'u1' }])
  await expect.poll(region).toBeNull()
})

test('in the panel it was made in it is shown once, and becomes the saved file; left there it is found above the screen', async () => {
  const { user, region, leavePanel } = aWindow({ panel: true })
  expect(region()).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Lagre som Word' }))
  await expect.poll(() => screen.queryAllByText(sentence)).toHaveLength(1)
  await expect.poll(region).toBeNull()
  leavePanel()
  await expect.poll(() => region() && within(region() as HTMLElement).queryAllByText(sentence).length).toBe(1)
  cleanup()

  const again = aWindow({ panel: true })
  await again.user.click(await screen.findByRole('button', { name: 'Lagre som Word' }))
  await expect.poll(again.region).toBeNull()
  await again.user.click(await screen.findByRole('button', { name: 'Lagre et annet sted …' }))
  await screen.findByText(/Protokoll \(2\)\.docx \(2.*er lagret/)
  expect(screen.queryByText(sentence)).toBeNull()
  expect(again.asked('papers.export')).toHaveLength(1)
})

test('a document that is gone meanwhile is told in a notice', async () => {
  const { user, refuse } = aWindow({ panel: false })
  refuse('problems.unsavedGone')
  await user.click(await screen.findByRole('button', { name: 'Prøv igjen' }))
  await within(screen.getByRole('region', { name: 'Meldinger' })).findByText(/ikke her lenger/)
})
