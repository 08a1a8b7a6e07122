import { hostname } from 'node:os'

/** Whether whoever noted that a file is open still runs. Of another machine nobody can know: it is believed. */
export function isRunning(by: { readonly host: string; readonly pid: number }): boolean {
  if (by.host !== hostname().slice(0, 80)) return true
  if (by.pid === process.pid) return true
  try {
    process.kill(by.pid, 0)
    return true
  } catch (cause) {
    // Somebody else's process can't be asked, but is there.
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}
