/**
 * What a meeting's papers print, as plain data: made from the database, frozen for minutes, shown on screen before export, and
 * turned into bytes by `meeting-docx.ts`, `meeting-ics.ts` and `meeting-eml.ts`, which see nothing else. Names are written out;
 * closed lists stay codes and are translated when printed. In a redacted paper a confidential item holds its number, its
 * ground and nothing else.
 */
import { z } from 'zod'
import {
  disqualificationGrounds,
  disqualificationOutcomes,
  itemStatuses,
  itemTypes,
  proposalKinds,
  proposalStatuses,
  statementKinds,
  voteKinds,
} from '../domain/records/agenda-item.ts'
import { adjustmentRules, bodyKinds, bodyRules, numberings, quorumRules } from '../domain/records/body.ts'
import { actionStatuses, decisionKinds, decisionStatuses, unanimities } from '../domain/records/decision.ts'
import {
  attendanceRoles,
  attendanceStatuses,
  meetingKinds,
  meetingStatuses,
  openness,
  paperKinds,
  verdicts,
} from '../domain/records/meeting.ts'
import { richDocument } from '../domain/rich-text.ts'
import { country, day, instant, language } from '../domain/values.ts'

const rich = richDocument.nullable()
const name = z.string()

export const paperAttendance = z.object({
  name,
  organisation: z.string().nullable(),
  party: z.string().nullable(),
  role: z.enum(attendanceRoles),
  status: z.enum(attendanceStatuses).nullable(),
  validReason: z.string().nullable(),
  /** Name of the member whose place was taken; null for a deputy with a vote = a vacant seat. */
  replaces: z.string().nullable(),
  arrivedAt: z.string().nullable(),
  leftAt: z.string().nullable(),
  votes: z.boolean(),
})
export const paperVote = z.object({
  subject: z.string().nullable(),
  kind: z.enum(voteKinds),
  /** Texts of the proposals put against each other. */
  forText: z.string().nullable(),
  againstText: z.string().nullable(),
  forCount: z.int().nullable(),
  againstCount: z.int().nullable(),
  abstainCount: z.int().nullable(),
  named: z.array(z.object({ name, party: z.string().nullable(), vote: z.enum(['for', 'against', 'abstain']) })),
  castingVote: z.boolean(),
  castFor: z.enum(['for', 'against']).nullable(),
})
export const paperDecision = z.object({
  numberText: z.string().nullable(),
  text: z.string(),
  kind: z.enum(decisionKinds),
  unanimous: z.enum(unanimities),
  /** The deciding ballot, where there was one. */
  vote: paperVote.nullable(),
  effectiveFrom: day.nullable(),
  recipients: z.array(z.string()),
  appealable: z.boolean().nullable(),
  responsible: z.string().nullable(),
  deadline: day.nullable(),
  /** Number and day of the decision that it corrects. */
  corrects: z.string().nullable(),
})
export const paperItem = z.object({
  /** "Sak 12/26"; before closing the number it is expected to get; null for headings and breaks. */
  numberText: z.string().nullable(),
  type: z.enum(itemTypes),
  /** Null where it is withheld. */
  title: z.string().nullable(),
  caseNo: z.string().nullable(),
  responsible: z.string().nullable(),
  presenter: z.string().nullable(),
  minutesPlanned: z.int().nullable(),
  summary: z.string().nullable(),
  background: rich,
  proposedDecision: rich,
  recipients: z.array(z.string()),
  confidential: z.boolean(),
  confidentialGround: z.string().nullable(),
  /** True where a redacted paper holds back the content. */
  withheld: z.boolean(),
  /** Titles of the attachments with their running number in the paper. `notPublic`: exempt, whole or in part; not named in a redacted paper. */
  attachments: z.array(
    z.object({
      no: z.int(),
      title: z.string(),
      fileName: z.string(),
      notPublic: z.literal(true).optional(),
      /** Its file, where a package binds it in; `pixels` where it is a picture that can be shown. Never in frozen minutes. */
      file: z
        .object({
          sha256: z.string(),
          mime: z.string(),
          size: z.int(),
          altText: z.string().nullable(),
          pixels: z.object({ width: z.int(), height: z.int() }).optional(),
        })
        .optional(),
    }),
  ),
  status: z.enum(itemStatuses),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  minutesText: rich,
  quorum: z.object({
    seats: z.int(),
    voters: z.int(),
    needed: z.int(),
    met: z.boolean(),
    why: z
      .object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
      .nullable(),
  }),
  disqualifications: z.array(
    z.object({
      name,
      ground: z.enum(disqualificationGrounds),
      explanation: z.string().nullable(),
      outcome: z.enum(disqualificationOutcomes),
      replacedBy: z.string().nullable(),
    }),
  ),
  proposals: z.array(
    z.object({
      kind: z.enum(proposalKinds),
      proposer: z.string().nullable(),
      party: z.string().nullable(),
      text: z.string(),
      status: z.enum(proposalStatuses),
    }),
  ),
  votes: z.array(paperVote),
  decisions: z.array(paperDecision),
  statements: z.array(
    z.object({
      kind: z.enum(statementKinds),
      name: z.string().nullable(),
      party: z.string().nullable(),
      text: z.string(),
      deliveredOn: day,
      deliveredAt: z.string().nullable(),
    }),
  ),
  actions: z.array(z.object({ title: z.string(), owner: name, dueOn: day, status: z.enum(actionStatuses) })),
  /** Arrivals and departures since the item before ended and until this one did, in order of time. */
  movements: z.array(
    z.object({ name, at: z.string(), does: z.enum(['arrives', 'leaves']), replacedBy: z.string().nullable() }),
  ),
})
/** A row of the follow-up list: a decision or an action and what has become of it. Overdue first. */
export const paperFollowUp = z.object({
  kind: z.enum(['decision', 'action']),
  /** Of a confidential item: left out of a redacted paper. */
  confidential: z.boolean(),
  numberText: z.string().nullable(),
  caseNo: z.string().nullable(),
  bodyName: z.string().nullable(),
  meetingOn: day.nullable(),
  /** Title of the item, or of the action. */
  title: z.string(),
  /** The decision's text; null for an action. */
  text: z.string().nullable(),
  decisionKind: z.enum(decisionKinds).nullable(),
  unanimous: z.enum(unanimities).nullable(),
  vote: paperVote.nullable(),
  /** Where an action came from, ready to print. */
  origin: z.string().nullable(),
  responsible: z.string().nullable(),
  organisation: z.string().nullable(),
  dueOn: day.nullable(),
  decisionStatus: z.enum(decisionStatuses).nullable(),
  actionStatus: z.enum(actionStatuses).nullable(),
  /** 0 where not overdue on the day of the data. */
  daysOverdue: z.int(),
  doneOn: day.nullable(),
  result: z.string().nullable(),
})
export const paperMeeting = z.object({
  /** Names the meeting to calendars, whatever is changed in it. */
  id: z.string(),
  bodyName: z.string(),
  number: z.int().nullable(),
  numberYear: z.int().nullable(),
  title: z.string().nullable(),
  kind: z.enum(meetingKinds),
  startsOn: day,
  startsAt: z.string(),
  endsOn: day.nullable(),
  endsAt: z.string().nullable(),
  place: z.string().nullable(),
  remoteLink: z.string().nullable(),
  allSeeAndHear: z.boolean(),
  openness: z.enum(openness),
  status: z.enum(meetingStatuses),
  chair: z.string().nullable(),
  secretary: z.string().nullable(),
  secretaryEmail: z.string().nullable(),
  secretaryPhone: z.string().nullable(),
  noticeText: z.string().nullable(),
  noticeSentOn: day.nullable(),
  openedAt: z.string().nullable(),
  adjournedAt: z.string().nullable(),
  adjournedOn: day.nullable(),
  papersDueOn: day.nullable(),
})

export const meetingPaper = z.object({
  format: z.literal('fyr-meeting-paper'),
  formatVersion: z.literal(1),
  kind: z.enum(paperKinds),
  language,
  redacted: z.boolean(),
  partnership: z.object({
    name: z.string(),
    country,
    contactName: z.string().nullable(),
    contactEmail: z.string().nullable(),
  }),
  body: z.object({
    name: z.string(),
    kind: z.enum(bodyKinds),
    rules: z.enum(bodyRules),
    numbering: z.enum(numberings),
    quorumRule: z.enum(quorumRules),
    adjustmentRule: z.enum(adjustmentRules),
    adjustmentDays: z.int().nullable(),
    deputiesAllowed: z.boolean(),
    noticeDays: z.int(),
  }),
  /** Null for a follow-up list over all meetings. */
  meeting: paperMeeting.nullable(),
  attendances: z.array(paperAttendance),
  items: z.array(paperItem),
  followUps: z.array(paperFollowUp),
  nextMeetings: z.array(
    z.object({ startsOn: day, startsAt: z.string(), place: z.string().nullable(), papersDueOn: day.nullable() }),
  ),
  minutes: z
    .object({
      version: z.int(),
      status: z.enum(['draft', 'inReview', 'returned', 'approved', 'reopened']),
      approvedOn: day.nullable(),
      /** Body, number and day of the meeting that approved them. */
      approvedIn: z.string().nullable(),
      announcedOn: day.nullable(),
      /** SHA-256 of the frozen version; null for a draft. */
      sha256: z.string().nullable(),
      /** The chair and the adjusters, in the order they sign. */
      adjusters: z.array(
        z.object({
          name,
          role: z.enum(['chair', 'adjuster', 'secretary']),
          verdict: z.enum(verdicts).nullable(),
          decidedOn: day.nullable(),
          place: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** For an extract: index of the item and of the decision within it. */
  extractOf: z.object({ item: z.int(), decision: z.int() }).nullable(),
  /** Who the paper goes to: e-mail addresses of those called, for the mail draft. Never printed. */
  emails: z.array(z.object({ name, email: z.string() })),
  dataAsOf: instant,
  madeBy: z.string(),
})
export type MeetingPaper = z.infer<typeof meetingPaper>
export type PaperItem = z.infer<typeof paperItem>
export type PaperVote = z.infer<typeof paperVote>
export type PaperDecision = z.infer<typeof paperDecision>
export type PaperFollowUp = z.infer<typeof paperFollowUp>
export type PaperAttendance = z.infer<typeof paperAttendance>
