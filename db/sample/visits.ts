import { addDays, addMonths } from '#shared/domain/days.ts'
import {
  type InterviewQuestion,
  interviewQuestions,
  themes,
  type Visit,
  visitFlags,
} from '#shared/domain/records/visit.ts'
import type { Day } from '#shared/domain/values.ts'
import type { SampleCompany } from './companies.ts'
import type { Random } from './random.ts'
import type { SampleSource, Theme } from './source.ts'

type Fields<T> = Omit<T, 'createdStamp' | 'changedStamp' | 'deletedAt'>

/** Fills the blanks of a sentence for one company and day. */
export function filler(source: SampleSource, random: Random, company: SampleCompany, day: Day) {
  const contact = company.contacts[0]
  const year = Number(day.slice(0, 4))
  const { employees } = company
  const blanks: Readonly<Record<string, () => string>> = {
    n: () => String(random.between(11, 95)),
    m: () => String(random.between(2, 9)),
    employees: () => String(employees),
    fewer: () => String(random.between(2, Math.max(2, Math.floor(employees / 2)))),
    few: () => String(random.between(2, Math.max(2, Math.min(9, Math.floor(employees / 4))))),
    percent: () => String(random.between(4, 32)),
    year: () => String(year - random.between(1, 3)),
    next: () => String(year + 1),
    place: () => company.record.place ?? '',
    product: () => random.pick(company.sector.products),
    roles: () => random.pick(company.sector.roles),
    contact: () => (contact ? `${contact.givenName} ${contact.familyName}` : capital(random.pick(source.companyRoles))),
  }
  return (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => blanks[name]?.() ?? whole)
}

const ofStaff = /\{(employees|fewer|few)\}|ansatt|anställd|personal/i

/** A sentence about staff fits a company of five or more: below, the registers tell the band only, and a sole trader has none. */
function fits(company: SampleCompany, sentence: string): boolean {
  return company.employees >= 5 || !ofStaff.test(sentence)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** A visit with all that a talk gives; `ours` are people of the secretariat. */
export function aVisit(
  source: SampleSource,
  random: Random,
  company: SampleCompany,
  plan: {
    readonly id: string
    readonly day: Day
    readonly counts: boolean
    readonly themes: readonly Theme[]
    readonly urgent: boolean
  },
  ours: readonly string[],
): Fields<Visit> {
  const fill = filler(source, random, company, plan.day)
  const { texts } = source
  const some = (all: readonly string[]) => {
    const list = all.filter((sentence) => fits(company, sentence))
    const first = random.pick(list)
    const second = random.chance(0.35) ? random.pick(list) : first
    return fill(second === first ? first : `${first} ${second}`)
  }
  const full = plan.counts && random.chance(0.7)
  const answers: Record<InterviewQuestion, string | null> = Object.fromEntries(
    interviewQuestions.map((question) => [question, full && random.chance(0.62) ? some(texts[question]) : null]),
  ) as Record<InterviewQuestion, string | null>
  const notAnswered = full
    ? interviewQuestions.filter((question) => answers[question] === null && random.chance(0.25))
    : []
  const kind = random.next()
  const confidentiality = kind < 0.06 ? 'confidential' : kind < 0.4 ? 'internal' : 'open'
  const startHour = random.between(8, 14)
  const timed = random.chance(0.7)
  const hour = (value: number) => `${String(value).padStart(2, '0')}:${random.pick(['00', '15', '30'])}`
  const { contacts } = company
  return {
    id: plan.id,
    companyId: company.record.id,
    visitedOn: plan.day,
    startsAt: timed ? hour(startHour) : null,
    endsAt: timed ? hour(startHour + 1 + random.between(0, 1)) : null,
    type: plan.counts
      ? random.chance(0.94)
        ? 'companyVisit'
        : 'reverseVisit'
      : random.pick(['phone', 'phone', 'webMeeting', 'event'] as const),
    place: plan.counts && random.chance(0.4) ? random.pick(texts.placeIn) : null,
    coordinates: null,
    ourParticipantIds: random.chance(0.3) ? ours.slice(0, 2) : [random.pick(ours)],
    theirParticipantIds: contacts.slice(0, random.between(0, contacts.length)).map(({ id }) => id),
    purpose: random.chance(0.8) ? random.pick(texts.purpose) : null,
    notes: random.chance(0.9) ? some(texts.notes) : null,
    ...answers,
    notAnswered,
    flags: visitFlags.filter((flag) => (flag === 'urgent' ? plan.urgent : random.chance(0.05))),
    themes: themes.filter((theme) => plan.themes.includes(theme)),
    confidentiality,
    confidentialText: confidentiality === 'confidential' ? some(texts.confidential) : null,
    publishableSummary:
      confidentiality === 'confidential' || random.chance(0.22)
        ? null
        : summary(source, random, company, plan.themes, fill),
    nextVisitBy: random.chance(0.18) ? addMonths(plan.day, random.pick([6, 12, 12, 18])) : null,
    draft: false,
    device: null,
  }
}

function summary(
  source: SampleSource,
  random: Random,
  company: SampleCompany,
  about: readonly Theme[],
  fill: (text: string) => string,
): string {
  const { texts } = source
  // Now and then a name slips into a summary, as it does among people; the package takes it out.
  const middle = random.chance(0.04) ? [texts.contactSummary] : []
  const first = random.pick(texts.summary.filter((sentence) => fits(company, sentence)))
  const sentences = [first, ...middle, ...about.map((theme) => source.themes[theme].summary)]
  return fill(sentences.join(' '))
}

/** What becomes of a promise: told on a day, ended on a day, or neither yet. */
interface Promised {
  readonly id: string
  readonly theme: Theme
  readonly text: string
  readonly result: string
  readonly dueOn: Day
  readonly answeredOn: Day | null
  readonly endedOn: Day | null
  readonly givenUp: boolean
}

/** Follow-ups of a visit with their fate until today; old ones are settled, of the late ones some are overdue. */
export function promises(
  source: SampleSource,
  random: Random,
  company: SampleCompany,
  visit: { readonly day: Day; readonly themes: readonly Theme[]; readonly urgent: boolean },
  today: Day,
): Promised[] {
  const count = visit.urgent ? 1 : random.next() < 0.45 ? 0 : random.chance(0.2) ? 2 : 1
  const made = new Set<string>()
  return Array.from({ length: count }).flatMap((_, index) => {
    const theme = visit.themes[index % visit.themes.length] ?? 'other'
    const left = source.themes[theme].followUps.filter(
      ([text = '', result = '']) => !made.has(text) && fits(company, `${text} ${result}`),
    )
    // Nothing is promised twice at one visit.
    if (left.length === 0) return []
    const [text = '', result = ''] = random.pick(left)
    made.add(text)
    const dueOn = addDays(visit.day, visit.urgent ? random.between(5, 14) : random.between(10, 75))
    const neglected = visit.day > addMonths(today, -7) && random.chance(0.3)
    const answeredOn = neglected ? null : addDays(visit.day, random.between(2, 38))
    const endedOn = answeredOn === null ? null : addDays(answeredOn, random.between(0, 45))
    return {
      id: random.id(Date.parse(`${visit.day}T14:00:00Z`)),
      theme,
      text,
      result,
      dueOn,
      answeredOn: answeredOn !== null && answeredOn <= today ? answeredOn : null,
      endedOn: endedOn !== null && endedOn <= today ? endedOn : null,
      givenUp: random.chance(0.06),
    }
  })
}
