/** One line for each thing that changed since the last package, in words that a board reads; for the paper and the screen alike. */
import { formatNumber } from '../domain/numbers.ts'
import type { Language } from '../domain/values.ts'
import { translator } from '../i18n/translator.ts'
import {
  coded,
  dayOr,
  daysText,
  figures,
  inside,
  item,
  type LineWords,
  light,
  moment,
  type Of,
  ofProject,
  promise,
  quantity,
  shortLine,
  target,
  withComment,
  withReason,
} from './change-words.ts'
import { cleanLine } from './clean-text.ts'
import type { SectionChange } from './section-changes.ts'
import { strategyWords } from './strategy/words.ts'

type Lines = { readonly [C in SectionChange['code']]: (change: Of<C>, words: LineWords) => string }

/** Makes the lines of a language. No line ends with a full stop of its own. */
export function changeLines(language: Language): (change: SectionChange) => string {
  const own = strategyWords(language)
  const short = (text: string | null) => (text === null ? own.t('documents.sectionChanges.notStated') : shortLine(text))
  const words: LineWords = { ...own, language, short }
  return (change) => (lines[change.code] as (change: SectionChange, words: LineWords) => string)(change, words)
}

/** How many are new, changed and closed: "Nytt: 1. Endret: 2." */
export function countsLine(counts: Readonly<Record<'new' | 'changed' | 'closed', number>>, language: Language): string {
  const t = translator(language)
  return (['new', 'changed', 'closed'] as const)
    .filter((kind) => counts[kind] > 0)
    .map(
      (kind) => `${t(`documents.sectionChanges.kinds.${kind}`, { number: formatNumber(counts[kind], language, 0) })}.`,
    )
    .join(' ')
}

const lines: Lines = {
  agendaNew: ({ items }, { t, number }) =>
    t('documents.sectionChanges.lines.agendaNew', { count: items, number: number(items) }),
  itemAdded: (change, words) => words.t('documents.sectionChanges.lines.itemAdded', { item: item(change, words) }),
  meetingMoved: ({ from, to }, words) =>
    words.t('documents.sectionChanges.lines.meetingMoved', { from: moment(from, words), to: moment(to, words) }),
  meetingPlace: ({ from, to }, { t, short }) =>
    t('documents.sectionChanges.lines.meetingPlace', { from: short(from), to: short(to) }),
  itemMoved: (change, words) =>
    words.t('documents.sectionChanges.lines.itemMoved', {
      item: item(change, words),
      from: words.number(change.from),
      to: words.number(change.to),
    }),
  itemPapers: (change, words) => {
    const parts = change.parts.map((part) => words.t(`documents.sectionChanges.parts.${part}`)).join(', ')
    return words.t('documents.sectionChanges.lines.itemPapers', { item: item(change, words), parts })
  },
  itemWithdrawn: (change, words) =>
    words.t('documents.sectionChanges.lines.itemWithdrawn', { item: item(change, words) }),
  meetingCancelled: ({ on }, { t, day }) => t('documents.sectionChanges.lines.meetingCancelled', { day: day(on) }),
  minutesApproved: ({ meetingOn, approvedOn }, { t, day }) =>
    approvedOn === null
      ? t('documents.sectionChanges.lines.minutesApprovedNoDay', { day: day(meetingOn) })
      : t('documents.sectionChanges.lines.minutesApproved', { day: day(meetingOn), on: day(approvedOn) }),
  minutesReopened: ({ meetingOn }, { t, day }) =>
    t('documents.sectionChanges.lines.minutesReopened', { day: day(meetingOn) }),
  commitmentNew: (change, words) => {
    const told = { ...promise(change, words), day: words.day(change.periodTo) }
    return change.pledged === null
      ? words.t('documents.sectionChanges.lines.commitmentNewUncounted', told)
      : words.t('documents.sectionChanges.lines.commitmentNew', { ...told, amount: quantity(change.pledged, words) })
  },
  commitmentPromised: (change, words) =>
    words.t('documents.sectionChanges.lines.commitmentPromised', promise(change, words)),
  commitmentAmount: (change, words) =>
    words.t('documents.sectionChanges.lines.commitmentAmount', {
      ...promise(change, words),
      from: quantity(change.from, words),
      to: quantity(change.to, words),
    }),
  commitmentDeadline: (change, words) =>
    words.t('documents.sectionChanges.lines.commitmentDeadline', {
      ...promise(change, words),
      from: words.day(change.from),
      to: words.day(change.to),
    }),
  commitmentGiven: (change, words) =>
    words.t('documents.sectionChanges.lines.commitmentGiven', {
      ...promise(change, words),
      from: quantity(change.from, words),
      to: quantity(change.to, words),
      pledged: quantity(change.pledged, words),
    }),
  commitmentOpenAgain: (change, words) =>
    words.t('documents.sectionChanges.lines.commitmentOpenAgain', promise(change, words)),
  commitmentOverdue: (change, words) =>
    words.t('documents.sectionChanges.lines.commitmentOverdue', {
      ...promise(change, words),
      day: words.day(change.periodTo),
    }),
  commitmentDelivered: (change, words) =>
    change.delivered === null
      ? words.t('documents.sectionChanges.lines.commitmentDeliveredUncounted', promise(change, words))
      : words.t('documents.sectionChanges.lines.commitmentDelivered', {
          ...promise(change, words),
          amount: quantity(change.delivered, words),
        }),
  commitmentGone: (change, words) =>
    withReason(words.t('documents.sectionChanges.lines.commitmentGone', promise(change, words)), change.reason, words),
  planInForce: ({ plan }, { t, short }) => t('documents.sectionChanges.lines.planInForce', { plan: short(plan) }),
  goalNew: ({ goal }, words) => words.t('documents.sectionChanges.lines.goalNew', { goal: coded(goal, words) }),
  mainGoalWording: ({ plan, from, to }, { t, short }) =>
    t('documents.sectionChanges.lines.mainGoalWording', { plan: short(plan), from: short(from), to: short(to) }),
  goalWording: ({ goal, from, to }, { t, short }) =>
    t('documents.sectionChanges.lines.goalWording', { code: cleanLine(goal.code), from: short(from), to: short(to) }),
  goalTarget: (change, words) =>
    words.t('documents.sectionChanges.lines.goalTarget', {
      goal: coded(change.goal, words),
      from: target(change, change.from, words),
      to: target(change, change.to, words),
    }),
  goalGone: ({ goal }, words) => words.t('documents.sectionChanges.lines.goalGone', { goal: coded(goal, words) }),
  planEnded: ({ plan }, { t, short }) => t('documents.sectionChanges.lines.planEnded', { plan: short(plan) }),
  activityNew: ({ activity }, words) =>
    words.t('documents.sectionChanges.lines.activityNew', { activity: coded(activity, words) }),
  activityStatus: ({ activity, from, to }, words) =>
    words.t('documents.sectionChanges.lines.activityStatus', {
      activity: coded(activity, words),
      from: inside(words.t(`codes.activityStatus.${from}`)),
      to: inside(words.t(`codes.activityStatus.${to}`)),
    }),
  activityDue: ({ activity, from, to }, words) =>
    words.t('documents.sectionChanges.lines.activityDue', {
      activity: coded(activity, words),
      from: dayOr(from, words),
      to: dayOr(to, words),
    }),
  activityEnded: ({ activity, to, comment }, words) =>
    withComment(
      words.t('documents.sectionChanges.lines.activityEnded', {
        activity: coded(activity, words),
        to: inside(words.t(`codes.activityStatus.${to}`)),
      }),
      comment,
      words,
    ),
  activityGone: ({ activity }, words) =>
    words.t('documents.sectionChanges.lines.activityGone', { activity: coded(activity, words) }),
  figureNew: ({ indicator, period, value }, words) =>
    words.t('documents.sectionChanges.lines.figureNew', {
      indicator: coded(indicator, words),
      period: words.period(period),
      value: words.value(value, indicator),
    }),
  figureRevised: ({ indicator, period, from, to }, words) =>
    words.t('documents.sectionChanges.lines.figureRevised', {
      indicator: coded(indicator, words),
      period: words.period(period),
      from: words.value(from, indicator),
      to: words.value(to, indicator),
    }),
  figuresOther: (change, words) =>
    words.t('documents.sectionChanges.lines.figuresOther', {
      indicator: coded(change.indicator, words),
      figures: figures(change, words),
    }),
  figureGone: ({ indicator, period, value }, words) =>
    words.t('documents.sectionChanges.lines.figureGone', {
      indicator: coded(indicator, words),
      period: words.period(period),
      value: words.value(value, indicator),
    }),
  projectNew: (project, words) =>
    words.t('documents.sectionChanges.lines.projectNew', {
      project: coded({ code: project.number, title: project.title }, words),
    }),
  projectLight: ({ title, from, to, comment }, words) =>
    withComment(
      words.t('documents.sectionChanges.lines.projectLight', {
        project: words.short(title),
        from: light(from, words),
        to: light(to, words),
      }),
      comment,
      words,
    ),
  projectStatus: ({ title, from, to }, { t, short }) =>
    t('documents.sectionChanges.lines.projectStatus', {
      project: short(title),
      from: inside(t(`codes.projectStatus.${from}`)),
      to: inside(t(`codes.projectStatus.${to}`)),
    }),
  projectNextDecision: ({ title, decision }, words) => {
    const project = words.short(title)
    if (decision === null) return words.t('documents.sectionChanges.lines.projectNextDecisionNone', { project })
    const on = decision.meetingOn === null ? [] : [words.day(decision.meetingOn)]
    const told = [item(decision, words), words.short(decision.bodyName), ...on].join(', ')
    return words.t('documents.sectionChanges.lines.projectNextDecision', { project, decision: told })
  },
  projectEnded: ({ title, to, on }, { t, short, day }) => {
    const told = { project: short(title), to: inside(t(`codes.projectStatus.${to}`)) }
    return on === null
      ? t('documents.sectionChanges.lines.projectEnded', told)
      : t('documents.sectionChanges.lines.projectEndedOn', { ...told, day: day(on) })
  },
  projectGone: ({ title }, { t, short }) => t('documents.sectionChanges.lines.projectGone', { project: short(title) }),
  milestoneNew: ({ project, title, on }, { t, short, day }) =>
    t('documents.sectionChanges.lines.milestoneNew', { project: short(project), title: short(title), day: day(on) }),
  milestoneForecast: (change, words) => {
    const { from, to, days } = change
    const told = { ...ofProject(change, words), from: words.day(from), to: words.day(to) }
    return withReason(
      words.t('documents.sectionChanges.lines.milestoneForecast', {
        ...told,
        days: daysText(days, 'later', 'earlier', words),
      }),
      change.reason,
      words,
    )
  },
  milestoneRebaselined: (change, words) =>
    withReason(
      words.t('documents.sectionChanges.lines.milestoneRebaselined', {
        ...ofProject(change, words),
        from: words.day(change.from),
        to: words.day(change.to),
      }),
      change.reason,
      words,
    ),
  milestoneOpenAgain: (change, words) =>
    words.t('documents.sectionChanges.lines.milestoneOpenAgain', ofProject(change, words)),
  milestoneReached: (change, words) => {
    const { on, days } = change
    const when = days === 0 ? words.t('documents.sectionChanges.inTime') : daysText(days, 'late', 'early', words)
    return words.t('documents.sectionChanges.lines.milestoneReached', {
      ...ofProject(change, words),
      day: words.day(on),
      days: when,
    })
  },
  milestoneGone: (change, words) => words.t('documents.sectionChanges.lines.milestoneGone', ofProject(change, words)),
  partnerJoined: ({ partner, on }, { t, short, day }) =>
    t('documents.sectionChanges.lines.partnerJoined', { partner: short(partner), day: day(on) }),
  agreementRenewed: ({ partner, from, to }, { t, short, day }) =>
    from === null
      ? t('documents.sectionChanges.lines.agreementSet', { partner: short(partner), to: day(to) })
      : t('documents.sectionChanges.lines.agreementRenewed', { partner: short(partner), from: day(from), to: day(to) }),
  agreementChanged: ({ partner, from, to }, { t, short, day }) =>
    to === null
      ? t('documents.sectionChanges.lines.agreementOpen', { partner: short(partner) })
      : t('documents.sectionChanges.lines.agreementChanged', { partner: short(partner), from: day(from), to: day(to) }),
  partnerLeft: ({ partner, on }, { t, short, day }) =>
    on === null
      ? t('documents.sectionChanges.lines.partnerLeft', { partner: short(partner) })
      : t('documents.sectionChanges.lines.partnerLeftOn', { partner: short(partner), day: day(on) }),
  nextMeetingNew: (change, words) => {
    const when = moment(change, words)
    return change.place === null
      ? words.t('documents.sectionChanges.lines.nextMeetingNew', { when })
      : words.t('documents.sectionChanges.lines.nextMeetingNewAt', { when, place: words.short(change.place) })
  },
  nextMeetingMoved: ({ from, to }, words) =>
    words.t('documents.sectionChanges.lines.nextMeetingMoved', { from: moment(from, words), to: moment(to, words) }),
  nextMeetingPlace: ({ on, from, to }, { t, short, day }) =>
    t('documents.sectionChanges.lines.nextMeetingPlace', { day: day(on), from: short(from), to: short(to) }),
  nextMeetingPapers: ({ on, from, to }, words) =>
    words.t('documents.sectionChanges.lines.nextMeetingPapers', {
      day: words.day(on),
      from: dayOr(from, words),
      to: dayOr(to, words),
    }),
  nextMeetingCancelled: ({ on }, { t, day }) =>
    t('documents.sectionChanges.lines.nextMeetingCancelled', { day: day(on) }),
}
