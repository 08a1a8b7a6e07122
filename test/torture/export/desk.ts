/**
 * Every format that Fyr saves, through the operation that a window calls. What a document says is not what these rows ask, so that its bytes
 * come from a stand-in for LibreOffice and for the thread that lays pages out; text files are made by Fyr itself.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Backend, createBackend, noPorts } from '#db/backend.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import type { TargetDisk } from '#db/target-disk.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'

export const formats = ['docx', 'xlsx', 'pdf', 'zip', 'csv', 'yaml', 'txt', 'eml', 'ics'] as const
export type Format = (typeof formats)[number]

/** Records that the exports are about. */
export interface Subjects {
  readonly bodyId: string
  readonly meetingId: string
  readonly packageId: string
  readonly planId: string
  readonly contactId: string
}
export interface ExportDesk {
  readonly backend: Backend
  /** Starts an export; resolves when it has ended, whichever way. */
  export(format: Format, subjects: Subjects): Promise<Ended>
  call(name: string, input: unknown): Promise<Reply>
}
export interface Ended {
  readonly saved: boolean
  readonly problem: Problem | null
}

const today = '2026-09-15'
/** Three pieces, so that a document may be torn between any two. */
const documentBytes = 2_500_000
/** The bytes of a made document: not the same anywhere, so that a piece in the wrong place shows. */
export function standIn(seed: number): Uint8Array {
  const words = new Uint32Array(documentBytes / 4)
  for (let at = 0; at < words.length; at++) words[at] = Math.imul(at + seed, 2_654_435_761) ^ seed
  return new Uint8Array(words.buffer)
}

/** A sample partnership with a package of its board, closed. */
export async function makeBase(folder: string): Promise<{ path: string; subjects: Subjects }> {
  const path = join(folder, 'base.fyr')
  makeSample(path, { sample: 'ostfold', today, years: 1, visitsPerYear: 5 })
  const desk = openDesk({ home: join(folder, 'base-home'), path, target: () => null })
  const { db } = desk.backend.workspaces.store()
  const first = (sql: string) => String(db.prepare(sql).pluck().get())
  const meeting = db.prepare('SELECT id, body_id AS body FROM meetings WHERE deleted_at IS NULL ORDER BY id').get() as {
    id: string
    body: string
  }
  const made = await desk.call('packages.make', {
    bodyId: meeting.body,
    periodFrom: '2026-01-01',
    periodTo: today,
    language: 'nb',
  })
  if (!made.ok) throw new Error(`no package: ${JSON.stringify(made.problem)}`)
  const subjects: Subjects = {
    bodyId: meeting.body,
    meetingId: meeting.id,
    packageId: (made.value as { id: string }).id,
    planId: first('SELECT id FROM plans WHERE deleted_at IS NULL ORDER BY id'),
    contactId: first('SELECT id FROM contacts WHERE deleted_at IS NULL ORDER BY id'),
  }
  await desk.backend.close()
  return { path, subjects }
}

/** Opens a file in this process. `target`: the answer to the save dialog. */
export function openDesk(given: {
  readonly home: string
  readonly path: string
  readonly target: (suggested: string) => string | null
  readonly targetDisk?: TargetDisk
}): ExportDesk {
  mkdirSync(given.home, { recursive: true })
  const bytes = async () => standIn(7)
  let ids = 0
  const backend = createBackend({
    home: given.home,
    host: 'direct',
    version: '1.2.3',
    can: { openFiles: false, revealFiles: false },
    ports: { ...noPorts, pickSave: async ({ suggestedName }) => given.target(suggestedName) },
    // The same moment in every process, so that each makes the same bytes.
    clock: { now: () => `${today}T08:00:00.000Z` },
    newId: () => `01900000-0000-7000-9000-${String(++ids).padStart(12, '0')}`,
    disk: sameThreadDisk,
    automaticBackups: false,
    pdf: { means: () => 'libreOffice', convert: bytes },
    rendering: {
      render: bytes,
      renderPaper: bytes,
      renderPartner: bytes,
      renderPlan: bytes,
      renderWorkbook: bytes,
      check: async () => [],
    },
    ...(given.targetDisk ? { targetDisk: given.targetDisk } : {}),
  })
  backend.workspaces.open(given.path)
  const call = (name: string, input: unknown) => backend.dispatch(name, input)
  return {
    backend,
    call,
    async export(format, subjects) {
      const { name, input } = operationOf(format, subjects)
      const reply = await call(name, input)
      if (!reply.ok) return { saved: false, problem: reply.problem }
      const { jobId } = (reply.value ?? {}) as { jobId?: string }
      if (jobId === undefined) return { saved: reply.value !== null, problem: null }
      for (;;) {
        const shown = await call('jobs.show', { id: jobId })
        const job = (shown.ok ? shown.value : null) as { state: string; problem: Problem | null } | null
        if (job?.state !== 'working' && job?.state !== 'asking') {
          return { saved: job?.state === 'done', problem: job?.problem ?? null }
        }
        await new Promise((wait) => setTimeout(wait, 2))
      }
    },
  }
}

function operationOf(format: Format, { bodyId, meetingId, packageId, planId, contactId }: Subjects) {
  const paper = { bodyId, meetingId, language: 'nb', redacted: false, overEdits: true }
  const pack = { id: packageId, editions: ['full'] }
  const operations: Record<Format, { name: string; input: unknown }> = {
    docx: { name: 'papers.export', input: { ...paper, kind: 'notice', format: 'docx' } },
    eml: { name: 'papers.export', input: { ...paper, kind: 'notice', format: 'eml' } },
    ics: { name: 'papers.export', input: { ...paper, kind: 'notice', format: 'ics' } },
    xlsx: { name: 'registers.export', input: { register: 'partners', input: {}, columns: ['name'], language: 'nb' } },
    pdf: { name: 'packages.export', input: { ...pack, formats: ['pdf'] } },
    zip: { name: 'packages.export', input: { ...pack, formats: ['docx', 'xlsx'] } },
    csv: { name: 'history.export', input: { filter: {}, format: 'csv', language: 'nb' } },
    yaml: { name: 'plans.export', input: { ids: [planId] } },
    txt: { name: 'contacts.accessExport', input: { id: contactId } },
  }
  return operations[format]
}
