/**
 * `npm run bench -- --only documents`: board packages of 10, 100 and 1,000 pages and of 1,000, 10,000 and 100,000 rows by Fyr,
 * beside libraries that write the same content and bare XML in a zip. Each document is written in a process of its own.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBackend, noPorts } from '#db/backend.ts'
import { createClient } from '#shared/contract/client.ts'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { type Counts, pagesTold, sheetCounts, sheetsContent, wordContent, wordCounts } from './document-content.ts'
import { betterSqlite } from './engines.ts'
import { largePackage, longPackage } from './large-package.ts'
import type { Writer, WrittenDocument } from './one-document.ts'
import { number } from './report.ts'
import { intervalOf, median } from './statistics.ts'

/** How often the sample's package is repeated for so many pages. */
const pages = { 10: 0.03, 100: 2, 1000: 30.5 } as const
const rows = [1000, 10_000, 100_000] as const
/** As the thread that makes documents has it (`db/rendering.ts`): less is held that nobody needs any more. The same for every writer. */
const flags = ['--no-warnings', '--max-semi-space-size=4']
const script = fileURLToPath(new URL('./one-document.ts', import.meta.url))

interface Case {
  readonly name: string
  /** Snapshot and content as files. */
  readonly files: { readonly ours: string; readonly others: string }
  readonly counts: Counts
  readonly count: (bytes: Uint8Array) => Counts
  readonly others: readonly Writer[]
  /** Beside this one: at most this part of its time, and this many MB. */
  readonly goal: { readonly beside: Writer; readonly share: number; readonly memory: number }
}

export async function documentsMeasured(
  root: string,
  rounds: number,
  say: (...lines: string[]) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fyr-documents-'))
  try {
    const base = await samplePackage(root, folder)
    for (const [size, times] of Object.entries(pages)) {
      measure(await wordCase(folder, largePackage(base, times), Number(size)), folder, rounds, say)
    }
    for (const size of rows) measure(await sheetCase(folder, longPackage(base, size), size), folder, rounds, say)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The package of a sample's board for its next meeting. */
async function samplePackage(root: string, folder: string): Promise<Snapshot> {
  const file = join(folder, 'sample.fyr')
  const options = ['--years', '1', '--visits-per-year', '120', '--today', '2026-11-22', '--out', file]
  execFileSync(process.execPath, ['--no-warnings', join(root, 'db/cli.ts'), 'sample', ...options], { stdio: 'ignore' })
  const engine = betterSqlite(file)
  const meeting = engine
    .prepare(
      `SELECT m.id || ' ' || m.body_id FROM meetings m JOIN agenda_items a ON a.meeting_id = m.id
       WHERE m.starts_on > '2026-11-22' GROUP BY m.id ORDER BY count(*) DESC, m.id LIMIT 1`,
    )
    .pluckGet()
  engine.close()
  const [meetingId = '', bodyId = ''] = String(meeting).split(' ')
  const can = { openFiles: false, revealFiles: false }
  const backend = createBackend({
    home: join(folder, 'home'),
    host: 'direct',
    version: 'bench',
    can,
    log: () => {},
    ports: noPorts,
  })
  backend.workspaces.open(file)
  const { call } = createClient({ call: backend.dispatch, onChanged: backend.onChanged })
  const period = { periodFrom: '2026-01-01', periodTo: '2026-12-31' }
  const { id } = await call('packages.make', { bodyId, meetingId, ...period, language: 'nb' })
  const { snapshot } = await call('packages.open', { id })
  await backend.close()
  return snapshot
}

async function wordCase(folder: string, snapshot: Snapshot, size: number): Promise<Case> {
  const bytes = await renderBoardPackageDocx(snapshot)
  const content = wordContent(bytes)
  const counts = wordCounts(content)
  const paragraphs = content.blocks.filter(({ kind }) => kind === 'paragraph').length
  const tables = content.blocks.filter(({ kind }) => kind === 'table').length
  return {
    name: `Word, ${number(pagesTold(bytes))} pages: ${number(counts.headings)} headings, ${number(paragraphs)} paragraphs, ${number(tables)} tables of ${number(counts.rows)} rows`,
    files: filesOf(folder, `${size}.docx`, snapshot, content),
    counts,
    count: (made) => wordCounts(wordContent(made)),
    others: ['ours, given content', 'bare', 'docxtemplater', 'docx'],
    goal: { beside: 'docxtemplater', share: 0.5, memory: 300 },
  }
}

async function sheetCase(folder: string, snapshot: Snapshot, size: number): Promise<Case> {
  const bytes = await renderBoardPackageXlsx(snapshot)
  const sheets = sheetsContent(bytes)
  const counts = sheetCounts(sheets)
  return {
    name: `Excel, ${number(counts.rows)} rows on ${sheets.length} sheets`,
    files: filesOf(folder, `${size}.xlsx`, snapshot, sheets),
    counts,
    count: (made) => sheetCounts(sheetsContent(made)),
    others: ['bare', 'exceljs stream', 'exceljs'],
    goal: { beside: 'exceljs stream', share: 0.6, memory: 250 },
  }
}

function filesOf(folder: string, name: string, snapshot: Snapshot, content: object): Case['files'] {
  const files = { ours: join(folder, `ours-${name}.json`), others: join(folder, `content-${name}.json`) }
  writeFileSync(files.ours, JSON.stringify(snapshot))
  writeFileSync(files.others, JSON.stringify(content))
  return files
}

function measure(one: Case, folder: string, rounds: number, say: (...lines: string[]) => void): void {
  const all: readonly Writer[] = ['ours', ...one.others]
  const taken = new Map<Writer, WrittenDocument[]>(all.map((writer) => [writer, []]))
  const out = join(folder, 'out')
  for (let round = 0; round < rounds; round += 1) {
    // The order turns, so that none is always the first.
    for (const writer of round % 2 === 0 ? all : all.toReversed()) {
      const given = writer === 'ours' ? one.files.ours : one.files.others
      const printed = execFileSync(process.execPath, [...flags, script, writer, given, out], { encoding: 'utf8' })
      taken.get(writer)?.push(JSON.parse(printed.trim().split('\n').at(-1) ?? '') as WrittenDocument)
      if (round === 0) checkCounts(writer, one, readFileSync(out))
    }
  }
  say('', `### ${one.name}`, '')
  say('| Writer | Time, ms | Processor, ms | Ours ÷ this, 95 % | Memory before, MB | At its peak, MB |')
  say('| --- | ---: | ---: | --- | ---: | ---: |')
  const of = (writer: Writer, key: keyof WrittenDocument) => (taken.get(writer) ?? []).map((each) => each[key])
  for (const writer of all) {
    const [low, high] = ratio(of('ours', 'cpu'), of(writer, 'cpu'))
    const figures = (['ms', 'cpu'] as const).map((key) => number(Math.round(median(of(writer, key)))))
    const memory = (['before', 'peak'] as const).map((key) => number(Math.round(median(of(writer, key)))))
    const beside = writer === 'ours' ? '–' : `${low.toFixed(2)}–${high.toFixed(2)}`
    say(`| ${[writer, ...figures, beside, ...memory].join(' | ')} |`)
  }
  const { beside, share, memory } = one.goal
  for (const writer of all.filter((each) => each.startsWith('ours'))) {
    const [low, high] = ratio(of(writer, 'cpu'), of(beside, 'cpu'))
    const verdict = high <= share ? 'met' : low > share ? 'missed' : 'open'
    const peak = Math.round(median(of(writer, 'peak')))
    const told = `${low.toFixed(2)}–${high.toFixed(2)} × the time of ${beside} instead of ${share} ×: ${verdict}`
    say('', `Goal, ${writer}: ${told}; ${peak} MB instead of ${memory} MB: ${peak <= memory ? 'met' : 'missed'}.`)
  }
}

function ratio(ours: readonly number[], others: readonly number[]): readonly [number, number] {
  return intervalOf(ours.map((one, round) => one / (others[round] ?? one)))
}

/** A fast wrong answer is no answer: each document is read and must hold as much as ours. */
function checkCounts(writer: Writer, { name, counts, count }: Case, bytes: Uint8Array): void {
  const found = count(bytes)
  for (const key of Object.keys(counts) as (keyof Counts)[])
    if (found[key] !== counts[key])
      throw new Error(`${name}: ${writer} wrote ${found[key]} ${key} instead of ${counts[key]}`)
}
