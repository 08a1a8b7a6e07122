// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { PaperExport } from '#renderer/features/decisions/paper-export.tsx'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { aHost, anId } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)

const decision = { id: anId(3), meetingId: anId(2) }

/** The export of an extract whose file was edited by hand. */
function showExport() {
  const desk = aHost({
    'app.about': {
      version: '1',
      host: 'direct',
      can: { openFiles: false, revealFiles: false },
    } as OutputOf<'app.about'>,
    'bodies.list': [],
    'papers.export': { jobId: 'job-1' },
    'jobs.show': {
      id: 'job-1',
      state: 'failed',
      progress: 0.9,
      step: 'packages.steps.saving',
      file: null,
      unsaved: null,
      findings: [],
      problem: { code: 'conflict', key: 'problems.handEdited' },
    },
  })
  render(
    <Providers client={desk.client}>
      <PaperExport bodyId={anId(1)} decision={decision} />
    </Providers>,
  )
  const exports = () => desk.calls.filter(({ name }) => name === 'papers.export').map(({ input }) => input)
  return { user: userEvent.setup(), exports }
}
const make = () => screen.getByRole('button', { name: 'Lag Word-dokumentet' })

test('an extract edited by hand in Word is asked about, and overwritten only when the user says so', async () => {
  const { user, exports } = showExport()
  await user.click(make())
  const question = await screen.findByRole('alert')
  expect(question.textContent).toContain('endret for hånd')
  expect(exports()).toMatchObject([{ kind: 'extract', decisionId: decision.id, format: 'docx', overEdits: false }])
  await user.click(screen.getByRole('button', { name: 'Skriv over' }))
  expect(exports()).toMatchObject([{ overEdits: false }, { decisionId: decision.id, overEdits: true }])
})

test('another name for the extract overwrites nothing', async () => {
  const { user, exports } = showExport()
  await user.click(make())
  await user.click(await screen.findByRole('button', { name: 'Lagre under et annet navn' }))
  expect(exports()).toMatchObject([{ overEdits: false }, { overEdits: false }])
})
