/** `npm run bench:encrypted -- [--visits 2000] [--rounds 7]`: what encryption costs: the same operations on a plain file and on an encrypted one of the same sample. Prints a table. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createBackend, noPorts } from '#db/backend.ts'
import { learnCodes } from '#db/encryption/keyring.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { createClient } from '#shared/contract/client.ts'
import { recoveryCodeOf } from '#shared/domain/recovery-code.ts'
import { visitTexts } from './bare-save.ts'

const { values } = parseArgs({
  options: { visits: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '7' } },
})
const [visits, rounds] = [Number(values.visits), Number(values.rounds)]
const today = '2026-11-22'
const code = recoveryCodeOf(randomBytes(16))
learnCodes([code])
const folder = mkdtempSync(join(tmpdir(), 'fyr-bench-'))

interface Side {
  readonly size: number
  /** Operation by name; how often it runs in one round. */
  readonly work: Readonly<Record<string, { readonly times: number; readonly run: () => unknown }>>
  close(): Promise<void>
}

async function aSide(name: string, of: string | null): Promise<Side> {
  const path = join(folder, `${name}.fyr`)
  makeSample(path, { sample: 'ostfold', today, years: 2, visitsPerYear: Math.round(visits / 2), code: of })
  const target = join(folder, `${name}.copy.fyr`)
  const home = join(folder, name)
  mkdirSync(home)
  const backend = createBackend({
    home,
    host: 'direct',
    version: 'bench',
    can: { openFiles: false, revealFiles: false },
    automaticBackups: false,
    ports: {
      ...noPorts,
      pickSave: async () => {
        rmSync(target, { force: true })
        return target
      },
    },
  })
  backend.workspaces.open(path)
  const { call } = createClient({ call: backend.dispatch, onChanged: backend.onChanged })
  const pluck = (text: string) => String(backend.workspaces.store().db.prepare(text).pluck().get())
  const id = pluck(
    'SELECT company_id FROM visits WHERE deleted_at IS NULL GROUP BY company_id ORDER BY count(*) DESC LIMIT 1',
  )
  const me = pluck('SELECT id FROM persons LIMIT 1')
  const made = visitTexts()
  return {
    size: statSync(path).size,
    work: {
      'Open the file': {
        times: 3,
        run: () => {
          backend.workspaces.close()
          backend.workspaces.open(path)
        },
      },
      'Open a company': { times: 100, run: () => call('companies.open', { id }) },
      'A page of the visits': { times: 100, run: () => call('visits.list', {}) },
      'Search: common word': { times: 50, run: () => call('search.find', { text: 'bedriften', limit: 20 }) },
      'Statistics of two years': {
        times: 20,
        run: () => call('visits.statistics', { from: '2025-01-01', to: '2026-12-31' }),
      },
      'Save a visit': {
        times: 30,
        run: () => call('visits.log', { ...made(), companyId: id, visitedOn: today, ourParticipantIds: [me] }),
      },
      'A verified copy': { times: 2, run: () => call('workspace.backup', {}) },
    },
    close: () => backend.close(),
  }
}

const median = (all: readonly number[]) => [...all].sort((one, other) => one - other)[all.length >> 1] ?? 0
const shown = (ms: number) => (ms < 10 ? ms.toFixed(3) : ms.toFixed(0))

try {
  const sides = [await aSide('plain', null), await aSide('encrypted', code)] as const
  const [plain, encrypted] = sides
  console.log(
    `\n${visits} visits, ${rounds} rounds, ${availableParallelism()} cores; files ${sides.map(({ size }) => `${(size / 2 ** 20).toFixed(1)} MiB`).join(' and ')}.\n`,
  )
  console.log('| Operation | plain, ms | encrypted, ms | times (least–most of the rounds) |')
  console.log('| --- | --- | --- | --- |')
  for (const name of Object.keys(plain.work)) {
    const taken: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      // By turns, so that what else the machine does meets both.
      for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const { times = 1, run } = sides[at].work[name] ?? {}
        const each: number[] = []
        for (let time = 0; time < times; time++) {
          const started = performance.now()
          await run?.()
          each.push(performance.now() - started)
        }
        taken[at].push(median(each))
      }
    }
    const ratios = taken[0].map((ms, round) => (taken[1][round] ?? 0) / ms)
    const [ours, theirs] = [median(taken[0]), median(taken[1])]
    console.log(
      `| ${name} | ${shown(ours)} | ${shown(theirs)} | ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}) |`,
    )
  }
  await plain.close()
  await encrypted.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
