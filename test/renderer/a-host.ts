import { type Client, createClient, type Host } from '#shared/contract/client.ts'
import { createDispatcher, type OperationName, type OutputOf, type ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import type { Topic } from '#shared/contract/operation.ts'
import { plainLook } from '#shared/domain/records/partnership.ts'

type Answers = { [N in OperationName]?: OutputOf<N> | ((input: ParsedInputOf<N>) => OutputOf<N>) }

/** A host over the real dispatcher, whose handlers answer from a table: inputs and outputs are checked as in use. */
export function aHost(answers: Answers): {
  host: Host
  client: Client
  calls: { name: string; input: unknown }[]
  announce: (topics: readonly Topic[]) => void
} {
  const calls: { name: string; input: unknown }[] = []
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const announce = (topics: readonly Topic[]) => {
    for (const listener of listeners) listener(topics)
  }
  const table: Answers = {
    'drafts.load': null,
    'drafts.save': { savedAt: now },
    'drafts.discard': {},
    'opening.trouble': null,
    'unsaved.list': [],
    'backups.state': {
      newest: null,
      changesSince: 0,
      stale: false,
      place: null,
      problem: null,
      restored: null,
      damagedCopy: null,
      looked: null,
    },
    'history.steps': { undo: null, redo: null },
    ...answers,
  }
  const handlers = Object.fromEntries(
    Object.entries(table).map(([name, answer]) => [
      name,
      (input: never) => {
        calls.push({ name, input })
        return typeof answer === 'function' ? (answer as (input: never) => unknown)(input) : answer
      },
    ]),
  )
  let stamps = 0
  const call = createDispatcher({
    contract,
    handlers,
    enter: (operation) => ({
      context: null,
      change: () => {
        if (operation.kind === 'query') return null
        stamps += 1
        return `stamp-${stamps}`
      },
    }),
    announce,
    log: ({ operation, cause }) => {
      if (cause) throw new Error(`${operation} failed`, { cause })
    },
    now: () => 0,
    checkOutput: true,
  })
  const host: Host = {
    call,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { host, client: createClient(host), calls, announce }
}

export const now = '2026-06-15T10:00:00.000Z'
const marks = { createdStamp: 's', changedStamp: 's', deletedAt: null }
export function anId(number = 1): string {
  return `0197a000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** What the window asks for before anything is shown: preferences and an open file. */
export function aDesk(): Answers {
  const partnership: OutputOf<'partnership.show'> = {
    ...marks,
    id: anId(1),
    name: 'Østfold næringspartnerskap',
    country: 'NO',
    language: 'nb',
    orgNo: null,
    municipalityCode: null,
    regionCodes: [],
    contactName: null,
    contactEmail: null,
    retentionMonths: 36,
    visitTarget: 50,
    notVisitedMonths: 24,
    smallestGroup: 3,
    ...plainLook,
  }
  return {
    'preferences.show': { language: 'nb', theme: 'light', me: null, deviceName: 'Laptop' },
    'workspace.current': {
      fileName: 'ostfold.fyr',
      location: '/files',
      readOnly: false,
      warnings: [],
      missingChanges: 0,
      partnership,
      me: null,
    },
    'partnership.show': partnership,
    'persons.list': [],
    'partners.list': [],
    'search.find': [],
  }
}
