import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

/**
 * A number beside the file that only grows: how many changes were acknowledged. SQLite opens a file with a damaged WAL
 * silently at an older state; then the number beside it is higher than the one inside, and the user is told.
 * It is written after the commit and not synced: after a power cut it may lag, which never raises a false alarm.
 */
export function openCounter(path: string, readOnly: boolean) {
  const beside = `${path}-commits`
  let last = 0
  try {
    last = Number.parseInt(readFileSync(beside, 'latin1'), 10) || 0
  } catch {
    // None yet, or moved without it: nothing to compare with.
  }
  let handle: number | undefined
  return {
    last,
    write(commits: number): void {
      if (readOnly) return
      try {
        handle ??= openSync(beside, 'w')
        writeSync(handle, String(commits).padEnd(16), 0, 'latin1')
      } catch {
        // Only a safeguard: a full disk must not fail a change that is already safe.
      }
    },
    close(): void {
      if (handle !== undefined) closeSync(handle)
      handle = undefined
    },
  }
}
