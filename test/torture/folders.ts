/** Folders of the suite, away from everybody else's. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

/** A folder on the disk; `removeFolders` takes it away. */
export function aTortureFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fyr-torture-'))
  made.push(folder)
  return folder
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

const beside = ['', '-wal', '-journal', '-commits'] as const

/** Copies a closed partnership file with what lies beside it, over whatever lies there. */
export function copyPartnership(from: string, to: string): void {
  for (const end of beside) {
    rmSync(to + end, { force: true })
    if (existsSync(from + end)) copyFileSync(from + end, to + end)
  }
}
