import { z } from 'zod'
import { richText } from '../rich-text.ts'
import { count, day, id, language, line, oneOf, text, timeOfDay, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const itemTypes = [
  'opening',
  'noticeApproval',
  'minutesApproval',
  'followUpList',
  'decision',
  'election',
  'information',
  'reference',
  'discussion',
  'anyOtherBusiness',
  'break',
  'heading',
] as const
export type ItemType = (typeof itemTypes)[number]
/** Types without a number (GEVER). */
export const unnumberedTypes = ['break', 'heading'] as const satisfies readonly ItemType[]
/** Types that a meeting can't be closed without deciding or postponing. */
export const decidingTypes = [
  'decision',
  'election',
  'noticeApproval',
  'minutesApproval',
] as const satisfies readonly ItemType[]
export const itemStatuses = ['pending', 'treated', 'postponed', 'withdrawn', 'referredBack'] as const
/** The fields of rich text; each is written by `agendaItems.write`. */
export const itemTexts = ['background', 'proposedDecision', 'minutesText'] as const
export type ItemText = (typeof itemTexts)[number]

/** A matter on an agenda, or in the body's queue while `meetingId` is null (records.md 3.7). */
export const agendaItemFields = {
  bodyId: id,
  meetingId: id.nullable(),
  /** 0, 1, 2 … within its meeting or queue. */
  position: count,
  /** Given when the meeting is closed, with its text as it was then ("Sak 12/26"). */
  number: count.nullable(),
  numberYear: z.int().nullable(),
  numberText: line,
  /** The counter it was drawn from: body and year, body, or meeting. (series, number) is unique for ever. */
  numberSeries: line,
  type: oneOf(itemTypes),
  title,
  /** Arkivsaksnummer / diarienummer. */
  caseNo: line,
  responsibleId: id.nullable(),
  presenterId: id.nullable(),
  /** Planned minutes. */
  minutesPlanned: count.max(1440, 'problems.field.tooMany').nullable(),
  /** A short summary, printed first in the case paper after the proposal, and alone for information items. */
  summary: text,
  /** The case paper below the proposal: facts, statements, assessment, economy, conclusion, with own headings. */
  background: richText,
  proposedDecision: richText,
  /** Who gets the decision, one per line (skickas till). */
  recipients: text,
  /** What the minutes tell of the item. */
  minutesText: richText,
  confidential: z.boolean(),
  /** Legal ground of the exemption, printed in place of the item in a redacted paper. */
  confidentialGround: line,
  status: oneOf(itemStatuses),
  startedAt: timeOfDay.nullable(),
  endedAt: timeOfDay.nullable(),
  /** The item of an earlier meeting that this one takes up again. */
  carriedFromId: id.nullable(),
  /** For `minutesApproval`: the meeting whose minutes are approved. */
  aboutMeetingId: id.nullable(),
  /** Where it came from. */
  originVisitId: id.nullable(),
  originFollowUpId: id.nullable(),
  originActionId: id.nullable(),
  originCommitmentId: id.nullable(),
  originProjectId: id.nullable(),
}
export const agendaItem = z.object({ ...recordMarks, ...agendaItemFields })
export type AgendaItem = z.infer<typeof agendaItem>
/** What is revised field by field; texts, place and number have their own operations. */
export const agendaItemChanges = changesOf(agendaItemFields).omit({
  bodyId: true,
  meetingId: true,
  position: true,
  number: true,
  numberYear: true,
  numberText: true,
  numberSeries: true,
  background: true,
  proposedDecision: true,
  minutesText: true,
  carriedFromId: true,
  originVisitId: true,
  originFollowUpId: true,
  originActionId: true,
  originCommitmentId: true,
  originProjectId: true,
})
export const newAgendaItem = changesOf(agendaItemFields)
  .omit({ position: true, number: true, numberYear: true, numberText: true, numberSeries: true })
  .required({ bodyId: true, meetingId: true, type: true, title: true })

export const disqualificationGrounds = [
  'partyToTheCase',
  'closeRelation',
  'representsAParty',
  'treatedBefore',
  'otherCircumstance',
] as const
export const disqualificationOutcomes = ['pending', 'disqualified', 'notDisqualified'] as const
/** Disqualification (inhabilitet / jäv) of one person in one item: who, ground, outcome, who replaced (records.md 3.7). */
export const disqualificationFields = {
  itemId: id,
  personId: id,
  ground: oneOf(disqualificationGrounds),
  explanation: line,
  outcome: oneOf(disqualificationOutcomes),
  /** The deputy who served instead. */
  replacedById: id.nullable(),
}
export const disqualification = z.object({ ...recordMarks, ...disqualificationFields })
export type Disqualification = z.infer<typeof disqualification>
export const disqualificationChanges = changesOf(disqualificationFields).omit({ itemId: true })

export const proposalKinds = [
  'main',
  'counter',
  'amendment',
  'addition',
  'rejection',
  'postponement',
  'referralBack',
] as const
export const proposalStatuses = ['open', 'withdrawn', 'adopted', 'rejected'] as const
/** A proposal put at the meeting (forslag / yrkande). */
export const proposalFields = {
  itemId: id,
  position: count,
  kind: oneOf(proposalKinds),
  proposerId: id.nullable(),
  /** Proposed on behalf of: a party or partner. */
  party: line,
  text: z.string().trim().min(1, 'problems.field.required').max(100_000, 'problems.field.textTooLong'),
  status: oneOf(proposalStatuses),
}
export const proposal = z.object({ ...recordMarks, ...proposalFields })
export type Proposal = z.infer<typeof proposal>
export const proposalChanges = changesOf(proposalFields).omit({ itemId: true })

export const voteKinds = ['acclamation', 'showOfHands', 'named', 'secret'] as const
export const namedVoteChoices = ['for', 'against', 'abstain'] as const
/** One ballot. `forId` is the proposal put; with `againstId` it is a contraposition. No counts with acclamation (records.md 3.8). */
export const voteFields = {
  /** Null for the figures of a decision taken elsewhere. */
  itemId: id.nullable(),
  /** Order of propositions. */
  position: count,
  subject: line,
  forId: id.nullable(),
  againstId: id.nullable(),
  kind: oneOf(voteKinds),
  forCount: count.nullable(),
  againstCount: count.nullable(),
  abstainCount: count.nullable(),
  namedVotes: z.array(z.strictObject({ personId: id, vote: z.enum(namedVoteChoices) })).max(1000),
  /** Even votes, decided by the chair's vote. */
  castingVote: z.boolean(),
  /** Which side the casting vote took. */
  castFor: z.enum(['for', 'against']).nullable(),
}
export const vote = z.object({ ...recordMarks, ...voteFields })
export type Vote = z.infer<typeof vote>
export const voteChanges = changesOf(voteFields).omit({ itemId: true })

export const statementKinds = ['dissent', 'noteToMinutes'] as const
/** A dissent (dissens / reservation) or a note to the minutes (protokolltilførsel / protokollsanteckning). */
export const statementFields = {
  itemId: id,
  kind: oneOf(statementKinds),
  personId: id.nullable(),
  party: line,
  text: z.string().trim().min(1, 'problems.field.required').max(100_000, 'problems.field.textTooLong'),
  deliveredOn: day,
  deliveredAt: timeOfDay.nullable(),
}
export const statement = z.object({ ...recordMarks, ...statementFields })
export type Statement = z.infer<typeof statement>
export const statementChanges = changesOf(statementFields).omit({ itemId: true })

/** An agenda kept for reuse; `standing` puts its rows on every new meeting of the body. */
export const agendaTemplateFields = {
  bodyId: id.nullable(),
  name: title,
  standing: z.boolean(),
  rows: z
    .array(
      z.strictObject({
        type: oneOf(itemTypes),
        title,
        minutesPlanned: count.max(1440, 'problems.field.tooMany').nullable(),
      }),
    )
    .max(200),
}
export const agendaTemplate = z.object({ ...recordMarks, ...agendaTemplateFields })
export type AgendaTemplate = z.infer<typeof agendaTemplate>
export const agendaTemplateChanges = changesOf(agendaTemplateFields)

/** A standard phrase for minutes; `[[navn]]`-like gaps in the text are jumped to with Tab. */
export const phraseFields = {
  bodyId: id.nullable(),
  language,
  name: title,
  text: z.string().trim().min(1, 'problems.field.required').max(10_000, 'problems.field.textTooLong'),
}
export const phrase = z.object({ ...recordMarks, ...phraseFields })
export type Phrase = z.infer<typeof phrase>
export const phraseChanges = changesOf(phraseFields)
