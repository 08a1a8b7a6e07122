/** What the meeting of a package lacks, and what of earlier meetings is unfinished. */
import { addDays } from '#shared/domain/days.ts'
import { noticeDueOn } from '#shared/domain/notice-rules.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { minutesBefore } from '../meeting-snapshot.ts'
import { itemsToPrint, lateWithoutResult, picturesWithoutAltText, type ReadyItem } from '../repositories/readiness.ts'
import { read } from '../store.ts'
import { finding, type Look, onDay, placeIn } from './finding.ts'

/** Days before its last day from which a notice that is not sent is told of. */
const noticeNearDays = 7
/** Types that tell something: their text is what the board reads. */
const telling: readonly ReadyItem['type'][] = ['decision', 'information', 'discussion', 'reference']

/** The findings of the chosen meeting, in the order of `readinessKinds`. */
export function ofMeeting(look: Look) {
  const { store, meetingId } = look
  if (meetingId === null) {
    const place = placeIn(look, 'notice', 'agenda', 'casePapers', 'information')
    // Nothing to open: the meeting is chosen on the same page.
    return place === null
      ? []
      : [{ kind: 'noMeeting' as const, weight: 'missing' as const, section: place, total: 1, records: [] }]
  }
  const meeting = read(store, 'meetings', meetingId)
  const body = read(store, 'bodies', meeting.bodyId)
  const items = itemsToPrint(store, meetingId)
  return [
    ...notice(look, meeting, body),
    ...proposals(look, items),
    ...texts(look, items),
    ...pictures(look, meetingId),
  ]
}

function notice(look: Look, meeting: Meeting, body: Body) {
  if (meeting.noticeSentOn !== null || meeting.status !== 'planned' || meeting.openedAt !== null) return []
  const dueOn = noticeDueOn(body, meeting)
  if (addDays(dueOn, -noticeNearDays) > look.today) return []
  return finding('noticeNotSent', look.today > dueOn ? 'missing' : 'check', placeIn(look, 'notice', 'agenda'), [
    { entity: 'meetings', id: meeting.id, title: nameOf(meeting, body), detail: onDay('noticeDue', dueOn) },
  ])
}

function proposals(look: Look, items: readonly ReadyItem[]) {
  const without = items.filter(({ type, proposed }) => type === 'decision' && proposed === 0)
  return finding(
    'decisionWithoutProposal',
    'missing',
    placeIn(look, 'casePapers', 'agenda'),
    without.map((item) => asFound(look, item)),
  )
}

function texts(look: Look, items: readonly ReadyItem[]) {
  const silent = items.filter(({ type, told }) => telling.includes(type) && told === 0)
  const of = (decides: boolean) =>
    silent.filter(({ type }) => (type === 'decision') === decides).map((item) => asFound(look, item))
  return [
    ...finding('itemWithoutText', 'check', placeIn(look, 'casePapers'), of(true)),
    ...finding('itemWithoutText', 'check', placeIn(look, 'information'), of(false)),
  ]
}

/** Pictures stand in the document where attachments are bound in and have a section; listed ones need no words. */
function pictures(look: Look, meetingId: string) {
  if (look.layout.attachments !== 'bound') return []
  const found = picturesWithoutAltText(look.store, meetingId, look.withConfidential)
  return finding(
    'attachmentWithoutAltText',
    'missing',
    placeIn(look, 'attachments'),
    found.map(({ id, title }) => ({ entity: 'attachments', id, title })),
  )
}

/** Minutes of the meeting before, and follow-ups past their day of which nothing is said. */
export function ofEarlierMeetings(look: Look) {
  const { store, bodyId, today, withConfidential } = look
  const late = lateWithoutResult(store, bodyId, today)
  return [
    ...previousMinutes(look),
    ...finding(
      'followUpWithoutAnswer',
      'missing',
      placeIn(look, 'decisions', 'deviations'),
      late.map(({ entity, id, title, dueOn, confidential, neverNamed }) => ({
        entity,
        id,
        title,
        detail: onDay('due', dueOn),
        hidden: neverNamed === 1 || (confidential === 1 && !withConfidential),
      })),
    ),
  ]
}

/** Where the body approves minutes in its next meeting, an item about them on the agenda is all that can be done before it. */
function previousMinutes(look: Look) {
  const { store, meetingId } = look
  const id = minutesBefore(store, look)
  if (id === undefined) return []
  const meeting = read(store, 'meetings', id)
  if (meeting.status === 'minutesApproved' || meeting.status === 'archived') return []
  const body = read(store, 'bodies', meeting.bodyId)
  const onAgenda =
    body.adjustmentRule === 'approvedInNextMeeting' &&
    meetingId !== null &&
    itemsToPrint(store, meetingId).some(
      ({ type, aboutMeetingId }) => type === 'minutesApproval' && (aboutMeetingId ?? id) === id,
    )
  if (onAgenda) return []
  return finding('previousMinutesNotApproved', 'check', placeIn(look, 'previousMinutes'), [
    { entity: 'meetings', id, title: nameOf(meeting, body), detail: onDay('heldOn', meeting.startsOn) },
  ])
}

function asFound({ meetingId, withConfidential }: Look, { id, title, numberText, confidential }: ReadyItem) {
  return {
    entity: 'agendaItems' as const,
    id,
    meetingId,
    title: numberText === null ? title : `${numberText} ${title}`,
    hidden: confidential === 1 && !withConfidential,
  }
}

function nameOf({ title }: Pick<Meeting, 'title'>, { name }: Pick<Body, 'name'>): string {
  return title ?? name
}
