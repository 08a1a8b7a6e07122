/** `npm run bench -- start [--rounds 10]`: from `npm start` to the first list on screen (first-list.ts). `npm run bench -- [--sizes 50,5000,100000] [--rounds 9] [--quick] [--only partnership|strategy|documents]`: measures, prints a table, writes docs/benchmarks.md. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { documentsMeasured } from './documents.ts'
import { dearOf, type Measured, together } from './harness.ts'
import { largePartnership } from './large-partnership-size.ts'
import { largeStrategy } from './large-strategy-size.ts'
import type { Round } from './one-round.ts'
import { method, number, roundsTold, tableOf } from './report.ts'
import { sampleFile } from './sample-file.ts'
import { startUp } from './start-up.ts'
import { runRounds } from './statistics.ts'

if (process.argv[2] === 'start') {
  const script = fileURLToPath(new URL('./first-list.ts', import.meta.url))
  const { status } = spawnSync(process.execPath, ['--no-warnings', script, ...process.argv.slice(3)], {
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '50,5000,100000' },
    rounds: { type: 'string', default: '9' },
    quick: { type: 'boolean', default: false },
    /** `partnership`: the rows about partners and projects alone; `strategy`: those about plans and figures; `documents`: documents by size, beside other writers; printed, not written. */
    only: { type: 'string' },
  },
})
const root = fileURLToPath(new URL('../..', import.meta.url))
// An empty list measures the start-up alone.
const kinds = ['partnership', 'strategy', 'documents'] as const
const only = kinds.find((kind) => kind === values.only) ?? null
const sizes = values.sizes === '' || only !== null ? [] : values.sizes.split(',').map(Number)
const rounds = values.quick ? 5 : Number(values.rounds)
if (sizes.some((size) => !Number.isInteger(size) || size < 10) || !Number.isInteger(rounds) || rounds < 3) {
  console.error('--sizes takes whole numbers from 10, --rounds one from 3')
  process.exit(2)
}

const started = Date.now()
const lines: string[] = []
const missed: string[] = []
const pages: { visits: number; ms: number }[] = []
function say(...told: readonly string[]): void {
  for (const line of told.length === 0 ? [''] : told) {
    console.log(line)
    lines.push(line)
  }
}

const command = `npm run bench -- --sizes ${values.sizes} --rounds ${rounds}${values.quick ? ' --quick' : ''}`
say('# Benchmarks', '')
say(
  `\`${command}\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${process.arch},`,
  `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB.`,
  '',
  ...(only === 'documents' ? [] : method),
)
for (const size of sizes) await measureSize(size)
const { partners, commitments, projects, milestones } = largePartnership
if (sizes.length > 0 || only === 'partnership') {
  await measureKind(
    'partnership',
    `${number(partners)} partners and ${number(projects)} projects`,
    `${number(commitments)} commitments with two deliveries each, ${number(milestones)} milestones`,
  )
}
const { plans, goalsOfPlan, indicators, measurements } = largeStrategy
if (sizes.length > 0 || only === 'strategy') {
  await measureKind(
    'strategy',
    `${number(plans)} plans and ${number(measurements)} figures`,
    `${number(plans * goalsOfPlan)} goals, ${number(indicators)} indicators`,
  )
}
if (only === 'documents') await documentsMeasured(root, rounds, say)
else {
  if (only === null) await measureStart()
  summary()
}
mkdirSync(join(root, 'docs'), { recursive: true })
if (!values.quick && sizes.length > 0) writeFileSync(join(root, 'docs/benchmarks.md'), `${lines.join('\n')}\n`)

async function measureSize(size: number): Promise<void> {
  const file = sampleFile(root, size)
  let dear: readonly string[] | null = null
  const ran = await runRounds(rounds, async (round) => {
    const one = oneRound(file, round, dear)
    dear ??= dearOf(one.samples)
    return one
  })
  const { visits, companies, changes } = ran.kept[0]?.sizes ?? { visits: 0, companies: 0, changes: 0 }
  const memory = Math.round(Math.max(...ran.kept.map(({ rss }) => rss)) / 1024)
  say('', `## ${number(size)} visits`, '')
  say(
    `File: ${number(visits)} visits, ${number(companies)} companies, ${number(changes)} changes at the end of a round.`,
    `Peak memory of a process ${memory} MB. ${roundsTold(ran)}`,
  )
  const results = together(ran.kept.map(({ samples }) => samples))
  table(results, number(size))
  pages.push({ visits: size, ms: results.find(({ name }) => name.startsWith('A page'))?.oursMs ?? 0 })
}

/** A file that holds much of one area, as issues 4 and 5 ask for, beside few visits. */
async function measureKind(kind: 'partnership' | 'strategy', title: string, held: string): Promise<void> {
  const file = sampleFile(root, 50, kind)
  let dear: readonly string[] | null = null
  const ran = await runRounds(rounds, async (round) => {
    const one = oneRound(file, round, dear)
    dear ??= dearOf(one.samples)
    return one
  })
  const memory = Math.round(Math.max(...ran.kept.map(({ rss }) => rss)) / 1024)
  say('', `## ${title}`, '')
  say(`File: ${held}, and a sample's own.`, `Peak memory of a process ${memory} MB. ${roundsTold(ran)}`)
  table(together(ran.kept.map(({ samples }) => samples)), kind)
}

function oneRound(file: string, round: number, dear: readonly string[] | null): Round {
  const script = fileURLToPath(new URL('./one-round.ts', import.meta.url))
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', script, file, String(round), JSON.stringify(dear)],
    { encoding: 'utf8', maxBuffer: 1e8 },
  )
  if (status !== 0) throw new Error(stderr || stdout)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Round
}

async function measureStart(): Promise<void> {
  const ran = await startUp(root, rounds)
  say('', '## Start-up', '')
  say(
    'The application loads the bundle. From source, as the scripts do, Node reads every module and strips its types.',
    'From `npm start` to the first list on screen: [start-up.md](start-up.md). What encryption costs: [encrypted-files.md](encrypted-files.md).',
    roundsTold(ran),
  )
  table(together(ran.kept.map(({ samples }) => samples)), 'start')
}

function table(results: readonly Measured[], where: string): void {
  const judged = tableOf(results, where)
  say('', ...judged.lines)
  missed.push(...judged.missed)
}

function summary(): void {
  const [least, most] = [pages[0], pages.at(-1)]
  say('', '## Goals missed', '', 'With the likely cause, read from the code and not profiled.', '')
  say(...(missed.length === 0 ? ['None.'] : missed.map((one) => `- ${one}`)))
  if (least && most && pages.length > 1) {
    const ratio = (most.ms / least.ms).toFixed(2)
    say(
      '',
      `A page of the visits at ${number(most.visits)} costs ${ratio} × what it does at ${number(least.visits)} (goal 2 ×).`,
    )
  }
  say('', `The run took ${Math.round((Date.now() - started) / 1000)} s, making missing sample files included.`)
}
