import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { canonicalJson } from '#shared/documents/canonical.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { chosenAdjusters, newestVersion, readinessOf } from '#shared/domain/meeting-readiness.ts'
import { lastDayOf, statusAfter } from '#shared/domain/meeting-states.ts'
import { adjustmentDueOn, mayAdjust, signersOf } from '#shared/domain/minutes-rules.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import type { Meeting, Minutes } from '#shared/domain/records/meeting.ts'
import type { Day } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { editedMinutes } from '../hand-edits.ts'
import { giveNumbers, makeFinal } from '../meeting-closing.ts'
import { assemblePaper, readFrozen } from '../meeting-papers.ts'
import { attendancesOf } from '../repositories/attendances.ts'
import { meetingDetail } from '../repositories/meeting-detail.ts'
import { adjustmentsOf, versionsOf } from '../repositories/minutes.ts'
import { newestDataStamp } from '../repositories/packages.ts'
import { read, type Store } from '../store.ts'
import { written } from './checking.ts'
import { refuseObstacle, stepTo } from './meeting-steps.ts'

export const minutesHandlers: AreaHandlers<'minutes'> = {
  'minutes.chooseAdjusters': ({ meetingId, personIds }, context) => {
    const { store } = context
    const meeting = read(store, 'meetings', meetingId)
    if (!['planned', 'noticeSent', 'held'].includes(meeting.status)) throw problem('refused', 'problems.reviewBegun')
    const roll = attendancesOf(store, meetingId)
    personIds.forEach((personId, index) => {
      const wrong = (key: string) =>
        invalid({ [`personIds.${index}`]: fieldMessage(key, { name: nameOf(store, personId) }) })
      if (personIds.indexOf(personId) !== index) throw wrong('adjusterTwice')
      if (personId === meeting.chairId) throw wrong('chairAlwaysSigns')
      if (personId === meeting.secretaryId) throw wrong('secretaryWroteThem')
      const row = roll.find((one) => one.personId === personId)
      // Before the roll is called the adjuster may be chosen already; who is called absent may not.
      if (!row || (row.status !== null && !mayAdjust(personId, roll))) throw wrong('adjusterNotPresent')
    })
    return change(context, (write) => {
      const waiting = adjustmentsOf(write, meetingId).filter(({ minutesId }) => minutesId === null)
      for (const one of waiting) if (!personIds.includes(one.personId)) write.remove('adjustments', one.id)
      return personIds.map(
        (personId) =>
          waiting.find((one) => one.personId === personId) ??
          write.insert('adjustments', { id: context.newId(), meetingId, personId, ...unanswered }),
      )
    })
  },

  'minutes.sendToReview': ({ meetingId, language, dueOn }, context) => {
    const { store } = context
    const detail = meetingDetail(store, meetingId, today(context))
    const { meeting, body } = detail
    const status = stepTo('sendToReview', meeting)
    refuseObstacle(readinessOf(detail, today(context)).obstacles)
    if (dueOn !== null && dueOn < lastDayOf(meeting)) {
      throw invalid({ dueOn: fieldMessage('reviewBeforeMeeting', { heldOn: written(context, lastDayOf(meeting)) }) })
    }
    const adjusterIds = chosenAdjusters(detail).map(({ personId }) => personId)
    return change(context, (write) => {
      // What came onto a reopened agenda gets its number now, after those given at the closing.
      giveNumbers(write, meeting, body)
      const choice = {
        kind: 'minutes',
        bodyId: body.id,
        meetingId,
        decisionId: null,
        language,
        redacted: false,
      } as const
      const dataStamp = newestDataStamp(write)
      const paper = assemblePaper(write, choice, { today: today(context), madeBy: context.actor.name })
      const made = write.insert('minutes', {
        id: context.newId(),
        meetingId,
        version: (detail.minutes.at(-1)?.version ?? 0) + 1,
        status: 'inReview',
        language,
        madeOn: context.clock.now(),
        madeBy: context.actor.name,
        snapshotSha256: write.putBlob(Buffer.from(canonicalJson(paper))),
        dataStamp,
        approvedOn: null,
        reason: null,
      })
      const due = dueOn ?? adjustmentDueOn(body, meeting)
      const waiting = adjustmentsOf(write, meetingId).filter(({ minutesId }) => minutesId === null)
      for (const personId of signersOf(body, meeting.chairId, adjusterIds, detail.attendances)) {
        const known = waiting.find((one) => one.personId === personId)
        if (known) write.revise('adjustments', known.id, { minutesId: made.id, dueOn: due })
        else {
          const asked = { ...unanswered, minutesId: made.id, dueOn: due }
          write.insert('adjustments', { id: context.newId(), meetingId, personId, ...asked })
        }
      }
      write.revise('meetings', meetingId, { status })
      return made
    })
  },

  'minutes.adjust': ({ id, verdict, comment, decidedOn, place }, context) => {
    const { store } = context
    const adjustment = read(store, 'adjustments', id)
    const meeting = read(store, 'meetings', adjustment.meetingId)
    const version = versionInReview(store, meeting)
    if (!version || adjustment.minutesId !== version.id) throw problem('refused', 'problems.notInReview')
    if (verdict === 'refused' && comment.trim() === '')
      throw invalid({ comment: fieldMessage('refusalWithoutComment') })
    refuseDay(context, 'decidedOn', decidedOn, meeting)
    const words = { comment: comment.trim() === '' ? null : comment, place: place.trim() === '' ? null : place.trim() }
    return change(context, (write) => {
      const said = write.revise('adjustments', id, { verdict, decidedOn, ...words })
      const status = statusAfter('return', meeting.status)
      if (verdict === 'refused' && status !== null) {
        write.revise('minutes', version.id, { status: 'returned', reason: words.comment })
        write.revise('meetings', meeting.id, { status })
      }
      return said
    })
  },

  'minutes.approve': ({ meetingId, minutesId, approvedOn, approvedInId, despiteEdits }, context) => {
    const { store } = context
    const detail = meetingDetail(store, meetingId, today(context))
    const { meeting, body } = detail
    if (meeting.status === 'minutesApproved' || meeting.status === 'archived') {
      throw problem('refused', 'problems.minutesAlreadyApproved')
    }
    const version = versionInReview(store, meeting)
    if (!version) throw problem('refused', 'problems.notInReview')
    if (version.id !== minutesId) throw problem('conflict', 'problems.minutesSentAnew', { version: version.version })
    refuseObstacle(readinessOf(detail, today(context)).obstacles)
    refuseDay(context, 'approvedOn', approvedOn, meeting)
    refuseBeforeVerdicts(context, approvedOn, detail)
    if (body.adjustmentRule === 'approvedInNextMeeting') {
      refuseApprovingMeeting(context, meeting, { approvedOn, approvedInId })
    }
    if (!despiteEdits) refuseHandEdited(context, meetingId)
    return change(context, (write) => {
      const made = makeFinal(write, meeting, { approvedOn, approvedInId })
      if (!made) throw problem('refused', 'problems.notInReview')
      return made
    })
  },

  'minutes.reopen': ({ meetingId, reason }, context) => {
    const meeting = read(context.store, 'meetings', meetingId)
    return change(context, (write) => reopenMinutes(write, meeting, reason))
  },
}

/**
 * Opens the record of a meeting again: the newest version is kept as it was and says why, the meeting is `held`, numbers stay.
 *
 * @throws ProblemError `invalid` without a reason; `refused` where nothing is sealed or there are no minutes.
 */
export function reopenMinutes(write: Writer, meeting: Meeting, reason: string): Minutes {
  const status = statusAfter('reopen', meeting.status)
  const version = versionsOf(write, meeting.id).at(-1)
  if (status === null || !version) throw problem('refused', 'problems.nothingToReopen')
  if (reason.trim() === '') throw invalid({ reason: fieldMessage('reopenReasonMissing') })
  write.revise('meetings', meeting.id, { status, adjustedOn: null, approvedInId: null })
  return write.revise('minutes', version.id, { status: 'reopened', reason: reason.trim() })
}

const unanswered = { minutesId: null, dueOn: null, verdict: null, comment: null, decidedOn: null, place: null }

/**
 * Refuses to make minutes final whose Word file somebody wrote in: those edits would stay out (GEVER).
 *
 * @throws ProblemError `conflict` with the name of the file.
 */
export function refuseHandEdited({ store, workspaces }: Context, meetingId: string): void {
  const file = editedMinutes(store, workspaces.preferences, meetingId)
  if (file !== null) throw problem('conflict', 'problems.minutesHandEdited', { file })
}

function versionInReview(store: Store, meeting: Meeting): Minutes | undefined {
  const version = newestVersion(versionsOf(store, meeting.id))
  return meeting.status === 'minutesInReview' && version?.status === 'inReview' ? version : undefined
}

function refuseDay(context: Context, field: string, day: Day, meeting: Meeting): void {
  const heldOn = lastDayOf(meeting)
  if (day < heldOn)
    throw invalid({ [field]: fieldMessage('reviewBeforeMeeting', { heldOn: written(context, heldOn) }) })
  if (day > today(context)) {
    throw invalid({ [field]: fieldMessage('dayInFuture', { today: written(context, today(context)) }) })
  }
}

/** Minutes are final when the last of those who answered has done so, no earlier. */
function refuseBeforeVerdicts(
  context: Context,
  approvedOn: Day,
  { minutes, adjustments }: Pick<MeetingDetail, 'minutes' | 'adjustments'>,
): void {
  const newest = newestVersion(minutes)
  const given = adjustments.flatMap((one) => (one.minutesId === newest?.id ? (one.decidedOn ?? []) : []))
  const last = given.toSorted().at(-1)
  if (last !== undefined && approvedOn < last) {
    throw invalid({ approvedOn: fieldMessage('approvedBeforeVerdict', { day: written(context, last) }) })
  }
}

/**
 * Minutes are approved by a later meeting of the same body that was opened, on its day or after. What was opened again is another
 * text than the one approved then, unless nothing in it changed: it needs a meeting that was held since.
 */
function refuseApprovingMeeting(
  context: Context,
  meeting: Meeting,
  { approvedOn, approvedInId }: { readonly approvedOn: Day; readonly approvedInId: string | null },
): void {
  const { store } = context
  if (approvedInId === null) throw invalid({ approvedInId: fieldMessage('approvingMeetingMissing') })
  const approving = read(store, 'meetings', approvedInId)
  const later =
    approving.bodyId === meeting.bodyId &&
    approving.id !== meeting.id &&
    `${approving.startsOn} ${approving.startsAt}` > `${meeting.startsOn} ${meeting.startsAt}`
  if (!later || approving.status === 'cancelled' || approving.openedAt === null) {
    throw invalid({ approvedInId: fieldMessage('approvingMeetingNotLater') })
  }
  if (approvedOn < approving.startsOn) {
    const day = written(context, approving.startsOn)
    throw invalid({ approvedOn: fieldMessage('approvedBeforeApproving', { day }) })
  }
  const versions = versionsOf(store, meeting.id)
  const newest = newestVersion(versions)
  const approved = versions.filter(({ approvedOn: day }) => day !== null).at(-1)
  const heldSince = approved === undefined || lastDayOf(approving) > (approved.approvedOn ?? '')
  if (!heldSince && newest && wordsOf(store, newest) !== wordsOf(store, approved)) {
    throw invalid({ approvedInId: fieldMessage('approvedBeforeWritten') })
  }
}

/** What a version says, without when and by whom it was made. */
function wordsOf(store: Store, version: Minutes): string {
  const { body, meeting, attendances, items } = readFrozen(store, version)
  return canonicalJson({ body, meeting, attendances, items })
}

function nameOf(store: Store, personId: string): string {
  return fullName(read(store, 'persons', personId))
}
