/** One round of every row on one file, in a process of its own: `node one-round.ts FILE ROUND DEAR`; prints a `Round` as JSON. */
import { closeSync, constants, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackend, noPorts } from '#db/backend.ts'
import { createClient } from '#shared/contract/client.ts'
import { factsOf } from './bench.ts'
import { betterSqlite, nodeSqlite } from './engines.ts'
import { dearRounds, type Sample, sampleOf } from './harness.ts'
import { machineNow } from './machine.ts'
import { rowsOf } from './rows.ts'
import type { Readings } from './statistics.ts'

export interface Round extends Readings {
  readonly samples: readonly Sample[]
  readonly sizes: { readonly visits: number; readonly companies: number; readonly changes: number }
  /** Peak memory of the process in KiB. */
  readonly rss: number
}

const [source = '', round = '0', dear = 'null'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'fyr-bench-'))
try {
  console.log(JSON.stringify(await measure(Number(round), JSON.parse(dear) as string[] | null)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Shares the disk's blocks where the file system can; synced, so that nothing is written back while others are timed. */
function copyOf(name: string): string {
  const path = join(folder, name)
  copyFileSync(source, path, constants.COPYFILE_FICLONE)
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  return path
}

/** `dear`: names of the rows that are; null in the first round. */
async function measure(turn: number, dear: readonly string[] | null): Promise<Round> {
  const target = join(folder, 'backup.fyr')
  const backend = createBackend({
    home: join(folder, 'home'),
    host: 'direct',
    version: 'bench',
    can: { openFiles: false, revealFiles: false },
    // The reply tells no more than that it went wrong.
    log: (entry) => {
      if (entry.message !== undefined) console.error(`${entry.operation}: ${entry.message}`)
    },
    ports: {
      ...noPorts,
      pickSave: async () => {
        rmSync(target, { force: true })
        return target
      },
    },
  })
  backend.workspaces.open(copyOf('ours.fyr'))
  const { call } = createClient({ call: backend.dispatch, onChanged: backend.onChanged })
  const file = copyOf('bare.fyr')
  const bare = betterSqlite(file)
  const { engine: peer, db: peerDb } = nodeSqlite(copyOf('peer.fyr'))
  const rows = await rowsOf({ call, bare, peer, peerDb, facts: factsOf(bare), folder, target, file })
  const before = machineNow()
  const samples: Sample[] = []
  for (const row of rows) {
    const isDear = dear?.includes(row.name) ?? null
    if (!isDear || turn < dearRounds) samples.push(await sampleOf(row, turn, isDear))
  }
  const after = machineNow()
  const count = (table: string) => Number(bare.prepare(`SELECT count(*) FROM ${table}`).pluckGet())
  const sizes = { visits: count('visits'), companies: count('companies'), changes: count('changes') }
  await backend.close()
  bare.close()
  peer.close()
  return { sizes, before, after, samples, rss: process.resourceUsage().maxRSS }
}
