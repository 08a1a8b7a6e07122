import { addDays, daysBetween } from '#shared/domain/days.ts'
import { noHome, plainDocument } from '#shared/domain/records/attachment.ts'
import { themes } from '#shared/domain/records/visit.ts'
import type { Day } from '#shared/domain/values.ts'
import { spreadTarget, targetUntil } from '#shared/domain/visit-plan.ts'
import type { Writer } from '../changes.ts'
import { aContact, companyMaker, type SampleCompany } from './companies.ts'
import type { Foundation } from './foundation.ts'
import { plainPng } from './png.ts'
import type { Random } from './random.ts'
import type { Setting } from './setting.ts'
import type { SampleSource, Theme } from './source.ts'
import { aVisit, filler, promises } from './visits.ts'

/** About two and a half companies for each visit of a year; half of them known from the start. */
export function companies(
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

/** The visits of all years, and a draft of today. */
export function visiting(setting: Setting, people: Foundation, all: readonly SampleCompany[]): void {
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
  people: Foundation,
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
    ...noHome,
    ...plainDocument,
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
