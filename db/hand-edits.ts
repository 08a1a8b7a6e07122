/** A Word file that somebody wrote in after Fyr made it is noticed before it is overwritten or left behind (records.md 3.20; GEVER). */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Id } from '#shared/domain/values.ts'
import type { Preferences } from './preferences.ts'
import { find, type Store, sql } from './store.ts'

/** Papers whose place is remembered. */
const mostRemembered = 200

/** Remembers on this device where a paper was saved. A file written anew belongs to the newer paper. */
export function rememberPaper(preferences: Preferences, paperId: Id, path: string): void {
  const others = preferences.get().papers.filter((entry) => entry.path !== path)
  preferences.set({ papers: [{ paperId, path }, ...others].slice(0, mostRemembered) })
}

/** True where the file lies at a place that Fyr once wrote a paper to and its bytes are of no paper Fyr ever made. */
export async function isHandEdited(store: Store, preferences: Preferences, path: string): Promise<boolean> {
  if (!preferences.get().papers.some((entry) => entry.path === path)) return false
  // On a share this may take long, so nobody waits for it. What can't be read is told when it is written over.
  const bytes = await readFile(path).catch(() => null)
  return bytes !== null && !isOwn(store, bytes)
}

/** Name of the newest Word file of a meeting's minutes that was edited since it was made, on this device; null where none was. */
export function editedMinutes(store: Store, preferences: Preferences, meetingId: Id): string | null {
  for (const { paperId, path } of preferences.get().papers) {
    const paper = find(store, 'papers', paperId)
    if (paper?.meetingId !== meetingId || paper.kind !== 'minutes' || paper.format !== 'docx') continue
    return existsSync(path) && !isOwn(store, readFileSync(path)) ? basename(path) : null
  }
  return null
}

function isOwn(store: Store, bytes: Uint8Array): boolean {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return sql(store, 'SELECT 1 FROM papers WHERE sha256 = ?').get(sha256) !== undefined
}
