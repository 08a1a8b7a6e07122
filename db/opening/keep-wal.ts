import { closeSync, copyFileSync, existsSync, openSync } from 'node:fs'
import { extname } from 'node:path'
import { readCounter } from '../commit-counter.ts'
import { freeName } from '../files.ts'
import { readWal } from '../salvage/wal.ts'

/**
 * Copies a file with its WAL beside itself where SQLite is about to forget acknowledged changes: it reads a WAL up to the first damaged
 * frame and writes over the rest, while salvage can read on. `changes` is how far SQLite came. The file must not be open in this process.
 *
 * @returns the copy's path; null where nothing is forgotten, or nothing more could be read.
 */
export function keepForgotten(path: string, changes: number): string | null {
  if ((readCounter(path)?.changes ?? 0) <= changes) return null
  const handle = openSync(`${path}-wal`, 'r')
  try {
    const wal = readWal(handle, 4096)
    // Cut off and not overwritten: what is gone is gone.
    if (wal.damaged === 0) return null
  } finally {
    closeSync(handle)
  }
  const ending = extname(path)
  const wanted = `${path.slice(0, path.length - ending.length)} (damaged ${new Date().toISOString().slice(0, 10)})${ending}`
  const copy = existsSync(wanted) ? freeName(wanted) : wanted
  for (const end of ['', '-wal', '-commits']) copyFileSync(path + end, copy + end)
  return copy
}
