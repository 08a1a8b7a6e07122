/** What the command line does, one function per command; each gives the exit code. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ProblemError, problem } from '#shared/contract/problem.ts'
import { addMonths, startOfYear, timeZoneOf, todayIn } from '#shared/domain/days.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { translator } from '#shared/i18n/translator.ts'
import { backupTo, sha256OfFile } from './backup.ts'
import { transact } from './changes.ts'
import { checkFile } from './check-file.ts'
import { classify } from './classify.ts'
import { openFile } from './connection.ts'
import { safeFileName, writeAtomically } from './files.ts'
import { freezePackage } from './freeze-package.ts'
import { fileNameOf, openPackage } from './handlers/packages.ts'
import { uuidv7 } from './ids.ts'
import { nextMeetingId } from './meeting-snapshot.ts'
import { type DocumentFormat, threadRendering } from './rendering.ts'
import { makeSample, type SampleOptions } from './sample/make-sample.ts'
import { createStore, read, readAll, type Store } from './store.ts'

const device = 'c0dec1c1'
const formats = ['docx', 'xlsx'] as const satisfies readonly DocumentFormat[]
const size = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** A problem as the sentence that the screens show; undefined for what is none. */
export function problemSentence(cause: unknown, language: Language): string | undefined {
  const known = cause instanceof ProblemError ? cause.problem : classify(cause)
  if (!known) return undefined
  const t = translator(language)
  const fields = Object.entries(known.fields ?? {}).map(([field, message]) => `  ${field}: ${messageText(t, message)}`)
  return [messageText(t, known), ...fields].join('\n')
}

/** Both samples, each with the package of its first body in Word and Excel, written to the folder `out`. */
export async function demo(out: string, today: Day): Promise<number> {
  const started = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'fyr-demo-'))
  try {
    for (const sample of ['ostfold', 'robertsfors'] as const) {
      const path = join(folder, `${sample}.fyr`)
      const at = performance.now()
      const made = makeSample(path, { sample, today })
      console.log(`${sample}: ${made.companies} companies, ${made.visits} visits (${seconds(at)})`)
      await withStore(path, async (store) => {
        const [body] = readAll(store, 'bodies', 'created_stamp, id')
        if (!body) throw problem('notFound', 'problems.notFound')
        await writePackage(store, { bodyId: body.id, from: startOfYear(today), to: today, language: null, out })
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`All of it took ${seconds(started)}.`)
  return 0
}

/** A sample partnership in a new file. Throws `conflict` where the file exists. */
export function sample(path: string, options: SampleOptions): number {
  const started = performance.now()
  const made = makeSample(path, options)
  console.log(
    `${path}: ${made.companies} companies, ${made.visits} visits, ${made.changes} changes (${seconds(started)})`,
  )
  return 0
}

/** The body's next package, kept in the file and written as Word and Excel. Without days: the six months until today. */
export async function makePackage(
  path: string,
  choice: { body: string; from: Day | null; to: Day | null; language: Language | null; out: string },
): Promise<number> {
  await withStore(path, async (store) => {
    const bodies = readAll(store, 'bodies', 'name')
    const body = bodies.find(({ name }) => name.toLowerCase() === choice.body.toLowerCase())
    if (!body) {
      console.error(`There is no body “${choice.body}”. The file has: ${bodies.map(({ name }) => name).join(', ')}.`)
      throw problem('notFound', 'problems.notFound')
    }
    const today = todayIn(timeZoneOf(store.country), new Date())
    const to = choice.to ?? today
    await writePackage(store, { ...choice, bodyId: body.id, from: choice.from ?? addMonths(to, -6), to })
  })
  return 0
}

async function writePackage(
  store: Store,
  choice: { bodyId: string; from: Day; to: Day; language: Language | null; out: string },
): Promise<void> {
  const { from: periodFrom, to: periodTo, bodyId } = choice
  if (periodTo < periodFrom)
    throw problem('invalid', 'problems.invalid', undefined, { to: { key: 'problems.field.endBeforeStart' } })
  const [partnership] = readAll(store, 'partnership', 'id')
  if (!partnership) throw problem('damagedFile', 'problems.noPartnership')
  const madeBy = partnership.contactName ?? partnership.name
  const language = choice.language ?? partnership.language
  const now = new Date()
  const by = {
    id: uuidv7(now.getTime()),
    madeOn: now.toISOString(),
    madeBy,
    today: todayIn(timeZoneOf(store.country), now),
  }
  const meetingId = nextMeetingId(store, bodyId, by.today)
  console.log(`  ${meetingLine(store, meetingId)}`)
  const { value: made } = transact(store, { actor: madeBy, command: 'packages.make' }, (write) =>
    freezePackage(
      write,
      {
        bodyId,
        variant: 'papers',
        templateId: null,
        leftOut: [],
        meetingId,
        withConfidential: false,
        periodFrom,
        periodTo,
        language,
        title: null,
      },
      by,
    ),
  )
  const { snapshot } = openPackage(store, made.id)
  for (const format of formats) {
    const started = performance.now()
    const bytes = await threadRendering().render(snapshot, format, () => {}, new AbortController().signal)
    const path = join(choice.out, safeFileName(fileNameOf(made, snapshot, format)))
    await writeAtomically(path, bytes)
    console.log(`  ${path} (${size(bytes.byteLength)}, ${seconds(started)})`)
  }
}

/** Which meeting a package is for, so that nobody sends the wrong papers. */
function meetingLine(store: Store, meetingId: string | null): string {
  if (meetingId === null) return 'for no meeting: none of the body is planned'
  const { startsOn, startsAt, place, title } = read(store, 'meetings', meetingId)
  return `for the meeting on ${[`${startsOn} ${startsAt}`, title, place].filter(Boolean).join(', ')}; confidential items withheld`
}

/** Every check of a file, the replay of its log among them. Gives 1 where something was found. */
export function check(path: string): number {
  const file = openFile(path)
  try {
    for (const warning of file.warnings) console.log(`warning: ${warning}`)
    const findings = checkFile(file.db)
    for (const { check: name, detail } of findings) console.log(`${name}: ${detail}`)
    const changes = file.db.prepare('SELECT count(*) FROM changes').pluck().get()
    console.log(
      findings.length === 0
        ? `${basename(path)} is sound: ${changes} changes replayed.`
        : `${findings.length} findings.`,
    )
    return findings.length === 0 ? 0 : 1
  } finally {
    file.close()
  }
}

/** A verified copy, with the SHA-256 that tells later whether it is still the same. */
export async function backup(path: string, target: string): Promise<number> {
  const file = openFile(path)
  try {
    const { size: bytes } = backupTo(file.db, target)
    console.log(`${target} (${size(bytes)}, SHA-256 ${await sha256OfFile(target)})`)
    return 0
  } finally {
    file.close()
  }
}

export async function withStore(path: string, work: (store: Store) => Promise<void>): Promise<void> {
  const file = openFile(path)
  try {
    const now = () => new Date().toISOString()
    await work(createStore(file.db, { now, device, readOnly: file.readOnly, counted: file.counted }))
  } finally {
    file.close()
  }
}
