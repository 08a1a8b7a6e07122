/**
 * What changed since a body's last package, section by section: codes and data, from which `change-lines.ts` makes sentences. Names and
 * texts are as the package prints them; amounts in øre/öre or hundredths, figures in their indicator's unit.
 */
import { z } from 'zod'
import { commitmentUnits } from '../domain/records/commitment.ts'
import { activityStatuses, comparators, targetKinds } from '../domain/records/goal.ts'
import { indicatorUnits } from '../domain/records/indicator.ts'
import { lights, projectStatuses } from '../domain/records/project.ts'
import { day } from '../domain/values.ts'

/** In the order of the package. */
const changeSections = [
  'meeting',
  'minutes',
  'commitments',
  'goals',
  'activities',
  'indicators',
  'projects',
  'milestones',
  'partners',
  'nextMeetings',
] as const
export type ChangeSection = (typeof changeSections)[number]

/** What of an item's papers may be other than it was. */
const itemParts = ['title', 'type', 'presenter', 'summary', 'proposal', 'background', 'attachments'] as const

const one = <C extends string, S extends z.ZodRawShape>(code: C, shape: S) =>
  z.object({ code: z.literal(code), ...shape })
const moment = z.object({ on: day, at: z.string() })
const place = z.string().nullable()
const item = { numberText: z.string().nullable(), title: z.string() }
const commitment = { partner: z.string(), title: z.string() }
const quantity = z.object({ amount: z.int(), unit: z.enum(commitmentUnits) })
const ofProject = { project: z.string(), title: z.string() }
const coded = { code: z.string(), title: z.string() }
const goal = z.object(coded)
const activity = z.object({ code: z.string().nullable(), title: z.string() })
const indicator = z.object({
  ...coded,
  unit: z.enum(indicatorUnits),
  unitText: z.string().nullable(),
  decimals: z.int(),
})
/** What a goal aims at, as `targetText` reads it. */
const aim = z.object({
  kind: z.enum(targetKinds),
  targetValue: z.number().nullable(),
  targetUnit: z.enum(indicatorUnits).nullable(),
  comparator: z.enum(comparators).nullable(),
  targetPeriod: z.string().nullable(),
  deadline: day.nullable(),
  test: z.string().nullable(),
  reference: z.string().nullable(),
})

const sectionChange = z.discriminatedUnion('code', [
  /** The meeting's papers are read for the first time: its items are counted, not listed. */
  one('agendaNew', { items: z.int() }),
  one('itemAdded', item),
  one('meetingMoved', { from: moment, to: moment }),
  one('meetingPlace', { from: place, to: place }),
  /** Places among the numbered items, from 1. */
  one('itemMoved', { ...item, from: z.int(), to: z.int() }),
  one('itemPapers', { ...item, parts: z.array(z.enum(itemParts)) }),
  one('itemWithdrawn', item),
  one('meetingCancelled', { on: day }),

  one('minutesApproved', { meetingOn: day, approvedOn: day.nullable() }),
  one('minutesReopened', { meetingOn: day }),

  one('commitmentNew', { ...commitment, pledged: quantity.nullable(), periodTo: day }),
  /** Only proposed before. */
  one('commitmentPromised', commitment),
  one('commitmentAmount', { ...commitment, from: quantity.nullable(), to: quantity.nullable() }),
  one('commitmentDeadline', { ...commitment, from: day, to: day }),
  /** What has come of it in all. */
  one('commitmentGiven', { ...commitment, from: quantity, to: quantity, pledged: quantity }),
  one('commitmentOpenAgain', commitment),
  one('commitmentOverdue', { ...commitment, periodTo: day }),
  one('commitmentDelivered', { ...commitment, delivered: quantity.nullable() }),
  one('commitmentGone', { ...commitment, reason: z.string().nullable() }),

  one('planInForce', { plan: z.string() }),
  one('goalNew', { goal }),
  one('mainGoalWording', { plan: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  one('goalWording', { goal, from: z.string(), to: z.string() }),
  /** `measure`: of its lead indicator; null where it has none. */
  one('goalTarget', { goal, from: aim, to: aim, measure: indicator.nullable() }),
  one('goalGone', { goal }),
  one('planEnded', { plan: z.string() }),

  one('activityNew', { activity }),
  one('activityStatus', { activity, from: z.enum(activityStatuses), to: z.enum(activityStatuses) }),
  one('activityDue', { activity, from: day.nullable(), to: day.nullable() }),
  one('activityEnded', { activity, to: z.enum(activityStatuses), comment: z.string().nullable() }),
  one('activityGone', { activity }),

  one('figureNew', { indicator, period: z.string(), value: z.number() }),
  one('figureRevised', { indicator, period: z.string(), from: z.number(), to: z.number() }),
  /** Of other regions, parts and earlier periods: counted. */
  one('figuresOther', { indicator, made: z.int(), revised: z.int(), gone: z.int() }),
  one('figureGone', { indicator, period: z.string(), value: z.number() }),

  one('projectNew', { title: z.string(), number: z.string().nullable() }),
  one('projectLight', {
    title: z.string(),
    from: z.enum(lights).nullable(),
    to: z.enum(lights).nullable(),
    comment: z.string().nullable(),
  }),
  one('projectStatus', { title: z.string(), from: z.enum(projectStatuses), to: z.enum(projectStatuses) }),
  /** Null: no decision is named any more. */
  one('projectNextDecision', {
    title: z.string(),
    decision: z.object({ ...item, bodyName: z.string(), meetingOn: day.nullable() }).nullable(),
  }),
  one('projectEnded', { title: z.string(), to: z.enum(projectStatuses), on: day.nullable() }),
  one('projectGone', { title: z.string() }),

  one('milestoneNew', { ...ofProject, on: day }),
  /** `days` later; negative = earlier. */
  one('milestoneForecast', { ...ofProject, from: day, to: day, days: z.int(), reason: z.string().nullable() }),
  one('milestoneRebaselined', { ...ofProject, from: day, to: day, reason: z.string().nullable() }),
  one('milestoneOpenAgain', ofProject),
  /** `days` after the baseline; negative = before. */
  one('milestoneReached', { ...ofProject, on: day, days: z.int() }),
  one('milestoneGone', ofProject),

  one('partnerJoined', { partner: z.string(), on: day }),
  one('agreementRenewed', { partner: z.string(), from: day.nullable(), to: day }),
  /** Ends earlier, or has no end any more. */
  one('agreementChanged', { partner: z.string(), from: day, to: day.nullable() }),
  one('partnerLeft', { partner: z.string(), on: day.nullable() }),

  one('nextMeetingNew', { ...moment.shape, place }),
  one('nextMeetingMoved', { from: moment, to: moment }),
  one('nextMeetingPlace', { on: day, from: place, to: place }),
  one('nextMeetingPapers', { on: day, from: day.nullable(), to: day.nullable() }),
  one('nextMeetingCancelled', { on: day }),
])
export type SectionChange = z.infer<typeof sectionChange>
type ChangeCode = SectionChange['code']

export const changesOfSection = z.object({
  section: z.enum(changeSections),
  /** New, then changed, then closed; within each by the order of the package. */
  changes: z.array(sectionChange),
  /** What may not be named here: counted only. */
  withheld: z.int(),
})
export type ChangesOfSection = z.infer<typeof changesOfSection>

const changeKinds = ['new', 'changed', 'closed'] as const
type ChangeKind = (typeof changeKinds)[number]

/** Whether a code tells of something new or at an end; the others tell of what is other than it was. */
const kinds: Readonly<Partial<Record<ChangeCode, ChangeKind>>> = {
  agendaNew: 'new',
  itemAdded: 'new',
  itemWithdrawn: 'closed',
  meetingCancelled: 'closed',
  minutesApproved: 'closed',
  commitmentNew: 'new',
  commitmentDelivered: 'closed',
  commitmentGone: 'closed',
  planInForce: 'new',
  goalNew: 'new',
  goalGone: 'closed',
  planEnded: 'closed',
  activityNew: 'new',
  activityEnded: 'closed',
  activityGone: 'closed',
  figureNew: 'new',
  figureGone: 'closed',
  projectNew: 'new',
  projectEnded: 'closed',
  projectGone: 'closed',
  milestoneNew: 'new',
  milestoneReached: 'closed',
  milestoneGone: 'closed',
  partnerJoined: 'new',
  partnerLeft: 'closed',
  nextMeetingNew: 'new',
  nextMeetingCancelled: 'closed',
}

/** New, changed or closed. */
function kindOfChange({ code }: Pick<SectionChange, 'code'>): ChangeKind {
  return kinds[code] ?? 'changed'
}

/** New before changed before closed; the order within each stays. */
export function inKindOrder(changes: readonly SectionChange[]): SectionChange[] {
  return changeKinds.flatMap((kind) => changes.filter((change) => kindOfChange(change) === kind))
}

/** How many of some changes are new, changed and closed. */
export function countKinds(changes: readonly Pick<SectionChange, 'code'>[]): Record<ChangeKind, number> {
  const counts = { new: 0, changed: 0, closed: 0 }
  for (const change of changes) counts[kindOfChange(change)] += 1
  return counts
}
