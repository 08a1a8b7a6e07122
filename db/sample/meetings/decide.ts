import type { ItemDetail } from '#shared/contract/meetings.ts'
import { addDays } from '#shared/domain/days.ts'
import type { Vote } from '#shared/domain/records/agenda-item.ts'
import { acclaim, rollOf, type Session, write } from './session.ts'

interface What {
  /** Null = lifted from the proposal. */
  readonly text: string | null
  readonly lines: readonly string[]
  readonly isMain: boolean
}

/** An item of its own: text, proposals, a ballot, the decision, and what is to be done about it. */
export function decide(session: Session, detail: ItemDetail, { text, lines, isMain }: What): void {
  const { desk, board, day, turn } = session
  const { item } = detail
  const { texts } = board.source
  const matter = board.matterOf.get(item.id)
  if (isMain && turn.conflict) disqualify(session, detail)
  const ballot = turnOfItem(session, item.type, isMain)
  const more = [
    ...(isMain && turn.conflict ? [texts.disqualified] : []),
    ...(ballot === 'split' ? [texts.split] : []),
    ...(ballot === 'casting' ? [texts.casting] : []),
    ...(ballot === 'secret' ? [texts.secret] : []),
  ]
  write(desk, detail, [...lines, ...more])
  const responsibleId = board.random.pick(board.ours)
  if (item.type === 'information' || item.type === 'discussion') {
    if (text !== null || item.type === 'information') {
      const carrying = text === null ? {} : { responsibleId, deadline: addDays(day, 45) }
      acclaim(session, item.id, text ?? texts.noted, carrying)
    }
    act(session, item.id, null)
    return
  }
  const voteId = ballotOf(session, detail, ballot)
  const days = matter?.days ?? 0
  const decision = desk.call('decisions.take', {
    itemId: item.id,
    voteId,
    ...(matter?.kind ? { kind: matter.kind } : {}),
    ...(days > 0 ? { responsibleId, deadline: addDays(day, days + 10) } : {}),
  })
  if (ballot === 'split') dissent(session, item.id)
  act(session, item.id, decision.id)
}

type Ballot = 'agreed' | 'split' | 'casting' | 'secret'
function turnOfItem({ turn }: Session, type: ItemDetail['item']['type'], isMain: boolean): Ballot {
  if (type === 'election') return turn.secretElection ? 'secret' : 'agreed'
  if (!isMain) return 'agreed'
  return turn.split ? 'split' : turn.castingVote ? 'casting' : 'agreed'
}

/** Puts the proposals and counts the votes of those who may vote; gives the deciding vote. */
function ballotOf(session: Session, { item }: ItemDetail, ballot: Ballot): string {
  const { desk, board, turn, cast } = session
  const { texts } = board.source
  const roll = rollOf(session)
  const name = (place: number) => roll.find(({ personId }) => personId === cast[place])?.personName ?? ''
  const fill = (text: string, one: number, other: number) =>
    text.replace('{name}', () => name(one)).replace('{other}', () => name(other))
  const matter = board.matterOf.get(item.id)
  const proposal = ballot === 'secret' ? fill(texts.elected, 3, 5) : (matter?.proposal.join('\n') ?? texts.noted)
  const main = desk.call('proposals.add', { itemId: item.id, text: proposal })
  if (ballot === 'agreed') return desk.call('votes.add', { itemId: item.id, kind: 'acclamation', forId: main.id }).id
  const opponent = roll.find(({ personId }) => personId === cast[5])
  const counter = desk.call('proposals.add', {
    itemId: item.id,
    kind: ballot === 'secret' ? 'counter' : 'referralBack',
    text: ballot === 'secret' ? fill(texts.electedInstead, 4, 4) : texts.counter,
    proposerId: opponent?.personId ?? null,
    party: opponent?.party ?? null,
  })
  const put = { itemId: item.id, forId: main.id, againstId: counter.id }
  const { body, items } = desk.call('meetings.open', { id: session.meetingId })
  const { abstainingAllowed } = body
  const voterIds = items.find((one) => one.item.id === item.id)?.voterIds ?? []
  const voters = voterIds.length
  if (ballot === 'casting') {
    const half = Math.floor(voters / 2)
    const abstainCount = abstainingAllowed ? voters - 2 * half : 0
    const even = { forCount: half, againstCount: half, abstainCount, castingVote: true, castFor: 'for' as const }
    return desk.call('votes.add', { ...put, kind: 'showOfHands', ...even }).id
  }
  const against = 2
  const abstainCount = abstainingAllowed ? 1 : 0
  if (ballot === 'split' && turn.named && abstainingAllowed) {
    return desk.call('votes.add', { ...put, kind: 'named', namedVotes: named(voterIds, cast[5]) }).id
  }
  const forCount = voters - against - abstainCount - (turn.miscounted ? 1 : 0)
  const kind = ballot === 'secret' ? 'secret' : 'showOfHands'
  return desk.call('votes.add', { ...put, kind, forCount, againstCount: against, abstainCount }).id
}

/** The opponent and the last other voter are against, one abstains. */
function named(voterIds: readonly string[], opponentId: string | undefined): Vote['namedVotes'] {
  const others = voterIds.filter((personId) => personId !== opponentId)
  return voterIds.map((personId) => {
    const against = personId === opponentId || personId === others.at(-1)
    return { personId, vote: against ? 'against' : personId === others.at(-2) ? 'abstain' : 'for' }
  })
}

function disqualify(session: Session, { item }: ItemDetail): void {
  const { desk, board, cast } = session
  const personId = cast[4]
  if (personId === undefined) return
  desk.call('disqualifications.add', {
    itemId: item.id,
    personId,
    ground: 'representsAParty',
    explanation: board.source.texts.conflict,
    outcome: 'disqualified',
    replacedById: session.spareId,
  })
}

function dissent(session: Session, itemId: string): void {
  const { desk, board, cast } = session
  const row = rollOf(session).find(({ personId }) => personId === cast[5])
  if (!row) return
  const { personId, party } = row
  desk.call('statements.add', { itemId, kind: 'dissent', personId, party, text: board.source.texts.dissent })
}

function act({ desk, board, day }: Session, itemId: string, decisionId: string | null): void {
  const matter = board.matterOf.get(itemId)
  if (!matter?.action) return
  desk.call('actions.add', {
    title: matter.action,
    originItemId: itemId,
    originDecisionId: decisionId,
    ownerId: board.random.pick(board.random.chance(0.7) ? board.ours : board.personIds.slice(0, 5)),
    dueOn: addDays(day, Math.max(7, matter.days)),
    priority: board.random.pick(['normal', 'normal', 'high', 'low']),
  })
}
