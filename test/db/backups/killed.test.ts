/** A few rounds of what `test/torture` does many times. */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { headOf, sha256Now } from '#db/backups/copy-facts.ts'
import { listBackups } from '#db/backups/list.ts'
import { checkFile } from '#db/check-file.ts'
import { openFile } from '#db/connection.ts'
import { aFolder, aStore } from '../a-store.ts'

interface Said {
  readonly kind: string
  readonly head: string
}
/** Runs the child until `until` sees what it waits for, kills it a moment later, and gives what it said. */
async function killed(
  args: readonly string[],
  until: (said: readonly Said[]) => boolean,
  after: number,
): Promise<Said[]> {
  const child = spawn(process.execPath, [new URL('killed-child.ts', import.meta.url).pathname, ...args])
  let text = ''
  let errors = ''
  child.stdout.on('data', (data) => (text += data))
  child.stderr.on('data', (data) => (errors += data))
  const ended = new Promise((done) => child.on('exit', done))
  const said = () =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => ({ kind: line.split(' ')[0] ?? '', head: line.split(' ').slice(1).join(' ') }))
  const deadline = Date.now() + 20_000
  while (!until(said()) && Date.now() < deadline && child.exitCode === null) await pause(2)
  await pause(after)
  child.kill('SIGKILL')
  await ended
  if (!until(said())) throw new Error(`the child said ${text} ${errors}`)
  return said()
}

test.each(['backup', 'restore'])(
  'killed while it makes backups (%s): the file is one of the states it said, and every backup in the list is whole',
  async (what) => {
    const made = aStore()
    made.file.close()
    const home = aFolder()
    let backups = 0
    for (let round = 0; round < 3; round++) {
      const kind = what === 'restore' ? 'restoring' : round === 0 ? 'wrote' : 'backup'
      const said = await killed(
        [made.path, home, what],
        (all) => all.some((one) => one.kind === kind),
        Math.random() * 60,
      )
      backups += said.filter((one) => one.kind === 'backup').length
      const file = openFile(made.path)
      const { changes, lastHash } = headOf(file.db)
      expect(file.warnings.filter((warning) => warning !== 'uncleanExit')).toEqual([])
      expect(checkFile(file.db)).toEqual([])
      file.close()
      const last = said.at(-1)
      const reached = `${changes} ${lastHash}`
      // Written and said: there. Written and not said yet: there or not, whole. A restore: the old file or the new one.
      if (last?.kind === 'wrote' || last?.kind === 'backup' || last?.kind === 'restored') {
        const before = Number(last.head.split(' ')[0])
        expect(changes).toBeGreaterThanOrEqual(before)
        if (changes === before) expect(reached).toBe(last.head)
      } else expect([last?.head, said.at(-2)?.head]).toContain(reached)
      const list = listBackups(home, { sourcePath: made.path })
      // Each that was said to be made is there.
      expect(list.length).toBeGreaterThanOrEqual(backups)
      for (const backup of list) {
        expect(backup.good).toBe(true)
        expect(sha256Now(backup.path)).toBe(backup.sha256)
      }
      // Killed while it looks at the present file, a restore leaves the byte copy that it took before it looked: the only one with a WAL
      // that opening may throw away, so it has its name from the first. It is as whole as the file was.
      const copies = readdirSync(dirname(made.path)).filter((name) => /damaged.*\.fyr$/.test(name))
      if (what === 'backup') expect(copies).toEqual([])
      for (const name of copies) {
        const copy = openFile(join(dirname(made.path), name))
        expect(checkFile(copy.db)).toEqual([])
        copy.close()
      }
    }
  },
  120_000,
)
