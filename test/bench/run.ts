/** `npm run bench -- [--sizes 50,5000,100000] [--rounds 9] [--quick]`: measures, prints a table, writes docs/benchmarks.md. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare, type Measured, type machineNow } from './harness.ts'

type Machine = ReturnType<typeof machineNow>
interface SizeResult {
  readonly sizes: { readonly visits: number; readonly companies: number; readonly changes: number }
  readonly before: Machine
  readonly after: Machine
  readonly results: readonly Measured[]
  readonly rss: number
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '50,5000,100000' },
    rounds: { type: 'string', default: '9' },
    quick: { type: 'boolean', default: false },
  },
})
const root = fileURLToPath(new URL('../..', import.meta.url))
// An empty list measures the start-up alone.
const sizes = values.sizes === '' ? [] : values.sizes.split(',').map(Number)
const rounds = values.quick ? 5 : Number(values.rounds)
if (sizes.some((size) => !Number.isInteger(size) || size < 10) || !Number.isInteger(rounds) || rounds < 3) {
  console.error('--sizes takes whole numbers from 10, --rounds one from 3')
  process.exit(2)
}

const started = Date.now()
const lines: string[] = []
const say = (line = '') => {
  console.log(line)
  lines.push(line)
}
const command = `npm run bench -- --sizes ${values.sizes} --rounds ${rounds}${values.quick ? ' --quick' : ''}`
say('# Benchmarks')
say()
say(
  `\`${command}\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${process.arch},`,
)
say(`${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB.`)
say()
say(
  'Each row: our operation through the dispatcher, beside the same work by hand on a copy of the same file, in one process',
)
say(
  'per size. Ratio = median of the per-round ratios with a 95 % bootstrap interval; the order is turned every second round.',
)
say(
  '“Same” is the bare work against itself: where its interval is wider than ± 10 %, the row is too noisy to judge. A goal counts as missed only',
)
say('where the whole interval lies above it. Numbers of another day are not comparable.')

/** The likely cause where a row is over its goal, read from the code and not profiled; printed with it. */
const reasons: Readonly<Record<string, string>> = {
  'Package in Word':
    'the docx library makes an object of every run, and pages are laid out for the contents; the bare file has no styles, chart or contents.',
  'Package in Excel': 'tables, styles, charts and a second pass over the zip; the bare file has none of them.',
  'Verified backup': 'quick_check reads every page and the search index; a file copy checks nothing.',
  'A page of the visits': 'reading the input, booleans and the cursor; a fixed cost of about a tenth of a millisecond.',
  'Search: two letters': 'putting title and detail of each hit together; fixed cost.',
  'Start: bundled worker until ready': 'the modules of the backend, the schemas of the contract among them.',
  'Start: backend from source': 'Node reads and strips each module; the application does not start so.',
}
const missed: string[] = []
const pages: { visits: number; ms: number }[] = []
for (const size of sizes) {
  const file = sampleOf(size)
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', fileURLToPath(new URL('./one-size.ts', import.meta.url)), file, String(rounds)],
    { encoding: 'utf8', maxBuffer: 1e8 },
  )
  if (status !== 0) throw new Error(stderr || stdout)
  const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as SizeResult
  const { visits, companies, changes } = result.sizes
  say()
  say(`## ${number(size)} visits`)
  say()
  say(`File: ${number(visits)} visits, ${number(companies)} companies, ${number(changes)} changes at the end.`)
  say(
    `Peak memory of the process ${Math.round(result.rss / 1024)} MB. ${machine('before', result.before)}, ${machine('after', result.after)}.`,
  )
  table(result.results, number(size))
  pages.push({ visits: size, ms: result.results.find(({ name }) => name.startsWith('A page'))?.oursMs ?? 0 })
}
await startUp()
summary()
mkdirSync(join(root, 'docs'), { recursive: true })
if (!values.quick && sizes.length > 0) writeFileSync(join(root, 'docs/benchmarks.md'), `${lines.join('\n')}\n`)

function table(results: readonly Measured[], where: string): void {
  say()
  say('| Operation | Ours, ms | Bare, ms | Ratio | 95 % | Same, 95 % | Goal | Verdict | Rounds | Bare is |')
  say('| --- | ---: | ---: | ---: | --- | --- | ---: | --- | ---: | --- |')
  for (const one of results) {
    const noisy = one.same[0] < 0.9 || one.same[1] > 1.1
    const over = one.interval[0] > one.goal
    if (over)
      missed.push(
        `${where}, ${one.name} (against ${one.against}): ${one.ratio.toFixed(2)} × instead of ${one.goal} ×. ${reasons[one.name] ?? ''}`.trim(),
      )
    const verdict = `${over ? 'missed' : one.interval[1] <= one.goal ? 'met' : 'open'}${noisy ? ', noisy' : ''}`
    const range = (pair: readonly [number, number]) => `${pair[0].toFixed(2)}–${pair[1].toFixed(2)}`
    say(
      `| ${one.name} | ${short(one.oursMs)} | ${short(one.bareMs)} | ${one.ratio.toFixed(2)} | ${range(one.interval)} | ${range(one.same)} | ${one.goal} | ${verdict} | ${one.rounds} | ${one.against} |`,
    )
  }
}

/** The backend in a fresh process: its modules from source, and the bundled worker until it says that it is ready. */
async function startUp(): Promise<void> {
  const run = (code: string) => () =>
    execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], { cwd: root })
  const folder = mkdtempSync(join(tmpdir(), 'fyr-bench-'))
  try {
    const bundle = join(root, 'dist/bench')
    const { bundleElectron } = await import('../../electron/build-steps.ts')
    await bundleElectron(bundle)
    const start = {
      home: folder,
      host: 'worker',
      version: 'bench',
      openAtStart: null,
      can: { openFiles: false, revealFiles: false },
    }
    const worker = `import { Worker } from 'node:worker_threads'
      new Worker(${JSON.stringify(join(bundle, 'worker.js'))}, { workerData: ${JSON.stringify(start)}, execArgv: [] })
        .once('message', ({ type }) => process.exit(type === 'ready' ? 0 : 1))`
    const empty = `import { Worker } from 'node:worker_threads'
      new Worker("require('node:worker_threads').parentPort.postMessage('ready')", { eval: true, execArgv: [] }).once('message', () => process.exit(0))`
    const backend = JSON.stringify(new URL('../../db/backend.ts', import.meta.url).href)
    const rows = [
      {
        name: 'Start: bundled worker until ready',
        against: 'node and an empty worker',
        ours: run(worker),
        bare: run(empty),
      },
      {
        name: 'Start: backend from source',
        against: 'node and nothing',
        ours: run(`await import(${backend})`),
        bare: run(''),
      },
    ]
    const results: Measured[] = []
    for (const row of rows) results.push(await compare({ ...row, goal: 2, repeats: 1 }, rounds))
    say()
    say('## Start-up')
    say()
    say(
      'The application loads the bundle. From source, as the scripts do, Node reads every module and strips its types.',
    )
    table(results, 'start')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function summary(): void {
  const [least, most] = [pages[0], pages.at(-1)]
  say()
  say('## Goals missed')
  say()
  say('With the likely cause, read from the code and not profiled. No row stands beside a peer yet.')
  say()
  if (missed.length === 0) say('None.')
  for (const one of missed) say(`- ${one}`)
  if (least && most && pages.length > 1) {
    say()
    say(
      `A page of the visits at ${number(most.visits)} costs ${(most.ms / least.ms).toFixed(2)} × what it does at ${number(least.visits)} (goal 2 ×).`,
    )
  }
  say()
  say(`The run took ${Math.round((Date.now() - started) / 1000)} s, making missing sample files included.`)
}

/** A sample of about so many visits, made once and kept in `.cache/bench`. */
function sampleOf(size: number): string {
  const years = size <= 500 ? 1 : size <= 20_000 ? 5 : 18
  const perYear = Math.max(10, Math.round(size / years / (size <= 500 ? 0.92 : 1.13)))
  const file = join(root, `.cache/bench/${size}.fyr`)
  mkdirSync(join(root, '.cache/bench'), { recursive: true })
  if (!existsSync(file)) {
    const options = [
      '--years',
      String(years),
      '--visits-per-year',
      String(perYear),
      '--today',
      '2026-11-22',
      '--out',
      file,
    ]
    execFileSync(process.execPath, [join(root, 'db/cli.ts'), 'sample', ...options], { stdio: 'ignore' })
  }
  return file
}
function machine(when: string, { sync, loop }: Machine): string {
  return `fdatasync ${when} p50 ${sync[0].toFixed(2)} and p95 ${sync[1].toFixed(2)} ms, loop ${loop[0].toFixed(2)} ms`
}
function number(value: number): string {
  return value.toLocaleString('en-GB')
}
function short(ms: number): string {
  return ms < 10 ? ms.toFixed(3) : ms.toFixed(0)
}
