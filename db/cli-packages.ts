/** Board packages on the command line; each function gives the exit code. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { addMonths, startOfYear, timeZoneOf, todayIn } from '#shared/domain/days.ts'
import { needsMeeting } from '#shared/domain/package-rules.ts'
import { type PackageFormat, packageFormats } from '#shared/domain/records/board-package.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { type PackageEdition, type PackageVariant, packageEditions } from '#shared/domain/records/package-template.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { transact } from './changes.ts'
import { withStore } from './cli-store.ts'
import { freezePackage } from './freeze-package.ts'
import { uuidv7 } from './ids.ts'
import { nextMeetingId } from './meeting-snapshot.ts'
import { besideFiles, filePaths, makeFiles } from './package-files.ts'
import { libreOfficePdf } from './pdf.ts'
import { threadRendering } from './rendering.ts'
import { makeSample } from './sample/make-sample.ts'
import { read, readAll, type Store } from './store.ts'
import { writeWhole } from './write-whole.ts'

export interface PackageOrder {
  /** Name of the body; null = that of the meeting. */
  readonly body: string | null
  /** A day `YYYY-MM-DD`, an id, `next` or `none`. */
  readonly meeting: string
  readonly variant: PackageVariant
  /** Name of a template of the body or of all; null = the usual one. */
  readonly template: string | null
  readonly confidential: boolean
  readonly from: Day | null
  readonly to: Day | null
  readonly language: Language | null
  readonly formats: readonly PackageFormat[]
  readonly editions: readonly PackageEdition[]
  readonly out: string
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
      console.log(`${sample}: ${made.companies} companies, ${made.visits} visits (${secondsSince(at)} s)`)
      await withStore(path, async (store) => {
        const [body] = readAll(store, 'bodies', 'created_stamp, id')
        if (!body) throw problem('notFound', 'problems.notFound')
        await writePackage(store, {
          ...usualPackage,
          bodyId: body.id,
          meetingId: nextMeetingId(store, body.id, today),
          from: startOfYear(today),
          to: today,
          out,
        })
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`All of it took ${secondsSince(started)} s.`)
  return 0
}

/** The body's next package, kept in the file and written to a folder. Without days: the six months until today. */
export async function makePackage(path: string, order: PackageOrder): Promise<number> {
  await withStore(path, async (store) => {
    const today = todayIn(timeZoneOf(store.country), new Date())
    const named = order.body === null ? null : bodyOf(store, order.body)
    const meeting = meetingOf(store, named, order.meeting)
    const bodyId = named ?? meeting?.bodyId
    if (bodyId === undefined)
      throw new CommandError('Say which body the package is for: --body NAME, or --meeting DAY.')
    const meetingId = order.meeting === 'next' ? nextMeetingId(store, bodyId, today) : (meeting?.id ?? null)
    if (meetingId === null && needsMeeting(order.variant)) {
      const { name } = read(store, 'bodies', bodyId)
      const found = order.meeting === 'next' ? `, and ${name} has none from today on` : ''
      throw new CommandError(`The ${order.variant} is of a meeting${found}. Name one: --meeting DAY.`)
    }
    const to = order.to ?? today
    const from = order.from ?? addMonths(to, -6)
    const templateId = order.template === null ? null : templateOf(store, bodyId, order)
    await writePackage(store, { ...order, bodyId, meetingId, templateId, from, to })
  })
  return 0
}

/** What a package is made by where nothing is said. */
const usualPackage = {
  variant: 'papers',
  templateId: null,
  confidential: false,
  language: null,
  formats: ['docx', 'xlsx'],
  editions: packageEditions,
} as const

/** Makes a package and writes its files. A period that ends before it begins is refused. */
async function writePackage(
  store: Store,
  choice: Omit<PackageOrder, 'body' | 'meeting' | 'template' | 'from' | 'to'> & {
    readonly bodyId: Id
    readonly meetingId: Id | null
    readonly templateId: Id | null
    readonly from: Day
    readonly to: Day
  },
): Promise<void> {
  const { from: periodFrom, to: periodTo, confidential: withConfidential } = choice
  if (periodTo < periodFrom) {
    throw problem('invalid', 'problems.invalid', undefined, { to: { key: 'problems.field.endBeforeStart' } })
  }
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
  console.log(`  ${meetingLine(store, choice.meetingId, withConfidential)}`)
  const { value: made } = transact(store, { actor: madeBy, command: 'packages.make' }, (write) =>
    freezePackage(write, { ...choice, leftOut: [], withConfidential, periodFrom, periodTo, language, title: null }, by),
  )
  const started = performance.now()
  const tools = { store, rendering: threadRendering(), pdf: libreOfficePdf() }
  const files = await makeFiles(tools, made.id, choice, () => {}, new AbortController().signal)
  for (const [name, bytes] of filePaths(files, besideFiles(store, made.id, files), language)) {
    const path = join(choice.out, name)
    mkdirSync(dirname(path), { recursive: true })
    await writeWhole(path, bytes)
    console.log(`  ${path} (${(bytes.byteLength / 1024).toFixed(0)} KB)`)
  }
  console.log(`  made in ${secondsSince(started)} s`)
}

/** Which meeting a package is for, so that nobody sends the wrong papers. */
function meetingLine(store: Store, meetingId: Id | null, withConfidential: boolean): string {
  if (meetingId === null) return 'for no meeting'
  const { startsOn, startsAt, place, title } = read(store, 'meetings', meetingId)
  const what = [`${startsOn} ${startsAt}`, title, place].filter(Boolean).join(', ')
  return `for the meeting on ${what}; confidential items ${withConfidential ? 'in the full edition, withheld in the public one' : 'withheld'}`
}

function bodyOf(store: Store, name: string): Id {
  const bodies = readAll(store, 'bodies', 'name')
  const body = bodies.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (body) return body.id
  throw new CommandError(`There is no body “${name}”. The file has: ${bodies.map((one) => one.name).join(', ')}.`)
}

/** The meeting of a day or an id; null for `next` and `none`. */
function meetingOf(store: Store, bodyId: Id | null, asked: string): Meeting | null {
  if (asked === 'next' || asked === 'none') return null
  const all = readAll(store, 'meetings', 'starts_on').filter(
    (one) => one.status !== 'cancelled' && (bodyId === null || one.bodyId === bodyId),
  )
  const found = all.filter(({ id, startsOn }) => id === asked || startsOn === asked)
  const [only] = found
  if (found.length === 1 && only) return only
  const days = all.map(({ startsOn }) => startsOn).join(', ')
  if (found.length === 0)
    throw new CommandError(`There is no meeting “${asked}”. There are meetings on: ${days || 'no day'}.`)
  throw new CommandError(
    `There are ${found.length} meetings on ${asked}. Say which body with --body, or give the meeting’s id.`,
  )
}

function templateOf(store: Store, bodyId: Id, { template, variant }: PackageOrder): Id {
  const fitting = readAll(store, 'packageTemplates', 'position').filter(
    (one) => one.variant === variant && (one.bodyId === null || one.bodyId === bodyId),
  )
  const found = fitting.find(({ name }) => name.toLowerCase() === template?.toLowerCase())
  if (found) return found.id
  const names = fitting.map(({ name }) => name).join(', ')
  throw new CommandError(`There is no template “${template}” for it. There are: ${names || 'none'}.`)
}

/** `docx,pdf` as a list. */
export function formatsIn(text: string): PackageFormat[] {
  return listed('--format', text, packageFormats)
}
/** `full,public` as a list. */
export function editionsIn(text: string): PackageEdition[] {
  return listed('--edition', text, packageEditions)
}
function listed<T extends string>(option: string, text: string, all: readonly T[]): T[] {
  const parts = text.split(',').map((part) => part.trim())
  const unknown = parts.find((part) => !all.some((one) => one === part))
  if (unknown !== undefined) throw new CommandError(`${option} holds “${unknown}”. It can hold ${all.join(', ')}.`)
  return all.filter((one) => parts.includes(one))
}

/** What was asked for is not in the file; the message says what is. */
export class CommandError extends Error {}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1)
}
