/** Every screen of meetings, on the sample: a meeting in session, one with approved minutes, a body, registers. */
import type { Page } from 'playwright-core'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Desk } from './desk.ts'

/** Opens the sample, calls a coming meeting to order, and gives each screen's path by its name. */
export async function meetingScreens(desk: Desk, page: Page): Promise<Record<string, string>> {
  await desk.call(page, 'workspace.openSample', { sample: 'ostfold' })
  const { rows } = await desk.call<OutputOf<'meetings.list'>>(page, 'meetings.list', { limit: 200 })
  const coming = rows.findLast(({ status, items }) => (status === 'planned' || status === 'noticeSent') && items > 3)
  const final = rows.find(({ status }) => status === 'minutesApproved' || status === 'archived')
  if (!coming || !final) throw new Error('The sample lacks a meeting to come or one with approved minutes')
  if (!coming.inSession) await desk.call(page, 'meetings.start', { id: coming.id, openedAt: coming.startsAt })
  const { items, attendances } = await desk.call<OutputOf<'meetings.open'>>(page, 'meetings.open', { id: coming.id })
  const answers = attendances.map(({ id }) => ({ id, status: 'present' }))
  await desk.call(page, 'attendances.call', { meetingId: coming.id, answers })
  const item = items.find((one) => one.item.type === 'decision')?.item.id
  const first = async (name: 'decisions.list' | 'actions.list') =>
    (await desk.call<{ rows: { id: string }[] }>(page, name, {})).rows[0]?.id
  const [board] = await desk.call<{ id: string }[]>(page, 'bodies.list', {})
  const packages = await desk.call<OutputOf<'packages.list'>>(page, 'packages.list', {})
  const ofMeeting = packages.find((one) => one.meetingId !== null) ?? packages[0]
  const body = `/bodies/${board?.id}`
  const meeting = `/meetings/${coming.id}`
  return {
    meetings: '/meetings',
    'meetings-new': '/meetings/new',
    'meetings-series': '/meetings/series',
    'year-plan': '/year-plan',
    queue: '/queue',
    meeting,
    'meeting-item': `${meeting}?item=${item}`,
    'meeting-attendance': `${meeting}?tab=attendance`,
    'meeting-details': `${meeting}?tab=details`,
    'meeting-history': `${meeting}?tab=history`,
    session: `${meeting}/session?item=${item}`,
    'session-minutes': `${meeting}/session?panel=minutes`,
    'session-papers': `${meeting}/session?panel=papers`,
    'session-final': `/meetings/${final.id}/session`,
    'session-final-minutes': `/meetings/${final.id}/session?panel=minutes`,
    bodies: '/bodies',
    'body-members': body,
    'body-rules': `${body}?tab=rules`,
    'body-templates': `${body}?tab=templates`,
    'body-phrases': `${body}?tab=phrases`,
    decisions: '/decisions',
    decision: `/decisions/${await first('decisions.list')}`,
    actions: '/actions',
    action: `/actions/${await first('actions.list')}`,
    'package-of-a-meeting': `/packages/${ofMeeting?.id}`,
  }
}
/** The names, for tests that are listed before the sample is open. */
export const meetingScreenNames = [
  'meetings',
  'meetings-new',
  'meetings-series',
  'year-plan',
  'queue',
  'meeting',
  'meeting-item',
  'meeting-attendance',
  'meeting-details',
  'meeting-history',
  'session',
  'session-minutes',
  'session-papers',
  'session-final',
  'session-final-minutes',
  'bodies',
  'body-members',
  'body-rules',
  'body-templates',
  'body-phrases',
  'decisions',
  'decision',
  'actions',
  'action',
  'package-of-a-meeting',
] as const
