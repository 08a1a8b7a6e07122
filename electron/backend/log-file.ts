/** What was slow and what failed, one JSON line each, on this machine only and without content. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEntry } from '#db/worker-protocol.ts'

const largestLog = 1_000_000

/** Gives the function that writes to `logs/fyr.log` under `home`; the file before is kept as `fyr.1.log`. Never throws. */
export function openLog(home: string, now: () => Date = () => new Date()): (entry: LogEntry) => void {
  const folder = join(home, 'logs')
  const file = join(folder, 'fyr.log')
  return (entry) => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog)
        renameSync(file, join(folder, 'fyr.1.log'))
      const line = {
        at: now().toISOString(),
        level: entry.level,
        operation: entry.operation.slice(0, 80),
        ms: Math.round(entry.ms),
        ...(entry.message ? { message: withoutContent(entry.message) } : {}),
      }
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
    } catch {
      // A full or read-only disk must not turn a slow call into a failed one.
    }
  }
}

/**
 * An error's message and stack with everything that could come from a record taken out: quoted texts, paths of
 * the user's files, long numbers. Names of errors, columns and functions stay.
 */
export function withoutContent(message: string): string {
  return message
    .replace(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`|«[^»\n]*»|“[^”\n]*”/g, '…')
    .replace(/(?:file:\/\/|[A-Za-z]:)?[\\/](?:[^\\/\n:()]+[\\/])+/g, '…/')
    .replace(/\S+\.fyr\b/g, '….fyr')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d[\d ]{5,}/g, '…')
    .slice(0, 1500)
}
