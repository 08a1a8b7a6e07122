import type { MeetingPaper, PaperItem } from './meeting-paper.ts'

/**
 * The paper that may be shown to anybody: of a confidential item its place, number, ground and outcome of quorum stay, everything
 * that tells what it is about goes; of the others, the attachments that are not public, whose numbers stay free. NO exempts the information, not the whole document (offentleglova § 13; practice.md 6.3).
 * Pure; redacting twice gives the same.
 */
export function redactPaper(paper: MeetingPaper): MeetingPaper {
  return {
    ...paper,
    redacted: true,
    items: paper.items.map((item) => (item.confidential ? withheld(item) : withoutExempt(item))),
    followUps: paper.followUps.filter((row) => !row.confidential),
  }
}

function withoutExempt(item: PaperItem): PaperItem {
  return { ...item, attachments: item.attachments.filter(({ notPublic }) => !notPublic) }
}

function withheld(item: PaperItem): PaperItem {
  return {
    numberText: item.numberText,
    type: item.type,
    title: null,
    caseNo: null,
    responsible: null,
    presenter: null,
    minutesPlanned: item.minutesPlanned,
    summary: null,
    background: null,
    proposedDecision: null,
    recipients: [],
    confidential: true,
    confidentialGround: item.confidentialGround,
    withheld: true,
    attachments: [],
    status: item.status,
    startedAt: item.startedAt,
    endedAt: item.endedAt,
    minutesText: null,
    quorum: item.quorum,
    disqualifications: [],
    proposals: [],
    votes: [],
    decisions: [],
    statements: [],
    actions: [],
    movements: item.movements,
  }
}
