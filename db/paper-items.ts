/** A meeting's items as its papers print them: names for ids, attachments counted through, who came and went meanwhile. */
import type { ItemDetail, MeetingDetail } from '#shared/contract/meetings.ts'
import type { PaperDecision, PaperItem } from '#shared/documents/meeting-paper.ts'
import { itemTimes, latest, minutesIntoMeeting } from '#shared/domain/presence.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import type { Decision } from '#shared/domain/records/decision.ts'
import { linesOf } from '#shared/domain/text-lines.ts'
import type { Id } from '#shared/domain/values.ts'
import { paperVote } from './repositories/follow-up-list.ts'
import { personName } from './repositories/person-name.ts'
import { find, type Store } from './store.ts'

/** In the order of the agenda. */
export function paperItems(store: Store, detail: MeetingDetail): PaperItem[] {
  const times = itemTimes(
    detail.meeting,
    detail.items.map(({ item }) => item),
  )
  // Where no clock ran nobody knows before which item somebody came: the list of those present tells the time.
  const clocked = [...times.values()].some((at) => at !== null)
  let attachmentNo = 0
  return detail.items.map((one, index) => {
    const attachments = newestOf(one.attachments).map(({ title, fileName, publicity }) => {
      attachmentNo += 1
      return { no: attachmentNo, title, fileName, ...(publicity === 'public' ? {} : { notPublic: true as const }) }
    })
    return {
      ...itemOf(store, one),
      attachments,
      movements: clocked
        ? movementsBetween(
            detail,
            index === 0 ? detail.meeting.openedAt : (times.get(detail.items[index - 1]?.item.id ?? '') ?? null),
            index === detail.items.length - 1 ? latest : (times.get(one.item.id) ?? null),
          )
        : [],
    }
  })
}

/** The attachments of a meeting's items as its papers number them, from 1. */
export function attachmentsInOrder(detail: MeetingDetail): readonly Attachment[] {
  return detail.items.flatMap(({ attachments }) => newestOf(attachments))
}

/** Without the versions that a later one has replaced. */
function newestOf(attachments: readonly Attachment[]): readonly Attachment[] {
  const replaced = new Set(attachments.map(({ supersedesId }) => supersedesId))
  return attachments.filter(({ id }) => !replaced.has(id))
}

/**
 * Items of frozen minutes with the attachments' publicity as it is today: what was exempted after the minutes were sent to review is
 * not to be named in a paper for anybody either.
 */
export function withPublicityNow(items: readonly PaperItem[], detail: MeetingDetail): PaperItem[] {
  const closed = new Set(
    detail.items.flatMap(({ attachments }) =>
      attachments.filter(({ publicity }) => publicity !== 'public').map(({ fileName }) => fileName),
    ),
  )
  return items.map((item) => ({
    ...item,
    attachments: item.attachments.map(({ notPublic: _, ...one }) =>
      closed.has(one.fileName) ? { ...one, notPublic: true as const } : one,
    ),
  }))
}

function itemOf(store: Store, one: ItemDetail): Omit<PaperItem, 'attachments' | 'movements'> {
  const { item } = one
  return {
    numberText: one.numberText,
    type: item.type,
    title: item.title,
    caseNo: item.caseNo,
    responsible: personName(store, item.responsibleId),
    presenter: personName(store, item.presenterId),
    minutesPlanned: item.minutesPlanned,
    summary: item.summary,
    background: item.background,
    proposedDecision: item.proposedDecision,
    recipients: linesOf(item.recipients),
    confidential: item.confidential,
    confidentialGround: item.confidentialGround,
    withheld: false,
    status: item.status,
    startedAt: item.startedAt,
    endedAt: item.endedAt,
    minutesText: item.minutesText,
    quorum: one.quorum,
    disqualifications: one.disqualifications.map((entry) => ({
      name: personName(store, entry.personId) ?? '',
      ground: entry.ground,
      explanation: entry.explanation,
      outcome: entry.outcome,
      replacedBy: personName(store, entry.replacedById),
    })),
    proposals: one.proposals.map(({ kind, proposerId, party, text, status }) => ({
      kind,
      proposer: personName(store, proposerId),
      party,
      text,
      status,
    })),
    votes: one.votes.flatMap(({ id }) => paperVote(store, id) ?? []),
    decisions: one.decisions.map((decision) => decisionOf(store, decision, one.numberText)),
    statements: one.statements.map(({ kind, personId, party, text, deliveredOn, deliveredAt }) => ({
      kind,
      name: personName(store, personId),
      party,
      text,
      deliveredOn,
      deliveredAt,
    })),
    actions: one.actions.map(({ title, ownerId, dueOn, status }) => ({
      title,
      owner: personName(store, ownerId) ?? '',
      dueOn,
      status,
    })),
  }
}

function decisionOf(store: Store, decision: Decision, numberText: string | null): PaperDecision {
  const corrected = decision.correctsId === null ? undefined : find(store, 'decisions', decision.correctsId)
  const itemOfCorrected = corrected?.itemId ? find(store, 'agendaItems', corrected.itemId) : undefined
  return {
    numberText,
    text: decision.text,
    kind: decision.kind,
    unanimous: decision.unanimous,
    vote: decision.voteId === null ? null : paperVote(store, decision.voteId),
    effectiveFrom: decision.effectiveFrom,
    recipients: decision.recipients,
    appealable: decision.appealable,
    responsible: personName(store, decision.responsibleId),
    deadline: decision.deadline,
    corrects: corrected
      ? [itemOfCorrected?.numberText ?? itemOfCorrected?.title, corrected.decidedOn].filter(Boolean).join(', ')
      : null,
  }
}

/** Who came and went after `from` and until `to`, in order of time; all of them in the last item where no clock ran. */
function movementsBetween(detail: MeetingDetail, from: string | null, to: string | null): PaperItem['movements'] {
  const { openedAt } = detail.meeting
  const into = (time: string) => minutesIntoMeeting(time, openedAt)
  if (to === null || from === latest) return []
  const within = (at: string | null): at is string =>
    at !== null && (from === null || into(at) > into(from)) && (to === latest || into(at) <= into(to))
  const replacedBy = (personId: Id) =>
    detail.attendances.find(({ replacesId, votes }) => votes && replacesId === personId)?.personName ?? null
  return detail.attendances
    .flatMap((row) => [
      ...(within(row.arrivedAt)
        ? [{ name: row.personName, at: row.arrivedAt, does: 'arrives' as const, replacedBy: null }]
        : []),
      ...(within(row.leftAt)
        ? [{ name: row.personName, at: row.leftAt, does: 'leaves' as const, replacedBy: replacedBy(row.personId) }]
        : []),
    ])
    .sort((a, b) => into(a.at) - into(b.at))
}
