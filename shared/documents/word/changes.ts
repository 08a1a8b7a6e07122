/** What changed since the body's last package. */
import { cleanLine } from '../clean-text.ts'
import { hasMeetings } from '../meeting-parts.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { type Block, bullets, heading, sentence } from './blocks.ts'

type Changes = NonNullable<Snapshot['changes']>
/** More lines than this help nobody on paper; the number of the rest is told. */
const mostListed = 100
/** A line names its item; the whole text stands in the tables above. */
const longestName = 160

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
  const groups = groupsOf(changes, words).filter(({ items }) => items.length > 0)
  const confidential = hasMeetings(snapshot)
    ? 'documents.meetings.changes.confidential'
    : 'documents.changes.confidential'
  const counted = (
    [
      ['documents.changes.removedVisits', changes.removedVisits],
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
    ...(groups.length + counted.length === 0 ? [sentence(t('documents.changes.nothing'))] : []),
    ...groups.flatMap(({ name, items, more }) => [
      heading(3, `${name} (${number(items.length)})`),
      ...bullets(items.slice(0, mostListed)),
      ...(items.length > mostListed ? [sentence(t(more, { number: number(items.length - mostListed) }))] : []),
    ]),
    ...(counted.length > 0 ? [heading(3, t('documents.changes.others')), ...bullets(counted)] : []),
  ]
}

function groupsOf(changes: Changes, { t, day, company }: Words) {
  const more = 'documents.changes.more' as const
  const moreVisits = 'documents.changes.moreVisits' as const
  const short = (text: string) => {
    const line = cleanLine(text)
    return line.length <= longestName ? line : `${line.slice(0, longestName).toWellFormed().trimEnd()} …`
  }
  return [
    ...decisionGroups(changes, { t, day }, short).map((group) => ({ ...group, more })),
    {
      name: t('documents.strategy.changes.heading'),
      more,
      items: changes.goalStatuses.map(({ code, title, from, to }) => {
        const told = (status: typeof from) =>
          status === null ? t('documents.strategy.changes.none') : t(`codes.goalStatus.${status}`)
        return t('documents.strategy.changes.line', { code, title: short(title), from: told(from), to: told(to) })
      }),
    },
    {
      name: t('documents.changes.newVisits'),
      more: moreVisits,
      items: changes.newVisits.map((visit) =>
        t('documents.changes.visit', { company: company(visit.companyName), day: day(visit.visitedOn) }),
      ),
    },
    {
      name: t('documents.changes.newFollowUps'),
      more,
      items: changes.newFollowUps.map((made) =>
        t('documents.changes.followUp', {
          company: company(made.companyName),
          description: short(made.description),
          day: day(made.dueOn),
        }),
      ),
    },
    {
      name: t('documents.changes.closedFollowUps'),
      more,
      items: changes.closedFollowUps.map((closed) => {
        const told = { company: company(closed.companyName), description: short(closed.description) }
        return closed.result === null
          ? t('documents.changes.closedNoResult', told)
          : t('documents.changes.closed', { ...told, result: short(closed.result) })
      }),
    },
    { name: t('documents.changes.newCompanies'), more, items: changes.newCompanies },
    {
      name: t('documents.changes.changedVisits'),
      more: moreVisits,
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
