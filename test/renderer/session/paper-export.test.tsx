// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { PaperExport } from '#renderer/features/session/paper-export.tsx'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { aHost, anId } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)

type Job = NonNullable<OutputOf<'jobs.show'>>
const choice = {
  kind: 'minutes' as const,
  bodyId: anId(1),
  meetingId: anId(2),
  language: 'nb' as const,
  redacted: false,
}

function showExport(job: Partial<Job>) {
  const desk = aHost({
    'app.about': {
      version: '1',
      host: 'direct',
      can: { openFiles: false, revealFiles: false },
    } as OutputOf<'app.about'>,
    'papers.export': { jobId: 'job-1' },
    'jobs.show': {
      id: 'job-1',
      state: 'failed',
      progress: 0.9,
      step: 'packages.steps.saving',
      file: null,
      problem: null,
      unsaved: null,
      findings: [],
      ...job,
    },
    'jobs.cancel': {},
  })
  const { unmount } = render(
    <Providers client={desk.client}>
      <PaperExport choice={choice} />
    </Providers>,
  )
  const exports = () => desk.calls.filter(({ name }) => name === 'papers.export').map(({ input }) => input)
  return { ...desk, user: userEvent.setup(), exports, unmount }
}

test('a Word file edited by hand is overwritten only when the user says so', async () => {
  const { user, exports } = showExport({ problem: { code: 'conflict', key: 'problems.handEdited' } })
  await user.click(screen.getByRole('button', { name: 'Lagre som Word' }))
  await screen.findByRole('button', { name: 'Lagre under et annet navn' })
  expect(exports()).toMatchObject([{ format: 'docx', overEdits: false }])
  await user.click(screen.getByRole('button', { name: 'Skriv over' }))
  expect(exports()).toMatchObject([{ overEdits: false }, { overEdits: true }])
})

test('saving under another name asks for the file again and overwrites nothing', async () => {
  const { user, exports } = showExport({ problem: { code: 'conflict', key: 'problems.handEdited' } })
  await user.click(screen.getByRole('button', { name: 'Lagre som Word' }))
  await user.click(await screen.findByRole('button', { name: 'Lagre under et annet navn' }))
  expect(exports()).toMatchObject([{ overEdits: false }, { overEdits: false }])
})

test('long work shows how far it has come and can be cancelled', async () => {
  const { user, calls } = showExport({ state: 'working', progress: 0.4 })
  await user.click(screen.getByRole('button', { name: 'Lag e-postutkast' }))
  await screen.findByRole('progressbar')
  await user.click(screen.getByRole('button', { name: 'Avbryt' }))
  expect(calls.some(({ name }) => name === 'jobs.cancel')).toBe(true)
})

test('what the check found in the file is told with what to do; a sound file says so', async () => {
  const file = { fileId: 'f', name: 'Innkalling.docx', size: 9, url: null }
  const { user, unmount } = showExport({
    state: 'done',
    file,
    findings: [
      { fileName: 'Innkalling.docx', findings: [{ rule: 'typedList', where: 'Bakgrunn', count: 3 }] },
      { fileName: 'Stor.xlsx', findings: null },
    ],
  })
  await user.click(screen.getByRole('button', { name: 'Lagre som Word' }))
  const found = await screen.findByRole('region', { name: 'Kontroll av dokumentet: Innkalling.docx' })
  expect(found.textContent).toContain('1 ting bør rettes før dokumentet sendes')
  expect(found.textContent).toMatch(/En liste er skrevet med streker.*Ved «Bakgrunn», 3 steder/)
  expect(screen.getByRole('region', { name: /Stor\.xlsx/ }).textContent).toContain('for stort til å kontrolleres')
  unmount()
  const sound = showExport({ state: 'done', file, findings: [{ fileName: 'Innkalling.docx', findings: [] }] })
  await sound.user.click(screen.getByRole('button', { name: 'Lagre som Word' }))
  await screen.findByText('Kontrollen fant ingenting å rette.')
})
