import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a sample is made of and by; where one of these changes, the samples kept are of no use. */
const makers = [
  'assets/samples',
  'db/migrations',
  'db/sample',
  'test/bench/large-meeting.ts',
  'test/bench/large-meeting-size.ts',
  'test/bench/large-partnership.ts',
  'test/bench/large-partnership-size.ts',
  'test/bench/large-strategy.ts',
  'test/bench/large-strategy-size.ts',
  'test/bench/written-text.ts',
  'test/bench/sample-file.ts',
] as const

/** What a sample holds beside its visits and one large meeting. */
export type Kind = 'desk' | 'partnership' | 'strategy'

/**
 * The path of a sample of about so many visits, one large meeting and, of the kind `partnership`, the partners and projects of
 * `large-partnership-size.ts`, of the kind `strategy` the plans and figures of `large-strategy-size.ts`; made once by each version of its makers and kept in `.cache/bench`.
 */
export function sampleFile(root: string, size: number, kind: Kind = 'desk'): string {
  const folder = join(root, '.cache/bench')
  mkdirSync(folder, { recursive: true })
  const prefix = kind === 'desk' ? `${size}` : `${kind}${size}`
  const file = join(folder, `${prefix}-${versionOf(root)}.fyr`)
  if (existsSync(file)) return file
  // Of earlier versions, and what an interrupted run left.
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${prefix}.`) || name.startsWith(`${prefix}-`)) rmSync(join(folder, name))
  }
  const years = size <= 500 ? 1 : size <= 20_000 ? 5 : 18
  const perYear = Math.max(10, Math.round(size / years / (size <= 500 ? 0.92 : 1.13)))
  const making = join(folder, `${prefix}-making.fyr`)
  const given = { years, 'visits-per-year': perYear, today: '2026-11-22', out: making }
  const options = Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)])
  const run = (...line: readonly string[]) =>
    execFileSync(process.execPath, ['--no-warnings', ...line], { stdio: ['ignore', 'ignore', 'inherit'] })
  run(join(root, 'db/cli.ts'), 'sample', ...options)
  run(fileURLToPath(new URL('./large-meeting.ts', import.meta.url)), making)
  if (kind === 'partnership') run(fileURLToPath(new URL('./large-partnership.ts', import.meta.url)), making)
  if (kind === 'strategy') run(fileURLToPath(new URL('./large-strategy.ts', import.meta.url)), making)
  rmSync(`${making}-commits`, { force: true })
  renameSync(making, file)
  return file
}

/** Eight digits of the hash of every file that makes a sample. */
function versionOf(root: string): string {
  const hash = createHash('sha256')
  for (const maker of makers) {
    const isFile = maker.endsWith('.ts')
    const inside = isFile ? [''] : readdirSync(join(root, maker), { recursive: true, encoding: 'utf8' }).sort()
    for (const name of inside.filter((one) => isFile || /\.(ts|sql|json)$/.test(one))) {
      hash.update(`${maker}/${name}\0`).update(readFileSync(join(root, maker, name)))
    }
  }
  return hash.digest('hex').slice(0, 8)
}
