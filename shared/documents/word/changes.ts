/** What changed since the body's last package. */
import type { PackageSection } from '../../domain/records/package-template.ts'
import { changeLines, countsLine } from '../change-lines.ts'
import { inside, shortLine } from '../change-words.ts'
import { hasMeetings } from '../meeting-parts.ts'
import { printsSection } from '../printed-sections.ts'
import { type ChangeSection, countKinds } from '../section-changes.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { type Block, bullets, heading, sentence } from './blocks.ts'

type Changes = NonNullable<Snapshot['changes']>
/** More lines than this help nobody on paper; the number of the rest is told. */
const mostListed = 100

const knownFields = [
  'companyId',
  'visitedOn',
  'type',
  'flags',
  'themes',
  'confidentiality',
  'publishableSummary',
] as const

/** What is new, closed, changed and gone since the last package; a sentence where this is the first. */
export function changesSection(snapshot: Snapshot, words: Words): Block[] {
  const { changes } = snapshot
  const { t, number, dayOfInstant } = words
  const title = heading(2, t('documents.changes.heading'), { pageBreakBefore: true })
  if (changes === null) return [title, sentence(t('documents.changes.first'))]
  const groups = groupsOf(snapshot, changes, words).filter(({ items, withheld }) => items.length + withheld > 0)
  const confidential = hasMeetings(snapshot)
    ? 'documents.meetings.changes.confidential'
    : 'documents.changes.confidential'
  const counted = (
    [
      ['documents.changes.removedVisits', printsSection(snapshot, 'visits') ? changes.removedVisits : 0],
      [confidential, changes.confidential],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([key, count]) => t(key, { count, number: number(count) }))
  return [
    title,
    sentence(
      t('documents.changes.since', {
        version: changes.previousVersion,
        day: dayOfInstant(changes.previousDataAsOf),
      }),
    ),
    ...(groups.length + counted.length === 0
      ? [sentence(t('documents.changes.nothing'))]
      : unchanged(snapshot, changes, words)),
    ...groups.flatMap(({ name, lead, items, withheld, more }) => [
      heading(3, `${name} (${number(items.length + withheld)})`),
      ...(lead === '' ? [] : [sentence(lead)]),
      ...bullets(items.slice(0, mostListed)),
      ...(items.length > mostListed ? [sentence(t(more, { number: number(items.length - mostListed) }))] : []),
      ...(withheld > 0
        ? [sentence(t('documents.sectionChanges.withheld', { count: withheld, number: number(withheld) }))]
        : []),
    ]),
    ...(counted.length > 0 ? [heading(3, t('documents.changes.others')), ...bullets(counted)] : []),
  ]
}

interface Group {
  readonly name: string
  /** How many are new, changed and closed; empty where the name says it. */
  readonly lead: string
  readonly items: readonly string[]
  /** May not be named here. */
  readonly withheld: number
  readonly more: 'documents.changes.more' | 'documents.changes.moreVisits'
}

/** In the order of the package's own sections. */
function groupsOf(snapshot: Snapshot, changes: Changes, words: Words): Group[] {
  const { t, day } = words
  const line = changeLines(snapshot.language)
  const more = 'documents.changes.more' as const
  const plain = { lead: '', withheld: 0, more }
  const section = (key: ChangeSection): Group[] =>
    told(snapshot, changes)
      .filter((one) => one.section === key)
      .map(({ changes: all, withheld }) => ({
        name: t(`documents.sectionChanges.sections.${key}`),
        lead: countsLine(countKinds(all), snapshot.language),
        items: all.map(line),
        withheld,
        more,
      }))
  const goalStatuses = changes.goalStatuses.map(({ code, title, from, to }) => {
    const named = (status: typeof from) =>
      status === null ? t('documents.strategy.changes.none') : inside(t(`codes.goalStatus.${status}`))
    return t('documents.strategy.changes.line', { code, title: shortLine(title), from: named(from), to: named(to) })
  })
  const prints = (key: PackageSection) => printsSection(snapshot, key)
  return [
    ...section('meeting'),
    ...section('minutes'),
    ...(prints('decisions') ? decisionGroups(changes, { t, day }, shortLine) : []).map((group) => ({
      ...group,
      ...plain,
    })),
    ...section('commitments'),
    ...section('goals'),
    ...(prints('goals') ? [{ ...plain, name: t('documents.strategy.changes.heading'), items: goalStatuses }] : []),
    ...section('activities'),
    ...section('indicators'),
    ...section('projects'),
    ...section('milestones'),
    ...visitGroups(changes, words)
      .filter(({ of }) => prints(of))
      .map(({ of: _, ...group }) => ({ ...plain, ...group })),
    ...section('partners'),
    ...section('nextMeetings'),
  ]
}

/** The package's own sections that tell of each kind of change; partners have none, and are always told of. */
const toldIn: Readonly<Partial<Record<ChangeSection, readonly PackageSection[]>>> = {
  meeting: ['notice', 'agenda', 'casePapers', 'information'],
  minutes: ['previousMinutes'],
  commitments: ['commitments'],
  goals: ['goals'],
  activities: ['goals'],
  indicators: ['goals'],
  projects: ['projects'],
  milestones: ['projects'],
  nextMeetings: ['nextMeetings'],
}

/** What changed in the sections that the package is laid out with. */
function told(snapshot: Snapshot, { sections }: Changes): Changes['sections'] {
  return sections.filter(({ section }) => toldIn[section]?.some((one) => printsSection(snapshot, one)) ?? true)
}

/** Which of the package's sections nothing was changed in. */
function unchanged(snapshot: Snapshot, changes: Changes, { t }: Words): Block[] {
  const isSame = ({ changes, withheld }: Changes['sections'][number]) => changes.length + withheld === 0
  const names = told(snapshot, changes)
    .filter(isSame)
    .map(({ section }) => t(`documents.sectionChanges.sections.${section}`))
  return names.length === 0
    ? []
    : [sentence(t('documents.sectionChanges.unchanged', { sections: names.map(inside).join(', ') }))]
}

function visitGroups(
  changes: Changes,
  { t, day, company }: Words,
): (Pick<Group, 'name' | 'items'> & Partial<Group> & { readonly of: PackageSection })[] {
  const moreVisits = { more: 'documents.changes.moreVisits' } as const
  return [
    {
      of: 'visits',
      name: t('documents.changes.newVisits'),
      ...moreVisits,
      items: changes.newVisits.map((visit) =>
        t('documents.changes.visit', { company: company(visit.companyName), day: day(visit.visitedOn) }),
      ),
    },
    {
      of: 'followUps',
      name: t('documents.changes.newFollowUps'),
      items: changes.newFollowUps.map((made) =>
        t('documents.changes.followUp', {
          company: company(made.companyName),
          description: shortLine(made.description),
          day: day(made.dueOn),
        }),
      ),
    },
    {
      of: 'followUps',
      name: t('documents.changes.closedFollowUps'),
      items: changes.closedFollowUps.map((closed) => {
        const told = { company: company(closed.companyName), description: shortLine(closed.description) }
        return closed.result === null
          ? t('documents.changes.closedNoResult', told)
          : t('documents.changes.closed', { ...told, result: shortLine(closed.result) })
      }),
    },
    { of: 'visits', name: t('documents.changes.newCompanies'), items: changes.newCompanies },
    {
      of: 'visits',
      name: t('documents.changes.changedVisits'),
      ...moreVisits,
      items: changes.changedVisits.map((visit) =>
        t('documents.changes.changed', {
          company: company(visit.companyName),
          day: day(visit.visitedOn),
          fields: fieldNames(visit.fields, t).join(', '),
        }),
      ),
    },
  ]
}

/** Decisions and actions; packages made before there were meetings tell of none. */
function decisionGroups(changes: Changes, { t, day }: Pick<Words, 't' | 'day'>, short: (text: string) => string) {
  const named = ({ numberText, title }: { numberText: string | null; title: string }) =>
    [numberText, short(title)].filter((part) => part !== null).join(' ')
  const told = (item: string, text: string | null) =>
    text === null ? item : t('documents.meetings.changes.decision', { item, text: short(text) })
  return [
    {
      name: t('documents.meetings.changes.newDecisions'),
      items: changes.newDecisions.map((made) => told(named(made), made.text)),
    },
    {
      name: t('documents.meetings.changes.doneDecisions'),
      items: changes.doneDecisions.map((done) => told(named(done), done.result)),
    },
    {
      name: t('documents.meetings.changes.newActions'),
      items: changes.newActions.map(({ title, responsible, dueOn }) =>
        t('documents.meetings.changes.action', { title: short(title), responsible, day: day(dueOn) }),
      ),
    },
    {
      name: t('documents.meetings.changes.doneActions'),
      items: changes.doneActions.map(({ title, result }) => told(short(title), result)),
    },
  ]
}

function fieldNames(fields: readonly string[], t: Words['t']): string[] {
  const names = fields.map((field) => {
    const known = knownFields.find((each) => each === field)
    return t(`documents.fields.${known ?? 'other'}`)
  })
  return [...new Set(names)]
}
