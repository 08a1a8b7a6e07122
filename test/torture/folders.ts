/** Folders of the suite, away from everybody else's. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

/** Where Linux keeps files in memory. */
const memory = '/dev/shm'

/**
 * A folder on the disk; `removeFolders` takes it away. `inMemory`: where there is such a place, for rows that ask what the program does and
 * not what the disk keeps.
 */
export function aTortureFolder({ inMemory = false }: { readonly inMemory?: boolean } = {}): string {
  const folder = mkdtempSync(join(inMemory && existsSync(memory) ? memory : tmpdir(), 'fyr-torture-'))
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
