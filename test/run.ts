/**
 * `npm test`: unit, contract and architecture tests, some of them again over encrypted files, then the journeys in a real browser; in CI a share of the torture suite too.
 * Prints what each runner counted and one closing line; fails where a test failed or a runner ran none. Arguments go to Vitest.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly success: boolean
}

/** Arguments go to Vitest. */
const named = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const encryptedInShort = [
  ...['connection', 'opening', 'changes', 'erasure'].map((name) => `test/db/${name}.test.ts`),
  ...['make', 'restore'].map((name) => `test/db/backups/${name}.test.ts`),
  ...['test/db/salvage/cycles.test.ts', 'test/db/encryption'],
]
interface Runner {
  readonly name: string
  readonly config: string
  /** Tests that run where no argument names others. */
  readonly usual?: readonly string[]
}
const runners: readonly Runner[] = [
  { name: 'unit', config: 'test/vitest.config.ts' },
  // Of the database's tests those that touch files most, once more over encrypted ones; `npm run test:encrypted` runs all of them.
  { name: 'encrypted', config: 'test/vitest.encrypted.config.ts', usual: encryptedInShort },
  { name: 'browser', config: 'test/e2e/vitest.config.ts' },
]

function run({ name, config, usual = [] }: Runner, folder: string): Report | null {
  const file = join(folder, `${name}.json`)
  spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...(named.length > 0 ? named : usual),
    ],
    { cwd: root, stdio: 'inherit' },
  )
  return read(file)
}

/** A small share of the torture suite, where nobody waits for it. */
function torture(folder: string): Report | null {
  const file = join(folder, 'torture.json')
  spawnSync(process.execPath, [join(root, 'test/torture/run.ts'), '--ci', '--report', file], {
    cwd: root,
    stdio: 'inherit',
  })
  return read(file)
}

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}

const folder = mkdtempSync(join(tmpdir(), 'fyr-test-'))
let [passed, failed, skipped, sound] = [0, 0, 0, true]
const rows: string[] = []
// Arguments name tests; the torture suite has its own.
const whole = process.env.CI !== undefined && named.length === 0
// The tests that somebody names run over plain files.
const asked = runners.filter(({ usual }) => named.length === 0 || usual === undefined)
for (const runner of [...asked, ...(whole ? [{ name: 'torture', config: null }] : [])]) {
  const report = runner.config === null ? torture(folder) : run(runner, folder)
  const ran = report ? report.numPassedTests + report.numFailedTests : 0
  if (!report?.success || ran === 0) sound = false
  passed += report?.numPassedTests ?? 0
  failed += report?.numFailedTests ?? 0
  skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  rows.push(
    report === null
      ? `${runner.name}: no report, the runner broke`
      : ran === 0
        ? `${runner.name}: ran no test`
        : `${runner.name}: ${report.numPassedTests} of ${ran} passed`,
  )
}
rmSync(folder, { recursive: true, force: true })
console.log(rows.join('\n'))
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = sound && failed === 0 ? 0 : 1
