import type { Database } from 'better-sqlite3'
import { addDays, addMonths, daysBetween, startOfYear } from '#shared/domain/days.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Partner } from '#shared/domain/records/partner.ts'
import { themes } from '#shared/domain/records/visit.ts'
import { foldQuery } from '#shared/domain/search-text.ts'
import type { Country, Day, Language } from '#shared/domain/values.ts'
import { spreadTarget, targetUntil } from '#shared/domain/visit-plan.ts'
import { transact, type Writer } from '../changes.ts'
import { openFile } from '../connection.ts'
import { freezePackage } from '../freeze-package.ts'
import { createStore } from '../store.ts'
import type { SampleName } from '../workspaces.ts'
import { aContact, companyMaker, type SampleCompany } from './companies.ts'
import { plainPng } from './png.ts'
import { createRandom, type Random } from './random.ts'
import { type SampleSource, sources, type Theme } from './source.ts'
import { aVisit, filler, promises } from './visits.ts'

export interface SampleOptions {
  readonly sample: SampleName
  /** The day the data ends. */
  readonly today: Day
  readonly years?: number
  /** The yearly target; about as many company visits are made, and some other talks beside them. */
  readonly visitsPerYear?: number
  readonly seed?: number
}
/** Something that happened, in its place in time. */
interface Step {
  readonly at: number
  readonly run: (write: Writer) => void
}
interface Setting {
  readonly source: SampleSource
  readonly random: Random
  readonly today: Day
  readonly from: Day
  readonly years: readonly number[]
  readonly visitsPerYear: number
  readonly add: (day: Day, time: string, run: Step['run']) => void
}

/** Most records of one transaction in a large sample; in a small one each day is its own, so that its history reads like one. */
const batch = 1000
const mostOwnDays = 3000
const device = '5a3b1e00'

/**
 * Writes a sample partnership to a new file: the same options give the same records. Everything goes through the one
 * writer, in the order in which it would have happened, so log, history and search are as in a file that people wrote.
 *
 * @throws ProblemError `conflict` where the file exists.
 */
export function makeSample(
  path: string,
  options: SampleOptions,
): { visits: number; companies: number; changes: number } {
  const { sample, today, years: count = 3, visitsPerYear = 50, seed = 1 } = options
  const source = sources[sample]
  const from = startOfYear(addMonths(today, -12 * count + 5))
  const steps: Step[] = []
  const setting: Setting = {
    source,
    random: createRandom(seed),
    today,
    from,
    years: Array.from(
      { length: Number(today.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
      (_, i) => Number(from.slice(0, 4)) + i,
    ),
    visitsPerYear,
    add: (day, time, run) => steps.push({ at: Date.parse(`${day}T${time}Z`), run }),
  }
  const people = foundation(setting)
  visiting(setting, people, companies(setting, people.sectorIds))
  earlierPackage(setting, people)
  steps.sort((a, b) => a.at - b.at)
  return write(path, source, setting.random, steps)
}

function write(path: string, source: SampleSource, random: Random, steps: readonly Step[]) {
  const file = openFile(path, { create: true })
  let now = 0
  try {
    forBulk(file.db)
    file.db.prepare("INSERT INTO file_facts (key, value) VALUES ('file_id', ?)").run(random.id(steps[0]?.at ?? 0))
    const store = createStore(file.db, { now: () => new Date(now).toISOString(), device, counted: file.counted })
    store.country = source.partnership.country as Country
    const actor = (source.secretariat[0] ?? []).slice(0, 2).join(' ')
    const dayOf = (step: Step | undefined) => (step ? Math.floor(step.at / 86_400_000) : -1)
    for (let start = 0, end = 0; start < steps.length; start = end) {
      const together = steps.length > mostOwnDays ? batch : Number.POSITIVE_INFINITY
      do end += 1
      while (
        end < steps.length &&
        end - start < together &&
        (together === batch || dayOf(steps[end]) === dayOf(steps[start]))
      )
      // A batch bears the time of its last step: no change is older than what it tells.
      now = steps[end - 1]?.at ?? now
      transact(store, { actor, command: 'workspace.openSample' }, (writer) => {
        for (let index = start; index < end; index++) steps[index]?.run(writer)
      })
    }
    forUse(file.db)
    const size = (table: string) => file.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
    return { visits: size('visits'), companies: size('companies'), changes: size('changes') }
  } finally {
    file.close()
  }
}

/** A file that is only just being made need not survive a power cut: it is synced once, when it is whole. */
function forBulk(db: Database): void {
  db.pragma('synchronous = OFF')
  db.pragma('wal_autocheckpoint = 40000')
  db.pragma('cache_size = -256000')
  db.prepare("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 33554432)").run()
}

function forUse(db: Database): void {
  db.prepare("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 1048576)").run()
  db.pragma('synchronous = FULL')
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** The partnership, its people, partners, bodies and sectors, on its first day. */
function foundation({ source, random, from, add, visitsPerYear, years }: Setting) {
  const { partnership } = source
  const country = partnership.country as Country
  const language = partnership.language as Language
  const start = Date.parse(`${from}T06:00:00Z`)
  const sectorIds = source.sectors.map(() => random.id(start))
  const bodyIds = source.bodies.map(() => random.id(start))
  const partnerIds = source.partners.map(() => random.id(start))
  const ours = source.secretariat.map(() => random.id(start))
  const theirs = source.partners.map(() => random.id(start))
  const partnershipId = random.id(start)
  add(from, '06:00:00.000', (write) => {
    const [givenName = '', familyName = ''] = source.secretariat[0] ?? []
    write.insert('partnership', {
      id: partnershipId,
      name: partnership.name,
      country,
      language,
      orgNo: null,
      municipalityCode: partnership.municipalityCode,
      regionCodes: source.municipalities.map(({ code }) => code),
      contactName: `${givenName} ${familyName}`,
      contactEmail: partnership.contactEmail,
      retentionMonths: partnership.retentionMonths,
      visitTarget: visitsPerYear,
      notVisitedMonths: partnership.notVisitedMonths,
      smallestGroup: partnership.smallestGroup,
    })
    source.sectors.forEach(({ nameNb, nameSv, nameEn }, position) => {
      write.insert('sectors', { id: sectorIds[position] ?? '', nameNb, nameSv, nameEn, position })
    })
    source.bodies.forEach(({ name, kind }, index) => {
      write.insert('bodies', {
        id: bodyIds[index] ?? '',
        name,
        kind: kind as Body['kind'],
        country,
        activeFrom: from,
        activeTo: null,
      })
    })
    source.partners.forEach(({ name, shortName, partnerType, municipalityCode }, index) => {
      write.insert('partners', {
        id: partnerIds[index] ?? '',
        name,
        shortName,
        orgNo: null,
        country,
        partnerType: partnerType as Partner['partnerType'],
        municipalityCode,
        joinedOn: from,
        leftOn: null,
        agreementSignedOn: from,
        agreementValidFrom: from,
        agreementValidTo: addDays(addMonths(from, 60), -1),
        status: 'active',
        note: null,
      })
    })
    const person = (id: string, [given = '', family = '', roleTitle]: readonly string[], partner: number | null) =>
      write.insert('persons', {
        id,
        givenName: given,
        familyName: family,
        organisationId: partner === null ? null : (partnerIds[partner] ?? null),
        roleTitle: roleTitle ?? null,
        email: `${foldQuery(given).join('.')}.${foldQuery(family).join('')}@partnerskapet.example`,
        phone: null,
        language,
        lawfulBasis: 'contract',
        basisNote: null,
        collectedFrom: null,
        collectedOn: from,
        reviewBy: addMonths(from, 60),
        status: 'active',
      })
    source.secretariat.forEach((entry, index) => void person(ours[index] ?? '', entry, null))
    source.partners.forEach((entry, index) => void person(theirs[index] ?? '', entry.person, index))
  })
  for (const year of years) {
    const id = random.id(Date.parse(`${year}-01-01T06:30:00Z`))
    add(`${year}-01-01`, '06:30:00.000', (write) => {
      write.insert('visitPlans', { id, year, target: visitsPerYear, distribution: spreadTarget(visitsPerYear) })
    })
  }
  return { sectorIds, bodyIds, partnerIds, ours, theirs }
}

/** About two and a half companies for each visit of a year; half of them known from the start. */
function companies(
  { source, random, from, today, visitsPerYear, add }: Setting,
  sectorIds: readonly string[],
): SampleCompany[] {
  const days = daysBetween(from, today)
  const next = companyMaker(source, random, sectorIds, { from, to: today, days })
  const count = Math.max(24, Math.round(visitsPerYear * 2.4))
  return Array.from({ length: count }, (_, index) => {
    const company = next(index < count / 2)
    add(company.since, '07:00:00.000', (write) => {
      write.insert('companies', company.record)
      for (const contact of company.contacts) write.insert('contacts', contact)
    })
    const { until } = company
    if (until !== null && until <= today) {
      add(until, '09:00:00.000', (write) => {
        write.revise('companies', company.record.id, { status: random.chance(0.7) ? 'woundUp' : 'bankrupt' })
      })
    }
    return company
  })
}

function visiting(setting: Setting, people: ReturnType<typeof foundation>, all: readonly SampleCompany[]): void {
  const { random, today, visitsPerYear, years } = setting
  const lastVisit = new Map<SampleCompany, Day>()
  // A fifth is never visited, or the list of whom to visit next would be empty.
  const candidates = all.filter((_, index) => index % 5 !== 4)
  years.forEach((year, index) => {
    const share = year === years.at(-1) ? 0.84 : index % 2 === 0 ? 0.92 : 1.04
    const distribution = spreadTarget(Math.round(visitsPerYear * share))
    const until = year === Number(today.slice(0, 4)) ? targetUntil(distribution, today) : Number.POSITIVE_INFINITY
    const days: { day: Day; counts: boolean }[] = []
    distribution.forEach((count, month) => {
      for (let visit = 0; visit < count + Math.ceil(count * 0.18); visit++) {
        days.push({ day: weekday(random, year, month), counts: visit < count })
      }
    })
    days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    let counted = 0
    for (const { day, counts } of days) {
      if (day > today || (counts && counted >= until)) continue
      const company = choose(random, candidates, lastVisit, day)
      if (!company) continue
      if (counts) counted += 1
      lastVisit.set(company, day)
      visit(setting, people, company, day, counts)
    }
  })
  const draftOf = candidates.find(({ since, until }) => since <= today && until === null)
  if (draftOf) visit(setting, people, draftOf, today, true, true)
}

/** A company that is there on the day and was not met for half a year, as far as a few looks find one. */
function choose(random: Random, all: readonly SampleCompany[], lastVisit: ReadonlyMap<SampleCompany, Day>, day: Day) {
  const halfYearAgo = addDays(day, -180)
  for (let look = 0; look < 40; look++) {
    const company = random.pick(all)
    const there = company.since <= day && (company.until === null || day < company.until)
    if (there && (look > 20 || (lastVisit.get(company) ?? '') < halfYearAgo)) return company
  }
  return undefined
}

function weekday(random: Random, year: number, month: number): Day {
  for (;;) {
    const day = addDays(`${year}-${String(month + 1).padStart(2, '0')}-01`, random.between(0, 27))
    const weekDay = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekDay !== 0 && weekDay !== 6) return day
  }
}

let photo: Uint8Array | undefined

function visit(
  { source, random, today, add }: Setting,
  people: ReturnType<typeof foundation>,
  company: SampleCompany,
  day: Day,
  counts: boolean,
  draft = false,
): void {
  const id = random.id(Date.parse(`${day}T13:00:00Z`))
  const about = new Set<Theme>([random.pick(themes), ...(random.chance(0.4) ? [random.pick(themes)] : [])])
  const plan = { id, day, counts, themes: [...about], urgent: !draft && random.chance(0.05) }
  const seconds = random.between(0, 3599)
  const time = (hour: number) =>
    `${hour}:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`
  const followUps = draft ? [] : promises(source, random, company, plan, today)
  add(day, time(14), (write) => {
    write.insert('visits', { ...aVisit(source, random, company, plan, people.ours), draft })
    if (random.chance(0.12)) {
      const contact = aContact(source, random, company.record, day, id)
      company.contacts.push(contact)
      write.insert('contacts', contact)
    }
    if (random.chance(0.02)) attach(write, source, random, id, day)
    for (const promised of followUps) {
      const byPartner = random.chance(0.55)
      const partner = random.between(0, people.theirs.length - 1)
      write.insert('followUps', {
        id: promised.id,
        visitId: id,
        description: filler(source, random, company, day)(promised.text),
        theme: promised.theme,
        ownerId: byPartner ? (people.theirs[partner] ?? '') : random.pick(people.ours),
        forwardedToId: byPartner && random.chance(0.4) ? (people.partnerIds[partner] ?? null) : null,
        dueOn: promised.dueOn,
        answeredCompanyOn: null,
        status: 'open',
        result: null,
      })
    }
  })
  for (const { id: followUpId, answeredOn, endedOn, givenUp, result } of followUps) {
    if (answeredOn !== null) {
      add(answeredOn, time(16), (write) => {
        write.revise('followUps', followUpId, { status: 'answered', answeredCompanyOn: answeredOn })
      })
    }
    if (endedOn !== null) {
      add(endedOn, time(17), (write) => {
        write.revise(
          'followUps',
          followUpId,
          givenUp ? { status: 'cannotBeDone', result: random.pick(source.cannotBeDone) } : { status: 'closed', result },
        )
      })
    }
  }
}

function attach(write: Writer, source: SampleSource, random: Random, visitId: string, day: Day): void {
  photo ??= plainPng(320, 200, [38, 84, 124])
  write.insert('attachments', {
    id: random.id(Date.parse(`${day}T14:30:00Z`)),
    visitId,
    kind: 'photo',
    title: source.texts.attachmentTitle,
    fileName: `${day}.png`,
    mime: 'image/png',
    size: photo.byteLength,
    sha256: write.putBlob(photo),
    altText: source.texts.attachmentAlt,
  })
}

/** The board's package of the last half year that is over, and two later corrections that the next package tells of. */
function earlierPackage({ source, random, today, from, add }: Setting, people: ReturnType<typeof foundation>): void {
  const year = Number(today.slice(0, 4))
  const [periodFrom, periodTo] =
    [
      [`${year}-01-01`, `${year}-06-30`],
      [`${year - 1}-07-01`, `${year - 1}-12-31`],
      [`${year - 1}-01-01`, `${year - 1}-06-30`],
    ].find(([start = '', end = '']) => start >= from && addDays(end, 20) < today) ?? []
  if (!periodFrom || !periodTo) return
  const madeOn = addDays(periodTo, 12)
  const id = random.id(Date.parse(`${madeOn}T10:00:00Z`))
  const [givenName = '', familyName = ''] = source.secretariat[0] ?? []
  add(madeOn, '10:00:00.000', (write) => {
    freezePackage(
      write,
      {
        bodyId: people.bodyIds[0] ?? '',
        periodFrom,
        periodTo,
        language: source.partnership.language as Language,
        title: null,
      },
      { id, madeOn: `${madeOn}T10:00:00.000Z`, madeBy: `${givenName} ${familyName}`, today: madeOn },
    )
  })
  add(addDays(madeOn, 2), '09:00:00.000', (write) => {
    const printed = write.db
      .prepare(
        `SELECT v.id, v.publishable_summary AS summary, EXISTS (SELECT 1 FROM follow_ups f WHERE f.visit_id = v.id AND f.deleted_at IS NULL)
           OR EXISTS (SELECT 1 FROM attachments a WHERE a.visit_id = v.id) AS named
         FROM visits v WHERE v.deleted_at IS NULL AND v.visited_on BETWEEN ? AND ? AND v.publishable_summary IS NOT NULL AND v.draft = 0
         ORDER BY v.visited_on, v.id`,
      )
      .all(periodFrom, periodTo) as { id: string; summary: string; named: 0 | 1 }[]
    for (const row of printed.slice(0, 2)) {
      write.revise('visits', row.id, { publishableSummary: `${row.summary} ${source.texts.correction}` })
    }
    const twice = printed.findLast(({ named }) => named === 0)
    if (twice) write.remove('visits', twice.id)
  })
}
