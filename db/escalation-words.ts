/** The summary of an item that a commitment or a project comes up in: what the board has to know, a line each. */
import { isOpenCommitment, standingOf } from '#shared/domain/commitment-rules.ts'
import { formatDay } from '#shared/domain/days.ts'
import { isEndedProject } from '#shared/domain/project-rules.ts'
import { formatQuantity } from '#shared/domain/quantities.ts'
import type { Light } from '#shared/domain/records/project.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { read, type Store, sql } from './store.ts'

interface Telling {
  readonly language: Language
  readonly today: Day
}

/** A summary names no more milestones; the project has them all. */
const mostMilestones = 5

/**
 * What a partner pledged and delivered, and by when (records.md 3.3). Amounts with their unit.
 *
 * @throws ProblemError `notFound`.
 */
export function toldOfCommitment(store: Store, id: Id, { language, today }: Telling): string {
  const t = translator(language)
  const commitment = read(store, 'commitments', id)
  const partner = read(store, 'partners', commitment.partnerId)
  const given = sql(
    store,
    `SELECT coalesce(sum(amount), 0) AS delivered, count(*) AS deliveries FROM deliveries
     WHERE commitment_id = ? AND deleted_at IS NULL`,
  ).get(id) as { delivered: number; deliveries: number }
  const standing = standingOf(commitment, given, today)
  const amount = (value: number) => (commitment.unit === null ? '' : formatQuantity(value, commitment.unit, language))
  const from = formatDay(commitment.periodFrom, language)
  const to = formatDay(commitment.periodTo, language)
  const said = (key: 'partner' | 'commitment' | 'promised' | 'delivered' | 'status' | 'due', value: string) =>
    t(`meetings.escalated.${key}`, { value })
  const isYearly = commitment.recurrence === 'yearly' && commitment.amount !== null
  const due = isOpenCommitment(standing.status) && standing.isOverdue ? 'dueOver' : 'dueBy'
  return [
    said('partner', partner.name),
    said('commitment', commitment.title),
    standing.pledged === null
      ? null
      : said(
          'promised',
          isYearly
            ? t('meetings.escalated.yearly', {
                amount: amount(commitment.amount ?? 0),
                total: amount(standing.pledged),
              })
            : amount(standing.pledged),
        ),
    standing.remaining === null
      ? null
      : said(
          'delivered',
          t('meetings.escalated.remaining', {
            delivered: amount(standing.delivered),
            remaining: amount(standing.remaining),
          }),
        ),
    said('status', t(`codes.commitmentStatus.${standing.status}`)),
    said('due', t(`meetings.escalated.${due}`, { from, to })),
  ]
    .filter((line) => line !== null)
    .join('\n')
}

/**
 * How a project stands: its status, its newest light with the comment, and the milestones that slip (records.md 3.18, 3.19).
 *
 * @throws ProblemError `notFound`.
 */
export function toldOfProject(store: Store, id: Id, { language, today }: Telling): string {
  const t = translator(language)
  const project = read(store, 'projects', id)
  const report = sql(
    store,
    `SELECT light, comment, reported_on AS "reportedOn" FROM project_reports
     WHERE project_id = ? AND deleted_at IS NULL ORDER BY reported_on DESC, id DESC LIMIT 1`,
  ).get(id) as { light: Light; comment: string | null; reportedOn: Day } | undefined
  const slipping = isEndedProject(project.status) ? [] : slippingMilestones(store, id, today)
  const more = slipping.length - mostMilestones
  return [
    t('meetings.escalated.project', { value: [project.number, project.title].filter(Boolean).join(' ') }),
    t('meetings.escalated.status', { value: t(`codes.projectStatus.${project.status}`) }),
    report &&
      t('meetings.escalated.light', {
        light: t(`codes.light.${report.light}`),
        day: formatDay(report.reportedOn, language),
      }),
    report?.comment,
    slipping.length > 0 && t('meetings.escalated.slipping', { count: slipping.length }),
    ...slipping.slice(0, mostMilestones).map(({ title, baselineOn, forecastOn, isOverdue }) =>
      t(`meetings.escalated.${forecastOn === null ? 'milestone' : 'milestoneForecast'}`, {
        title,
        state: t(`codes.milestoneState.${isOverdue ? 'overdue' : 'late'}`).toLowerCase(),
        baseline: formatDay(baselineOn, language),
        forecast: formatDay(forecastOn ?? baselineOn, language),
      }),
    ),
    more > 0 && t('meetings.escalated.more', { count: more }),
  ]
    .filter((line) => line)
    .join('\n')
}

/** Milestones not reached whose forecast is later than the baseline (late), or whose day has passed (overdue); the earliest first. */
function slippingMilestones(store: Store, projectId: Id, today: Day) {
  const rows = sql(
    store,
    `SELECT title, baseline_on AS "baselineOn", forecast_on AS "forecastOn", stands_on < ? AS "isOverdue"
     FROM milestones WHERE project_id = ? AND deleted_at IS NULL AND actual_on IS NULL
     AND (stands_on < ? OR stands_on > baseline_on) ORDER BY stands_on, id`,
  ).all(today, projectId, today)
  return rows as { title: string; baselineOn: Day; forecastOn: Day | null; isOverdue: 0 | 1 }[]
}
