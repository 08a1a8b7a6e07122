import {
  type MeetingPaper,
  meetingPaper,
  type PaperAttendance,
  type PaperItem,
  type PaperVote,
} from '#shared/documents/meeting-paper.ts'
import type { RichBlock, RichInline, RichText } from '#shared/domain/rich-text.ts'

export const text = (
  words: string,
  ...marks: NonNullable<Extract<RichInline, { type: 'text' }>['marks']>
): RichInline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
})
export const para = (...content: (string | RichInline)[]): RichBlock => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
})
export const head = (level: 1 | 2 | 3, words: string): RichBlock => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
export const listOf = (type: 'bulletList' | 'orderedList', ...items: (string | RichBlock[])[]): RichBlock => ({
  type,
  content: items.map((one) => ({ type: 'listItem', content: typeof one === 'string' ? [para(one)] : one })),
})
export const tableOf = (...rows: string[][]): RichBlock => ({
  type: 'table',
  content: rows.map((cells, index) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type: index === 0 ? 'tableHeader' : 'tableCell', content: [para(cell)] })),
  })),
})
export const doc = (...content: RichBlock[]): RichText => ({ type: 'doc', content })

/** A person called who was there from the beginning to the end, a voting member unless told otherwise. */
export function aPerson(name: string, parts: Partial<PaperAttendance> = {}): PaperAttendance {
  return {
    name,
    organisation: null,
    party: null,
    role: 'member',
    status: 'present',
    validReason: null,
    replaces: null,
    arrivedAt: null,
    leftAt: null,
    votes: true,
    ...parts,
  }
}

/** An item that was treated with nothing special; 7 of 7 may vote. */
export function anItem(parts: Partial<PaperItem> = {}): PaperItem {
  return {
    numberText: null,
    type: 'decision',
    title: 'En sak',
    caseNo: null,
    responsible: null,
    presenter: null,
    minutesPlanned: null,
    summary: null,
    background: null,
    proposedDecision: null,
    recipients: [],
    confidential: false,
    confidentialGround: null,
    withheld: false,
    attachments: [],
    status: 'treated',
    startedAt: null,
    endedAt: null,
    minutesText: null,
    quorum: { seats: 7, voters: 7, needed: 4, met: true, why: null },
    disqualifications: [],
    proposals: [],
    votes: [],
    decisions: [],
    statements: [],
    actions: [],
    movements: [],
    ...parts,
  }
}

export function aVote(parts: Partial<PaperVote> = {}): PaperVote {
  return {
    subject: null,
    kind: 'showOfHands',
    forText: null,
    againstText: null,
    forCount: null,
    againstCount: null,
    abstainCount: null,
    named: [],
    castingVote: false,
    castFor: null,
    ...parts,
  }
}

export function aDecision(
  words: string,
  parts: Partial<PaperItem['decisions'][number]> = {},
): PaperItem['decisions'][number] {
  return {
    numberText: null,
    text: words,
    kind: 'decision',
    unanimous: 'yes',
    vote: null,
    effectiveFrom: null,
    recipients: [],
    appealable: null,
    responsible: null,
    deadline: null,
    corrects: null,
    ...parts,
  }
}

/** Kind and language, and whatever shall differ from the ordinary. */
export type Chosen = Pick<MeetingPaper, 'kind' | 'language'> & Partial<MeetingPaper>

/** Words that only the confidential items hold; none may be found in a redacted file. */
export const secretWords = ['Glommen', '41 millioner', 'Tomas Hemmelig', 'Lyckebo', 'Hemliga']

/** A builder gives only what the schema allows. */
export function checked(paper: MeetingPaper): MeetingPaper {
  return meetingPaper.parse(paper)
}
