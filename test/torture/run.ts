/**
 * `npm run torture`: what issue 7 asks to be proven, row by row. Each row has a control that must pass and one with a planted fault that
 * must be found; a control that does not behave fails the row as any failure does.
 *
 * `--rows kill,power` some rows · `--scale 0.1` a tenth · `--ci` as many as CI has time for · `--seed N` the same again ·
 * `--encrypted` every file is an encrypted one (damaged-file, power, restore) · `--write` into docs/reliability.md · `--report FILE` what `npm test` counts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createReport, percentile, type Row, seeded } from './row.ts'
import { rowNames } from './rows.ts'

interface Result {
  readonly row: Row
  readonly count: number
  readonly found: string
  readonly controls: readonly string[]
  readonly failures: readonly string[]
  readonly skipped: boolean
  readonly seconds: number
  readonly tests: { readonly passed: number; readonly failed: number; readonly skipped: number }
}

const { values: asked } = parseArgs({
  options: {
    rows: { type: 'string' },
    scale: { type: 'string' },
    seed: { type: 'string' },
    ci: { type: 'boolean', default: false },
    encrypted: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
})
/** Rows that look into files by themselves only through the function that knows keys. */
const overEncrypted = ['damaged-file', 'power', 'restore']
if (asked.encrypted) await import('../db/encryption/encrypt-everything.ts')
const names = asked.rows?.split(',') ?? (asked.encrypted ? overEncrypted : rowNames)
const unknown = names.filter((name) => !(rowNames as readonly string[]).includes(name))
if (unknown.length > 0) throw new Error(`No row ${unknown.join(', ')}. There are: ${rowNames.join(', ')}`)
if (asked.encrypted && names.some((name) => !overEncrypted.includes(name)))
  throw new Error(`--encrypted goes with ${overEncrypted.join(', ')}`)
if (asked.encrypted && asked.write) throw new Error('docs/reliability.md tells of plain files: leave --write out')
// CI tries the same cases each time, so that a change is refused only for what it did.
const seed = Number(asked.seed ?? (asked.ci ? 1 : Math.floor(Math.random() * 1_000_000)))
const scale = Number(asked.scale ?? 1)
if (!(scale > 0)) throw new Error('--scale takes a number above 0')

function countOf(row: Row): number {
  const wanted = asked.ci ? (row.ciCount ?? row.fullCount / 10) : row.fullCount * scale
  return Math.max(1, Math.round(wanted))
}

function told(outcome: ReturnType<ReturnType<typeof createReport>['outcome']>): string {
  const parts = [`${outcome.failed} of ${outcome.cases} failed`]
  for (const [what, number] of outcome.counts) parts.push(`${what} ${number.toLocaleString('en')}`)
  for (const [what, all] of outcome.times) {
    const [p50, p95, most] = [percentile(all, 0.5), percentile(all, 0.95), Math.max(...all)]
    parts.push(`${what} p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, most ${most.toFixed(1)} ms`)
  }
  return parts.join('; ')
}

async function runRow(row: Row): Promise<Result> {
  const count = countOf(row)
  const began = performance.now()
  const { report, outcome } = createReport()
  const failures: string[] = []
  const controls: string[] = []
  const tests = { passed: 0, failed: 0, skipped: 0 }
  const attempt = async (work: () => Promise<void> | void, name: string) => {
    try {
      await work()
    } catch (cause) {
      failures.push(`${name} broke: ${cause instanceof Error ? cause.stack : String(cause)}`)
    }
  }
  try {
    await attempt(() => row.run(count, seeded(seed), report), row.name)
    const main = outcome()
    failures.push(...main.failures)
    if (main.cases === 0 && main.skipped === null) failures.push(`${row.name} judged no case`)
    if (main.skipped !== null) tests.skipped += 1
    else tests[failures.length === 0 ? 'passed' : 'failed'] += 1
    if (main.skipped === null) {
      for (const control of row.controls) {
        const before = failures.length
        const own = createReport()
        await attempt(() => control.run(seeded(seed + 1), own.report), control.name)
        const seen = own.outcome()
        if (seen.skipped !== null) {
          controls.push(`${control.name}: skipped (${seen.skipped})`)
          tests.skipped += 1
          continue
        }
        const behaves = seen.cases > 0 && (control.kind === 'sound' ? seen.failed === 0 : seen.failed > 0)
        const found = `${seen.failed} of ${seen.cases} failed`
        controls.push(`${control.name}: ${found}, as ${behaves ? 'it must' : 'it must NOT'}`)
        if (!behaves) {
          failures.push(`Control ${control.name}: ${found}`, ...seen.failures.slice(0, 3))
        }
        tests[failures.length === before ? 'passed' : 'failed'] += 1
      }
    }
  } finally {
    await row.after?.()
  }
  const main = outcome()
  const found = main.skipped === null ? told(main) : `skipped: ${main.skipped}`
  const seconds = (performance.now() - began) / 1000
  return { row, count, found, controls, failures, skipped: main.skipped !== null, seconds, tests }
}

const results: Result[] = []
for (const name of names) {
  const file = new URL(`./${name}/row.ts`, import.meta.url)
  const { row } = (await import(pathToFileURL(fileURLToPath(file)).href)) as { row: Row }
  console.log(`${name}: ${row.what} (${countOf(row).toLocaleString('en')}, seed ${seed})`)
  const result = await runRow(row)
  results.push(result)
  console.log(`  ${result.found}`)
  for (const control of result.controls) console.log(`  ${control}`)
  for (const failure of result.failures) console.error(`  FAILED: ${failure}`)
  console.log(`  ${result.seconds.toFixed(1)} s`)
}
const sum = (kind: 'passed' | 'failed' | 'skipped') => results.reduce((all, { tests }) => all + tests[kind], 0)
const failed = sum('failed')
console.log(`torture: ${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`)
if (asked.report) {
  mkdirSync(dirname(asked.report), { recursive: true })
  const counted = { numPassedTests: sum('passed'), numFailedTests: failed, numPendingTests: sum('skipped') }
  writeFileSync(asked.report, JSON.stringify({ ...counted, numTodoTests: 0, success: failed === 0 }))
}
if (asked.write) write(results)
process.exitCode = failed === 0 ? 0 : 1

/** Puts each row that ran in the place of its line from before; the others stay as they were. */
function write(rows: readonly Result[]): void {
  const path = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url))
  const lines = new Map<string, string>()
  try {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const name = /^\| `([a-z-]+)` \|/.exec(line)?.[1]
      if (name) lines.set(name, line)
    }
  } catch {
    // The first time.
  }
  const day = new Date().toISOString().slice(0, 10)
  for (const { row, count, found, controls, failures, seconds } of rows) {
    const share = count >= row.fullCount ? 'full' : `of ${row.fullCount.toLocaleString('en')}`
    const command = `npm run torture -- --rows ${row.name}${asked.scale ? ` --scale ${asked.scale}` : ''} --seed ${seed}`
    const verdict = failures.length === 0 ? '' : `**${failures.length} FAILURES** `
    lines.set(
      row.name,
      `| \`${row.name}\` | ${row.what} | ${count.toLocaleString('en')} (${share}) | ${verdict}${found} | ${controls.join('<br>')} | ${Math.round(seconds)} | ${day}, \`${command}\` |`,
    )
  }
  const machine = `${type()} ${release()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  const head = [
    '# Reliability: the last run of each row',
    '',
    'Written by `npm run torture -- --write`; by hand nothing here is changed. What the rows are is told in `test/torture/README.md`.',
    `Machine of the newest run: ${machine}.`,
    '',
    '| Row | What | Cases | Found | Controls | Seconds | Run |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ]
  const order = [...rowNames.filter((name) => lines.has(name)).map((name) => lines.get(name) ?? '')]
  writeFileSync(path, `${[...head, ...order].join('\n')}\n`)
}
