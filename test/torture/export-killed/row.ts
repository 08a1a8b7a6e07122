/** A process killed while it saves: what bears the document's name is the old one or the new one, and nothing is left for good. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { anExporter, stopExporters } from '../export/child.ts'
import { type Format, formats, makeBase, openDesk, type Subjects, standIn } from '../export/desk.ts'
import type { ExportTask } from '../export/exporter.ts'
import { aTortureFolder, copyPartnership, removeFolders } from '../folders.ts'
import { bundle, removeBundle } from '../process/bundle.ts'
import type { Report, Row } from '../row.ts'

interface Ground {
  readonly base: string
  readonly subjects: Subjects
  readonly script: string
  readonly made: ReadonlyMap<Format, Buffer>
}
interface Turn {
  readonly format: Format
  readonly die: ExportTask['die']
  /** ms after the sweeping; null where it dies by itself, or not. */
  readonly killAfterMs: number | null
}
let ground: Promise<Ground> | null = null
const before = Buffer.from(standIn(3).subarray(0, 1_000_000))

/** What each export gives when nobody kills it. */
async function prepare(): Promise<Ground> {
  const folder = aTortureFolder()
  const [script, { path, subjects }] = [join(await bundle(), 'exporter.js'), await makeBase(folder)]
  const made = new Map<Format, Buffer>()
  for (const format of formats) {
    const [copy, target] = [join(folder, 'copy.fyr'), join(folder, `made.${format}`)]
    copyPartnership(path, copy)
    const desk = openDesk({ home: join(folder, `home-${format}`), path: copy, target: () => target })
    const { saved, problem } = await desk.export(format, subjects)
    await desk.backend.close()
    if (!saved) throw new Error(`${format} can't be exported: ${JSON.stringify(problem)}`)
    made.set(format, readFileSync(target))
  }
  return { base: path, subjects, script, made }
}

/** Steps of the disk that an export takes: make, write each piece, sync, close, rename, sync the folder. */
const stepsOf = (bytes: number) => Math.ceil(bytes / 1_048_576) + 5

/** A fifth are killed from outside at some moment, the others at a step of the disk. */
function aTurn(format: Format, bytes: number, random: () => number): Turn {
  if (random() < 0.2) return { format, die: null, killAfterMs: random() * 25 }
  const nth = 1 + Math.floor(random() * stepsOf(bytes))
  const when = (['before', 'during', 'after'] as const)[Math.floor(random() * 3)] ?? 'before'
  return { format, die: { nth, when, us: random() ** 2 * 1500 }, killAfterMs: null }
}
const named = ({ format, die, killAfterMs }: Turn) =>
  `${format}, killed ${die ? `${die.when} step ${die.nth}` : killAfterMs === null ? 'by nobody' : `after ${killAfterMs.toFixed(1)} ms`}`

/** One folder with a file and a home of its own, in which one process follows the other. */
async function lane(
  { base, subjects, script, made }: Ground,
  turns: readonly Turn[],
  report: Report,
  planted?: ExportTask['planted'],
): Promise<void> {
  const folder = aTortureFolder()
  const [home, path, out] = [join(folder, 'home'), join(folder, 'desk.fyr'), join(folder, 'out')]
  mkdirSync(out)
  let next = anExporter(script)
  /** The case before, after which this process has to sweep. */
  let last: { readonly wrong: string | null; readonly turn: Turn } | null = null
  // The one after the last is killed by nobody and sweeps for it.
  for (const turn of [...turns, null]) {
    const child = next
    if (turn !== null) next = anExporter(script)
    const { format, die, killAfterMs } = turn ?? { format: 'txt', die: null, killAfterMs: null }
    const target = join(out, `Rapport.${format}`)
    copyPartnership(base, path)
    writeFileSync(target, before)
    const after = made.get(format) ?? Buffer.alloc(0)
    const { facts, killed, complaints } = await child.run(
      { home, path, target, format, subjects, die, planted },
      killAfterMs,
    )
    const left = facts.find((fact) => 'left' in fact)?.left
    if (last) {
      const stray = left === undefined ? `no next start: ${complaints}` : `${left.length} temporary files stay`
      const wrong = last.wrong ?? (left?.length === 0 ? null : stray)
      report.case(wrong === null ? null : `${named(last.turn)}: ${wrong}`)
    }
    if (turn === null) return
    const now = readFileSync(target)
    const isNew = now.equals(after)
    const ended = facts.find((fact) => 'saved' in fact)
    report.count(format)
    report.count(killed ? `killed, ${isNew ? 'new' : 'old'}` : 'done before the kill')
    const stray = readdirSync(out).filter((name) => name.endsWith('.fyr-part')).length
    if (stray > 0) report.count('temporary files left by a kill', stray)
    const torn = `torn: ${now.byteLength} bytes, the old one ${before.byteLength}, the new one ${after.byteLength}`
    if (!isNew && !now.equals(before)) last = { turn, wrong: torn }
    else if (ended?.saved && !isNew) last = { turn, wrong: 'said to be saved, and the old one is there' }
    else if (!killed && !isNew) last = { turn, wrong: `not saved: ${ended?.problem ?? complaints}` }
    else last = { turn, wrong: null }
  }
}

async function kills(count: number, random: () => number, report: Report): Promise<void> {
  ground ??= prepare()
  const all = await ground
  const turns = Array.from({ length: count }, (_, number) => {
    const format = formats[number % formats.length] ?? 'docx'
    return aTurn(format, all.made.get(format)?.byteLength ?? 0, random)
  })
  // Two at a time: what one waits for the disk, the other uses.
  const shares = [0, 1].map((at) => turns.filter((_turn, number) => number % 2 === at))
  await Promise.all(shares.map((share) => lane(all, share, report)))
}

/** Some formats one after the other, each killed at the same step, or by nobody. */
async function few(some: readonly Format[], die: ExportTask['die'], report: Report, planted?: ExportTask['planted']) {
  ground ??= prepare()
  const turns = some.map((format): Turn => ({ format, die, killAfterMs: null }))
  await lane(await ground, turns, report, planted)
}
/** The first piece is written, and no more. */
const halfWay = { nth: 2, when: 'after', us: 0 } as const

export const row: Row = {
  name: 'export-killed',
  what: 'kill -9 while a document is saved, 500 for each of nine formats: the old one or the new one, temporary files swept at the next start',
  fullCount: 500 * formats.length,
  ciCount: formats.length,
  run: (count, random, report) => kills(count, random, report),
  controls: [
    {
      name: 'written straight over its target',
      kind: 'broken',
      run: (_random, report) => few(['docx', 'zip', 'eml'], halfWay, report, 'straight'),
    },
    {
      name: 'a start that knows nothing of the one before',
      kind: 'broken',
      run: (_random, report) => few(['pdf', 'csv'], halfWay, report, 'forgetful'),
    },
    {
      name: 'killed by nobody',
      kind: 'sound',
      run: (_random, report) => few(['docx', 'csv', 'yaml', 'txt'], null, report),
    },
  ],
  async after() {
    stopExporters()
    ground = null
    await removeBundle()
    removeFolders()
  },
}
