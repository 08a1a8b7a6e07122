/** What the entries of the change log and its change sets are held to. */
import { hash } from 'node:crypto'

/** Hash of one entry over the hash before it: SHA-256 of both, the parts set apart by a byte that JSON and ids never hold. */
export function chain(
  before: Uint8Array,
  stamp: string,
  entity: string,
  id: string,
  field: string,
  value: string,
  replaces: string | null,
): Buffer {
  const entry = Buffer.from(`${stamp}\0${entity}\0${id}\0${field}\0${value}\0${replaces ?? ''}`)
  return hash('sha256', Buffer.concat([before, entry]), 'buffer')
}

/** Hash of a change set: SHA-256 of what it says, the stamp with it. */
export function changeSetHash(
  stamp: string,
  device: string,
  actor: string,
  command: string,
  undoes: string | null,
): Buffer {
  return hash('sha256', Buffer.from(`${stamp}\0${device}\0${actor}\0${command}\0${undoes ?? ''}`), 'buffer')
}

/** A row of `change_sets`, as a damaged file may give it too. */
export interface SetRow {
  readonly stamp: unknown
  readonly device: unknown
  readonly actor: unknown
  readonly command: unknown
  readonly undoes: unknown
  readonly hash: unknown
}

export const setColumns = 'stamp, device, actor, command, undoes, hash'

/** Whether a change set says what was written: who, where and how, which no entry's hash tells. False for what is no change set at all. */
export function isSetAsWritten({ stamp, device, actor, command, undoes, hash: kept }: SetRow): boolean {
  if (typeof stamp !== 'string' || typeof device !== 'string' || typeof actor !== 'string') return false
  if (typeof command !== 'string' || !Buffer.isBuffer(kept)) return false
  // The hash has no way to tell nothing from an empty text, and an empty one is never written.
  if (undoes !== null && (typeof undoes !== 'string' || undoes === '')) return false
  return changeSetHash(stamp, device, actor, command, undoes).equals(kept)
}
