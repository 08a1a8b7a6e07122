/**
 * `npm run db:generate -- name`: lets drizzle-kit compare `db/schema` with the last migration and writes the difference
 * as the next `db/migrations/000N_name.sql`: tables STRICT, no pragma (the runner sets them), no breakpoints.
 * What comes out is read and completed by hand (FTS tables, data moves), and never edited after release.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** drizzle-kit's SQL as one of our migrations. Exported for the test that runs a real rebuild through it. */
export function strictSql(raw: string): string {
  return `${raw
    .split('--> statement-breakpoint')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '' && !/^PRAGMA /i.test(statement))
    .map((statement) => (/^CREATE TABLE/i.test(statement) ? statement.replace(/\n\);$/, '\n) STRICT;') : statement))
    .join('\n\n')}\n`
}

async function generate(name: string): Promise<string> {
  // drizzle-kit ends with 0 also when the schema throws, and then nothing would seem to differ.
  await import('./schema/index.ts')
  const root = fileURLToPath(new URL('..', import.meta.url))
  const folder = fileURLToPath(new URL('migrations/', import.meta.url))
  const kit = fileURLToPath(new URL('../node_modules/drizzle-kit/bin.cjs', import.meta.url))
  execFileSync(process.execPath, [kit, 'generate', '--config', 'db/drizzle.config.ts', '--name', name], {
    cwd: root,
    stdio: 'inherit',
  })
  const raw = readdirSync(`${folder}drizzle`).filter((file) => file.endsWith('.sql'))
  if (raw.length === 0) return 'Nothing differs; no migration written.'
  const number = readdirSync(folder).filter((file) => /^\d{4}_/.test(file)).length + 1
  const target = `${String(number).padStart(4, '0')}_${name}.sql`
  for (const file of raw) {
    writeFileSync(folder + target, strictSql(readFileSync(`${folder}drizzle/${file}`, 'utf8')), { flag: 'wx' })
    rmSync(`${folder}drizzle/${file}`)
  }
  return `Wrote db/migrations/${target}. Read it, complete it, test it.`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2]
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    console.error('Usage: npm run db:generate -- name_in_snake_case')
    process.exitCode = 1
  } else console.log(await generate(name))
}
