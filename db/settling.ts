import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Decision } from '#shared/domain/records/decision.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import type { Writer } from './changes.ts'
import { childrenOf } from './repositories/agenda-items.ts'

/** The decision that a status stands for. */
const kinds = { postponed: 'postponement', referredBack: 'referralBack' } as const
type Deciding = keyof typeof kinds

function isSettledByDecision(status: AgendaItem['status']): status is Deciding {
  return status in kinds
}

/**
 * Says what became of an item at its meeting. Postponing and referring back are decisions too: one is made where none of the
 * kind is there. Changing one's mind takes the one made so away again, unless somebody wrote in it since.
 */
export function settle(
  write: Writer,
  newId: () => string,
  item: AgendaItem,
  { status, meeting, language }: { status: AgendaItem['status']; meeting: Meeting; language: Language },
): AgendaItem {
  const decisions = childrenOf(write, 'decisions', item.id)
  if (isSettledByDecision(item.status) && item.status !== status) {
    const kind = kinds[item.status]
    for (const one of decisions.filter((decision) => isUntouched(decision, kind))) write.remove('decisions', one.id)
  }
  if (isSettledByDecision(status) && !decisions.some(({ kind }) => kind === kinds[status])) {
    write.insert('decisions', {
      ...decisionDefaults(item.id, meeting.startsOn),
      id: newId(),
      position: nextPosition(decisions),
      text: wordsOf(kinds[status], language),
      kind: kinds[status],
    })
  }
  return write.revise('agendaItems', item.id, { status })
}

function wordsOf(kind: (typeof kinds)[Deciding], language: Language): string {
  return translator(language)(`meetings.settled.${kind}`)
}

/** Made by `settle` and never written in. */
function isUntouched(decision: Decision, kind: (typeof kinds)[Deciding]): boolean {
  const written = (['nb', 'sv', 'en'] as const).map((language) => wordsOf(kind, language))
  return decision.kind === kind && decision.createdStamp === decision.changedStamp && written.includes(decision.text)
}

/** The place after the last of some records in order. */
export function nextPosition(records: readonly { readonly position: number }[]): number {
  return records.reduce((next, { position }) => Math.max(next, position + 1), 0)
}

/** A decision of an item, or with null of another body, with nothing but what it must have. */
export function decisionDefaults(
  itemId: string | null,
  decidedOn: string,
): Omit<Decision, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt' | 'text'> {
  return {
    itemId,
    externalBody: null,
    externalSource: null,
    decidedOn,
    position: 0,
    kind: 'decision',
    unanimous: 'notRecorded',
    voteId: null,
    proposalId: null,
    effectiveFrom: null,
    recipients: [],
    appealable: null,
    responsibleId: null,
    deadline: null,
    status: 'noAction',
    doneOn: null,
    result: null,
    reportedInId: null,
    correctsId: null,
  }
}
