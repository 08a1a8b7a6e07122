/**
 * Calls whose worker died before it answered, taken up by the next one. A call names each stamp before it commits it, and the log says
 * which of them stand: what stands gets its answer out of the file, what left nothing behind is done once more.
 */
import type { OperationName, Reply } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import { done } from '#shared/contract/lists.ts'
import type { ProblemCode } from '#shared/contract/problem.ts'
import { type EntityName, entities } from './entities.ts'
import { sweepErased } from './erasure.ts'
import { lasting } from './history.ts'
import { find, type Store, sql } from './store.ts'
import type { LostCall } from './worker-protocol.ts'

/** What became of a lost call. `again`: nothing of it stands, and it can be done anew. */
export type Outcome =
  | { readonly outcome: 'again' }
  | { readonly outcome: 'saved' | 'notSaved' | 'unknown' | 'unread'; readonly reply: Reply }

/** Commands outside the change log that have the same end however often they are done. */
const sameEachTime: readonly string[] = [
  'drafts.save',
  'drafts.discard',
  'preferences.choose',
  'jobs.cancel',
  'encryption.newCode',
  'encryption.readCode',
  'encryption.keepCode',
  'encryption.forgetCode',
]

const areasBeyond: readonly string[] = ['workspace', 'files', 'opening', 'backups', 'check', 'unsaved', 'encryption']
const exporting: readonly OperationName[] = [
  'contacts.accessExport',
  'attachments.saveCopy',
  'partners.export',
  'plans.export',
  'plans.report',
  'registers.export',
  'papers.export',
  'packages.export',
  'packages.send',
  'packages.preparePages',
  'history.export',
]

/** True for commands that write files, ask the user or start a job: that no change of theirs stands does not say that nothing was done. */
export function goesBeyondLog(name: string): boolean {
  return areasBeyond.includes(name.slice(0, name.indexOf('.'))) || exporting.some((one) => one === name)
}

/** True for what changes something. */
export function isCommand(name: string): boolean {
  // Asked of whatever a window calls by, before anything has looked at it.
  return typeof name === 'string' && Object.hasOwn(contract, name) && contract[name as OperationName].kind === 'command'
}

/** What became of a call; `store` is null where no file is open that could be asked. */
export function judge(call: LostCall, store: Store | null): Outcome {
  const { name, stamps } = call
  // One that took two workers with it gets no third.
  const mayRepeat = call.deaths < 2
  if (!isCommand(name) || sameEachTime.includes(name)) {
    return mayRepeat ? { outcome: 'again' } : { outcome: 'unread', reply: told('internal', 'problems.backendGone') }
  }
  const unknown: Outcome = { outcome: 'unknown', reply: told('maybeSaved', 'problems.maybeSaved') }
  if (goesBeyondLog(name) || (stamps.length > 0 && !store)) return unknown
  const standing = store ? stamps.filter((stamp) => stands(store, stamp)) : []
  const [stamp] = standing
  if (store && stamp !== undefined) {
    if (standing.length < stamps.length) return unknown
    // What it erased is swept out of the file's bytes after the commit: the worker may not have come that far.
    if (name === 'contacts.anonymise' || name === 'documents.dispose') sweepErased(store)
    return {
      outcome: 'saved',
      reply: answerOf(call, store, standing) ?? told('wasSaved', 'problems.wasSaved'),
    }
  }
  return mayRepeat && store
    ? { outcome: 'again' }
    : { outcome: 'notSaved', reply: told('wasNotSaved', 'problems.wasNotSaved') }
}

function told(code: ProblemCode, key: string): Reply {
  return { ok: false, problem: { code, key } }
}

function stands(store: Store, stamp: string): boolean {
  return sql(store, 'SELECT 1 FROM change_sets WHERE stamp = ?').get(stamp) !== undefined
}

/**
 * The answer that the command would have given, read from the file: nothing, or the one record that it made or changed. Null where that
 * can't be told without a doubt.
 */
function answerOf({ name, input }: LostCall, store: Store, stamps: readonly string[]): Reply | null {
  const { output } = contract[name as OperationName]
  const [stamp] = stamps
  if (stamps.length !== 1 || stamp === undefined) return null
  const change = lasting.has(name) ? null : stamp
  if (output === done) return { ok: true, value: {}, change }
  // The text's own stamp, on which the editor bases what it writes next.
  if (name === 'agendaItems.write') return { ok: true, value: { stamp }, change }
  const rows = sql(
    store,
    `SELECT entity, record_id AS id, max(field = '*') AS made FROM changes WHERE stamp = ? GROUP BY entity, record_id`,
  ).all(stamp) as { entity: EntityName; id: string; made: 0 | 1 }[]
  const asked = typeof input === 'object' && input !== null && 'id' in input ? input.id : null
  const fitting = rows.flatMap((row) => {
    const record = Object.hasOwn(entities, row.entity) ? find(store, row.entity, row.id) : undefined
    const read = record && output.safeParse(record)
    // Nothing of the record is left out of the answer: it is one of this kind, and not something that merely has an id.
    const fits = read?.success && sameKeys(read.data, record)
    return fits ? [{ ...row, record }] : []
  })
  const made = fitting.filter((one) => one.made === 1)
  const changed = fitting.filter(({ id }) => id === asked)
  const likely = new Set([...made, ...changed])
  const [only] = likely.size > 0 ? likely : fitting
  return only && (likely.size || fitting.length) === 1 ? { ok: true, value: only.record, change } : null
}

function sameKeys(a: unknown, b: object | undefined): boolean {
  const keys = (it: unknown) => Object.keys((it ?? {}) as object).sort()
  return keys(a).length > 1 && keys(a).join() === keys(b).join()
}
