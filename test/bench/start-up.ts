/** The backend's modules in a fresh process: the bundled worker until it says that it is ready, and the same from source. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleElectron } from '../../electron/build-steps.ts'
import { type Row, type Sample, sampleOf } from './harness.ts'
import { machineNow } from './machine.ts'
import { type Readings, runRounds } from './statistics.ts'

interface StartRound extends Readings {
  readonly samples: readonly Sample[]
}

export async function startUp(root: string, count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'fyr-bench-'))
  try {
    const bundle = join(root, 'dist/bench')
    await bundleElectron(bundle)
    const rows = startRows(root, folder, join(bundle, 'worker.js'))
    return await runRounds<StartRound>(count, async (round) => {
      const before = machineNow()
      const samples: Sample[] = []
      // Each run is a process of its own: there is nothing to warm.
      for (const row of rows) samples.push(await sampleOf(row, round, true))
      return { before, after: machineNow(), samples }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function startRows(root: string, home: string, bundled: string): Row[] {
  const run = (code: string) => () =>
    execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], { cwd: root })
  const can = { openFiles: false, revealFiles: false }
  const workerData = { home, host: 'worker', version: 'bench', openAtStart: null, can }
  // A worker that never gets ready would make a quick start: its exit code says so.
  const worker = (path: string) => `import { Worker } from 'node:worker_threads'
    new Worker(${JSON.stringify(path)}, { workerData: ${JSON.stringify(workerData)}, execArgv: [] })
      .once('message', ({ type }) => process.exit(type === 'ready' ? 0 : 1)).once('error', () => process.exit(1))`
  const empty = `import { Worker } from 'node:worker_threads'
    new Worker("require('node:worker_threads').parentPort.postMessage('ready')", { eval: true, execArgv: [] }).once('message', () => process.exit(0))`
  return [
    {
      name: 'Start: bundled worker until ready',
      ours: run(worker(bundled)),
      beside: [
        { role: 'bare', name: 'node and an empty worker', goal: 2, work: run(empty) },
        {
          role: 'peer',
          name: 'the same modules unbundled',
          goal: null,
          work: run(worker(join(root, 'db/worker.ts'))),
        },
      ],
    },
    {
      name: 'Start: backend from source',
      ours: run(`await import(${JSON.stringify(new URL('../../db/backend.ts', import.meta.url).href)})`),
      beside: [{ role: 'bare', name: 'node and nothing', goal: 2, work: run('') }],
      noPeer: 'the application does not start so; only scripts do',
    },
  ]
}
