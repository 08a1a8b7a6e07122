/**
 * The machine's own disk made slow from outside: strace holds back every sync of the process for as long as a poor share would. What the
 * other cases give the application as a slow disk waits politely; this one is the real call, so that a plain one would hold the thread.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anExporter } from '../export/child.ts'
import type { Format, Subjects } from '../export/desk.ts'
import type { ExportTask } from '../export/exporter.ts'
import { aTortureFolder, copyPartnership } from '../folders.ts'
import { bundle } from '../process/bundle.ts'

/** How long each sync is held back. */
export const heldMs = 400
const command = [
  'strace',
  '-f',
  // Else every call of every thread stops for strace, which on a busy machine takes its time.
  '--seccomp-bpf',
  '-qq',
  '-e',
  'trace=fsync',
  '-e',
  `inject=fsync:delay_enter=${heldMs * 1000}`,
  '-o',
  '/dev/null',
]

/** Why the machine forbids it; null where it does not. */
export function slowCallsForbidden(): string | null {
  const tried = spawnSync(command[0] ?? '', [...command.slice(1), process.execPath, '-e', '0'], { encoding: 'utf8' })
  return tried.status === 0
    ? null
    : `strace can't hold back a call: ${String(tried.stderr ?? tried.error).slice(0, 100)}`
}

/** One export of a format that leaves no record in the file: syncs of the file itself are slow too, and are no matter of the target. */
export async function slowCall(
  base: string,
  subjects: Subjects,
  format: Exclude<Format, 'docx' | 'eml' | 'ics'>,
  made: Buffer,
  planted?: ExportTask['planted'],
): Promise<{ readonly wrong: string | null; readonly stallMs: number; readonly tookMs: number }> {
  const folder = aTortureFolder()
  const [path, out] = [join(folder, 'desk.fyr'), join(folder, 'out')]
  mkdirSync(out)
  copyPartnership(base, path)
  const target = join(out, `Rapport.${format}`)
  const task: ExportTask = {
    home: join(folder, 'home'),
    path,
    target,
    format,
    subjects,
    die: null,
    planted,
    metered: true,
  }
  const child = anExporter(join(await bundle(), 'exporter.js'), command)
  const { facts, complaints } = await child.run(task, null)
  const ended = facts.find((fact) => 'saved' in fact)
  if (!ended?.saved) return { wrong: `not saved: ${ended?.problem ?? complaints}`, stallMs: 0, tookMs: 0 }
  const wrong = readFileSync(target).equals(made) ? null : 'the saved document is not the one that was made'
  return { wrong, stallMs: ended.stallMs, tookMs: ended.tookMs }
}
