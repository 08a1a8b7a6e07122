/** Puts a meeting's paper together from the database, as plain data (`shared/documents/meeting-paper.ts`). */
import { createHash } from 'node:crypto'
import type { AttendanceRow, MeetingDetail } from '#shared/contract/meetings.ts'
import { problem } from '#shared/contract/problem.ts'
import type { MeetingPaper, PaperAttendance } from '#shared/documents/meeting-paper.ts'
import { redactPaper } from '#shared/documents/redact-paper.ts'
import { addDays, addMonths, formatDay } from '#shared/domain/days.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import type { Meeting, Minutes, PaperKind } from '#shared/domain/records/meeting.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { paperItems, withPublicityNow } from './paper-items.ts'
import { followUpList } from './repositories/follow-up-list.ts'
import { meetingDetail } from './repositories/meeting-detail.ts'
import { newestDataStamp, readBlob, recordAsOf } from './repositories/packages.ts'
import { personName } from './repositories/person-name.ts'
import { instantOf } from './stamp.ts'
import { find, read, readAll, type Store, sql } from './store.ts'

export interface PaperChoice {
  readonly kind: PaperKind
  readonly bodyId: Id
  /** Null for a follow-up list over all meetings of the body. */
  readonly meetingId: Id | null
  /** The decision of an extract. */
  readonly decisionId: Id | null
  readonly language: Language
  /** Holds back what is confidential. */
  readonly redacted: boolean
}
interface By {
  readonly today: Day
  readonly madeBy: string
}

const frozenStatuses = ['minutesInReview', 'minutesApproved', 'archived']

/**
 * A paper as it would be exported now. Minutes that are in review or final, and extracts from them, come as they were frozen, with
 * today's verdicts and publicity of attachments; all else from the data as it is.
 *
 * @throws ProblemError `notFound`; `invalid` for a paper that needs a meeting or decision; `damagedFile` where frozen minutes are gone.
 */
export function assemblePaper(store: Store, choice: PaperChoice, by: By): MeetingPaper {
  const detail = choice.meetingId === null ? null : meetingDetail(store, choice.meetingId, by.today)
  if (detail && detail.meeting.bodyId !== choice.bodyId) throw problem('notFound', 'problems.notFound')
  if (!detail && choice.kind !== 'followUpList') throw problem('invalid', 'problems.paperNeedsMeeting')
  const frozen =
    detail && (choice.kind === 'minutes' || choice.kind === 'extract') ? frozenMinutes(store, detail) : null
  const paper: MeetingPaper =
    frozen && detail
      ? {
          ...frozen,
          kind: choice.kind,
          language: choice.language,
          items: withPublicityNow(frozen.items, detail),
          minutes: minutesBlock(store, detail, choice.language),
        }
      : livePaper(store, choice, detail, by)
  const extract = choice.kind === 'extract' && detail ? extractOf(detail, choice.decisionId) : null
  const whole = { ...paper, extractOf: extract }
  return choice.redacted ? redactPaper(whole) : whole
}

/** The version of the minutes that counts now: what was sent to review, while it is in review or final. */
function frozenMinutes(store: Store, { meeting, minutes }: MeetingDetail): MeetingPaper | null {
  const version = frozenStatuses.includes(meeting.status) ? newestVersion(minutes) : undefined
  return version ? readFrozen(store, version) : null
}

/**
 * The content of one version of a meeting's minutes, checked against its hash.
 *
 * @throws ProblemError `damagedFile` where it is gone or is not what was kept.
 */
export function readFrozen(store: Store, version: Minutes): MeetingPaper {
  const bytes = readBlob(store, version.snapshotSha256)
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== version.snapshotSha256) {
    throw problem('damagedFile', 'problems.snapshotDamaged', { version: version.version })
  }
  return JSON.parse(bytes.toString('utf8')) as MeetingPaper
}

function newestVersion(versions: readonly Minutes[]): Minutes | undefined {
  return versions.toSorted((a, b) => b.version - a.version)[0]
}

function livePaper(store: Store, choice: PaperChoice, detail: MeetingDetail | null, by: By): MeetingPaper {
  const partnership = readAll(store, 'partnership', 'id')[0]
  const body = detail?.body ?? read(store, 'bodies', choice.bodyId)
  const meeting = detail?.meeting ?? null
  const secretary = meeting?.secretaryId ? find(store, 'persons', meeting.secretaryId) : undefined
  return {
    format: 'fyr-meeting-paper',
    formatVersion: 1,
    kind: choice.kind,
    language: choice.language,
    redacted: false,
    partnership: {
      name: partnership?.name ?? '',
      country: partnership?.country ?? store.country,
      contactName: partnership?.contactName ?? null,
      contactEmail: partnership?.contactEmail ?? null,
    },
    body: {
      name: body.name,
      kind: body.kind,
      rules: body.rules,
      numbering: body.numbering,
      quorumRule: body.quorumRule,
      adjustmentRule: body.adjustmentRule,
      adjustmentDays: body.adjustmentDays,
      deputiesAllowed: body.deputiesAllowed,
      noticeDays: body.noticeDays,
    },
    meeting: meeting && {
      id: meeting.id,
      bodyName: body.name,
      number: meeting.number,
      numberYear: meeting.numberYear,
      title: meeting.title,
      kind: meeting.kind,
      startsOn: meeting.startsOn,
      startsAt: meeting.startsAt,
      endsOn: meeting.endsOn,
      endsAt: meeting.endsAt,
      place: meeting.place,
      remoteLink: meeting.remoteLink,
      allSeeAndHear: meeting.allSeeAndHear,
      openness: meeting.openness,
      status: meeting.status,
      chair: personName(store, meeting.chairId),
      secretary: personName(store, meeting.secretaryId),
      secretaryEmail: secretary?.email ?? null,
      secretaryPhone: secretary?.phone ?? null,
      noticeText: meeting.noticeText,
      noticeSentOn: meeting.noticeSentOn,
      openedAt: meeting.openedAt,
      adjournedAt: meeting.adjournedAt,
      adjournedOn: meeting.adjournedOn,
      papersDueOn: meeting.papersDueOn,
    },
    attendances: detail?.attendances.map(attendanceOf) ?? [],
    items: detail ? paperItems(store, detail) : [],
    followUps: ['followUpList', 'casePapers'].includes(choice.kind)
      ? followUpList(store, body.id, followUpSince(store, body.id, meeting?.startsOn ?? by.today), by.today)
      : [],
    nextMeetings: nextMeetings(store, body.id, meeting?.startsOn ?? by.today, meeting?.id ?? null),
    minutes: detail && choice.kind !== 'followUpList' ? minutesBlock(store, detail, choice.language) : null,
    extractOf: null,
    emails: choice.kind === 'notice' || choice.kind === 'casePapers' ? emailsOf(store, detail) : [],
    dataAsOf: instantOf(newestDataStamp(store)),
    madeBy: by.madeBy,
  }
}

function attendanceOf(row: AttendanceRow): PaperAttendance {
  return {
    name: row.personName,
    organisation: row.organisation,
    party: row.party,
    role: row.role,
    status: row.status,
    validReason: row.validReason,
    replaces: row.replacesName,
    arrivedAt: row.arrivedAt,
    leftAt: row.leftAt,
    votes: row.votes,
  }
}

/** "møte 4/2026"; while it has no number, its day. */
function whichMeeting({ number, numberYear, startsOn }: Meeting, language: Language): string {
  if (number === null) return formatDay(startsOn, language)
  return translator(language)('papers.doc.meetingNo', { number: `${number}/${numberYear}` })
}

/** What the paper says of the minutes themselves; a draft until they are sent to review. */
function minutesBlock(
  store: Store,
  { meeting, body, minutes, adjustments }: MeetingDetail,
  language: Language,
): MeetingPaper['minutes'] {
  const newest = newestVersion(minutes)
  const current = newest && frozenStatuses.includes(meeting.status) ? newest : undefined
  const verdicts = adjustments.filter(({ minutesId }) => minutesId === (current?.id ?? null))
  const signer = (personId: Id | null, role: 'chair' | 'adjuster' | 'secretary') => {
    const given = verdicts.find((row) => row.personId === personId)
    return {
      name: signerName(store, personId, current),
      role,
      verdict: given?.verdict ?? null,
      decidedOn: given?.decidedOn ?? null,
      place: given?.place ?? null,
    }
  }
  const approvedIn = meeting.approvedInId === null ? undefined : find(store, 'meetings', meeting.approvedInId)
  return {
    version: current?.version ?? (newest?.version ?? 0) + 1,
    status: current?.status ?? 'draft',
    approvedOn: current?.approvedOn ?? null,
    approvedIn: approvedIn ? `${body.name}, ${whichMeeting(approvedIn, language)}` : null,
    announcedOn: meeting.announcedOn,
    sha256: current?.snapshotSha256 ?? null,
    adjusters: [
      ...(meeting.secretaryId === null ? [] : [signer(meeting.secretaryId, 'secretary')]),
      ...(meeting.chairId === null ? [] : [signer(meeting.chairId, 'chair')]),
      ...verdicts
        .filter(({ personId }) => personId !== meeting.chairId && personId !== meeting.secretaryId)
        .map(({ personId }) => signer(personId, 'adjuster')),
    ],
  }
}

/** Who signs is called as when the minutes were frozen, also where they took another name since: as in the roll beside it. */
function signerName(store: Store, personId: Id | null, version: Minutes | undefined): string {
  const then = personId && version ? recordAsOf(store, 'persons', personId, version.dataStamp) : undefined
  return then ? fullName(then) : (personName(store, personId) ?? '')
}

/** The body's meetings still to come after this one, five at most. */
export function nextMeetings(store: Store, bodyId: Id, after: Day, exceptId: Id | null): MeetingPaper['nextMeetings'] {
  return sql(
    store,
    `SELECT starts_on AS "startsOn", starts_at AS "startsAt", place, papers_due_on AS "papersDueOn" FROM meetings
     WHERE deleted_at IS NULL AND body_id = ? AND starts_on >= ? AND id IS NOT ? AND status IN ('planned', 'noticeSent')
     ORDER BY starts_on, starts_at LIMIT 5`,
  ).all(bodyId, after, exceptId) as MeetingPaper['nextMeetings']
}

/** Done things are told since the body's meeting before; without one, of the last three months. */
export function followUpSince(store: Store, bodyId: Id, before: Day): Day {
  const last = sql(
    store,
    `SELECT max(starts_on) FROM meetings WHERE deleted_at IS NULL AND body_id = ? AND starts_on < ? AND number IS NOT NULL`,
  )
    .pluck()
    .get(bodyId, before) as Day | null
  return last ?? addMonths(addDays(before, 0), -3)
}

function emailsOf(store: Store, detail: MeetingDetail | null): MeetingPaper['emails'] {
  return (detail?.attendances ?? [])
    .filter(({ role }) => role !== 'deputy')
    .flatMap((row) => {
      const email = find(store, 'persons', row.personId)?.email
      return email ? [{ name: row.personName, email }] : []
    })
}

/** Where the decision stands in the paper. @throws ProblemError `notFound` for one of another meeting. */
function extractOf(detail: MeetingDetail, decisionId: Id | null): { item: number; decision: number } {
  const item = detail.items.findIndex(({ decisions }) => decisions.some(({ id }) => id === decisionId))
  const decision = detail.items[item]?.decisions.findIndex(({ id }) => id === decisionId) ?? -1
  if (item < 0 || decision < 0) throw problem('notFound', 'problems.notFound')
  return { item, decision }
}
