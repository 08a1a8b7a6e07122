/** What people and disks do wrong, each as one call that must fail; `bad-input.test.ts` tells what they read then. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { Checked } from '#shared/domain/checked.ts'
import { parseDay } from '#shared/domain/days.ts'
import type { Language } from '#shared/domain/values.ts'
import { type TestBackend, today } from './a-backend.ts'
import { aFolder, aStore } from './a-store.ts'

const root = new URL('../..', import.meta.url).pathname
export const paste = 'ord '.repeat(2_500_000)

/** One bad input: does it, and gives the problem that came back. */
export type Case = (desk: TestBackend, language: Language) => Promise<Problem>

export const register =
  (given: Partial<InputOf<'companies.register'>>): Case =>
  (desk) =>
    desk.problemOf('companies.register', { name: 'Bruket', ...given })
export const log =
  (given: Partial<InputOf<'visits.log'>>): Case =>
  (desk) =>
    desk.problemOf('visits.log', { companyId: null, newCompanyName: 'Bruket', visitedOn: '2026-09-01', ...given })
export const typed =
  (text: string): Case =>
  async (_desk, language) => {
    const read: Checked<string | null> = parseDay(text, language, today)
    if (read.ok) throw new Error(`${text} was read as ${read.value}`)
    return { code: 'invalid', key: 'problems.invalid', fields: { day: read.message } }
  }
/** Opens a file that `make` has spoilt or keeps. */
export const open =
  (make: () => string): Case =>
  async (desk) => {
    picked = make()
    return desk.problemOf('workspace.open', { recentId: null })
  }
let picked = ''
/** What the user picks in the dialog: the file of the latest `open`. */
export const pickedFile = () => picked

export function aText(content: string): string {
  const path = join(aFolder(), 'x.fyr')
  writeFileSync(path, content)
  return path
}
export function aSpoilt(
  spoil: (path: string) => void,
  before: (made: ReturnType<typeof aStore>) => void = () => {},
): string {
  const made = aStore()
  before(made)
  made.file.close()
  spoil(made.path)
  return made.path
}

/** Eight digits after which no ninth fits. */
export const impossible = '923609130'

export const fullDisk: Case = async (desk) => {
  const { db } = desk.backend.workspaces.store()
  db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 2}`)
  const problem = await log({ notes: 'ord '.repeat(50_000) })(desk, 'nb')
  db.pragma('max_page_count = 1000000')
  return problem
}

export const lockedTarget: Case = async (desk) => {
  const visit = await desk.aVisit()
  const { id } = await desk.call('attachments.add', {
    visitId: visit.id,
    kind: 'file',
    fileName: 'brev.txt',
    mime: 'text/plain',
    altText: null,
    base64: 'aGVp',
  })
  // No program locks files for us here; a folder of that name can't be replaced either.
  mkdirSync(join(desk.home, 'brev.txt', 'x'), { recursive: true })
  return desk.problemOf('attachments.saveCopy', { id })
}

/** Root may write anywhere, so a process of somebody else reads the file and tries to write. */
export const readOnly: Case = async () => {
  const { file, path } = aStore()
  file.close()
  chmodSync(path, 0o444)
  chmodSync(dirname(path), 0o555)
  const script = `
    import { mkdtempSync } from 'node:fs'
    import { tmpdir } from 'node:os'
    import { createBackend, noPorts } from '#db/backend.ts'
    const backend = createBackend({
      home: mkdtempSync(tmpdir() + '/fyr-'), host: 'direct', version: '1', can: { openFiles: false, revealFiles: false }, ports: noPorts,
    })
    backend.workspaces.open(process.argv[1])
    const reply = await backend.dispatch('sectors.add', { nameNb: 'a', nameSv: 'a', nameEn: 'a' })
    console.log(JSON.stringify(reply.problem))
    await backend.close()`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
    cwd: root,
    encoding: 'utf8',
    ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}),
  })
  chmodSync(dirname(path), 0o755)
  if (run.stdout === '') throw new Error(run.stderr)
  return JSON.parse(run.stdout) as Problem
}
