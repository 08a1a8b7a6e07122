/**
 * Notes of the temporary files that documents are being written to, in any folder of the disk: what a killed process leaves there is
 * taken away at the next start. A note names a file that Fyr itself made, and nothing else is ever removed.
 */
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A stick that does not come back: its note goes after this long. */
const keptDays = 30

export interface Asides {
  /** Notes a file before it is made; the function it gives takes the note away. A full disk of its own keeps no document from being saved. */
  note(path: string): Promise<() => Promise<void>>
  /** Removes what earlier runs left. Gives how many; a share that is away is tried again at the next start. */
  sweep(): Promise<number>
}

export function createAsides(home: string): Asides {
  const folder = join(home, 'writing')
  // What this run is writing is not swept by it.
  const run = randomUUID()
  return {
    async note(path) {
      const name = join(folder, `${run}.${randomUUID()}`)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(name, path, { mode: 0o600 })
      } catch {
        return async () => {}
      }
      return () => rm(name, { force: true })
    },
    async sweep() {
      let swept = 0
      const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith(run))
      // Else everybody on the machine could read where documents are saved.
      if (names.length > 0) await chmod(folder, 0o700).catch(() => {})
      for (const name of names) if (await sweepOne(join(folder, name))) swept += 1
      return swept
    },
  }
}

async function sweepOne(note: string): Promise<boolean> {
  try {
    const path = await readFile(note, 'utf8')
    if (!isAside(path)) {
      await rm(note, { force: true })
      return false
    }
    const there = await stat(path).catch((cause: NodeJS.ErrnoException) => cause)
    if (there instanceof Error) {
      const folderThere = await stat(dirname(path)).then(
        () => true,
        () => false,
      )
      const { mtimeMs } = await stat(note)
      const known = there.code === 'ENOENT' && folderThere
      if (known || Date.now() - mtimeMs > keptDays * 86_400_000) await rm(note, { force: true })
      return false
    }
    await rm(path, { force: true })
    await rm(note, { force: true })
    return true
  } catch {
    return false
  }
}

/** A note may be damaged, or somebody else's: only our own names are removed. */
function isAside(path: string): boolean {
  return /^\.[0-9a-f-]{36}\.fyr-part$/.test(basename(path))
}
