/** The whole backend in this process with a new partnership open, and builders that go through its operations. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Backend, type BackendOptions, createBackend } from '#db/backend.ts'
import type { Disk } from '#db/backups/disk.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import type { Ports } from '#db/worker-protocol.ts'
import { type Client, createClient } from '#shared/contract/client.ts'
import type { InputOf, OperationName, OutputOf, Reply } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { Country, Language } from '#shared/domain/values.ts'
import { countingIds, steppingClock } from './a-store.ts'
import { sameThreadCheck } from './same-thread-check.ts'

/** The day that the clock of every test backend shows. */
export const today = '2026-09-15'

export interface TestBackend extends Client {
  readonly backend: Backend
  readonly home: string
  /** The person who sits here. */
  readonly me: string
  /** The problem of a call that must fail. */
  problemOf<N extends OperationName>(name: N, input: InputOf<N>): Promise<Problem>
  aCompany(given?: Partial<InputOf<'companies.register'>>): Promise<OutputOf<'companies.register'>>
  aContact(given?: Partial<InputOf<'contacts.add'>>): Promise<OutputOf<'contacts.add'>>
  aVisit(given?: Partial<InputOf<'visits.log'>>): Promise<OutputOf<'visits.log'>>
  aFollowUp(given?: Partial<InputOf<'followUps.add'>>): Promise<OutputOf<'followUps.add'>>
}

export async function aBackend(
  given: {
    country?: Country
    language?: Language
    ports?: (home: string) => Partial<Ports>
    /** Backups by the hour and on closing: only for tests of them. */
    automaticBackups?: boolean
    clock?: { now(): string }
    can?: BackendOptions['can']
    /** What the machine has unless given. */
    pdf?: BackendOptions['pdf']
    /** What documents are saved to. */
    targetDisk?: BackendOptions['targetDisk']
    /** Does what backups would block with; this very thread unless given. */
    disk?: Disk
    /** Checks a copy of the open file; this very thread unless given. */
    checkThread?: BackendOptions['checkThread']
  } = {},
): Promise<TestBackend> {
  const home = mkdtempSync(join(tmpdir(), 'fyr-'))
  const backend = createBackend({
    home,
    host: 'direct',
    version: '1.2.3',
    can: given.can ?? { openFiles: false, revealFiles: false },
    ports: {
      pickOpen: async () => null,
      pickFolder: async () => null,
      pickSave: async ({ suggestedName }) => join(home, suggestedName),
      openFile: async () => ({ ok: false }),
      revealFile: async () => ({ ok: false }),
      downloadUrl: async () => null,
      printPages: async () => null,
      ...given.ports?.(home),
    },
    clock: given.clock ?? steppingClock(`${today}T08:00:00.000Z`),
    disk: given.disk ?? sameThreadDisk,
    checkThread: given.checkThread ?? sameThreadCheck,
    automaticBackups: given.automaticBackups ?? false,
    newId: countingIds(),
    ...(given.pdf ? { pdf: given.pdf } : {}),
    ...(given.targetDisk ? { targetDisk: given.targetDisk } : {}),
    checkOutput: true,
  })
  onTestFinished(async () => {
    await backend.close()
    rmSync(home, { recursive: true, force: true })
  })
  const client = createClient({ call: backend.dispatch, onChanged: backend.onChanged })
  const made = await client.call('workspace.create', {
    name: 'Partnerskapet',
    country: given.country ?? 'NO',
    language: given.language ?? 'nb',
    givenName: 'Kari',
    familyName: 'Berg',
  })
  const me = made?.me?.id ?? ''
  let companies = 0
  const self: TestBackend = {
    ...client,
    backend,
    home,
    me,
    async problemOf(name, input) {
      const reply: Reply<unknown> = await client.ask(name, input)
      if (reply.ok) throw new Error(`${name} was accepted`)
      return reply.problem
    },
    aCompany(fields = {}) {
      companies += 1
      return client.call('companies.register', { name: `Bedrift ${companies}`, ...fields })
    },
    async aContact(fields = {}) {
      const companyId = fields.companyId ?? (await self.aCompany()).id
      return client.call('contacts.add', { givenName: 'Ola', familyName: 'Nordmann', ...fields, companyId })
    },
    async aVisit(fields = {}) {
      const companyId = fields.companyId ?? (fields.newCompanyName === undefined ? (await self.aCompany()).id : null)
      return client.call('visits.log', { visitedOn: '2026-09-01', ...fields, companyId })
    },
    async aFollowUp(fields = {}) {
      const visitId = fields.visitId ?? (await self.aVisit()).id
      return client.call('followUps.add', {
        description: 'Sende svar om tomten',
        theme: 'premisesAndPlots',
        ownerId: me,
        dueOn: '2026-09-30',
        ...fields,
        visitId,
      })
    },
  }
  return self
}
