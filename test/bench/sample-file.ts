import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The path of a sample of about so many visits, made once and kept in `.cache/bench`. */
export function sampleFile(root: string, size: number): string {
  const years = size <= 500 ? 1 : size <= 20_000 ? 5 : 18
  const perYear = Math.max(10, Math.round(size / years / (size <= 500 ? 0.92 : 1.13)))
  const file = join(root, `.cache/bench/${size}.fyr`)
  mkdirSync(join(root, '.cache/bench'), { recursive: true })
  if (!existsSync(file)) {
    const given = { years, 'visits-per-year': perYear, today: '2026-11-22', out: file }
    const options = Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)])
    execFileSync(process.execPath, [join(root, 'db/cli.ts'), 'sample', ...options], { stdio: 'ignore' })
  }
  return file
}
