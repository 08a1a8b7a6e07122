/** A Word file that somebody wrote in after Fyr made it is noticed before it is overwritten or left behind (records.md 3.20; GEVER). */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
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
export function isHandEdited(store: Store, preferences: Preferences, path: string): boolean {
  if (!existsSync(path) || !preferences.get().papers.some((entry) => entry.path === path)) return false
  return !isOwn(store, path)
}

/** Name of the newest Word file of a meeting's minutes that was edited since it was made, on this device; null where none was. */
export function editedMinutes(store: Store, preferences: Preferences, meetingId: Id): string | null {
  for (const { paperId, path } of preferences.get().papers) {
    const paper = find(store, 'papers', paperId)
    if (paper?.meetingId !== meetingId || paper.kind !== 'minutes' || paper.format !== 'docx') continue
    return existsSync(path) && !isOwn(store, path) ? basename(path) : null
  }
  return null
}

function isOwn(store: Store, path: string): boolean {
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
  return sql(store, 'SELECT 1 FROM papers WHERE sha256 = ?').get(sha256) !== undefined
}
