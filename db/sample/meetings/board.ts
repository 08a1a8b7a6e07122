import type { BodyMember } from '#shared/domain/records/body.ts'
import { foldQuery } from '#shared/domain/search-text.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import type { Foundation } from '../foundation.ts'
import type { Random } from '../random.ts'
import type { Desk } from './desk.ts'
import type { Matter, MeetingMember, MeetingSource } from './source.ts'

/** A body at work: what its meetings refer to and what they have used up. Ids come as the records are made. */
export interface Board {
  readonly source: MeetingSource
  readonly random: Random
  readonly language: Language
  readonly bodyId: string
  readonly matters: readonly Matter[]
  /** The first body treats three decisions a meeting and closes with letters and other business; the smaller one is brief. */
  readonly brief: boolean
  readonly ours: readonly string[]
  /** Persons by their place in the source's list of members. */
  readonly personIds: string[]
  /** Day → meeting. */
  readonly meetingIds: Map<Day, string>
  /** Agenda item → what it was made of. */
  readonly matterOf: Map<string, Matter>
  /** Meeting → its voting members but the chair, in the order in which things befall them. */
  readonly casts: Map<string, readonly string[]>
  /** Title → how often it was on an agenda. */
  readonly titles: Map<string, number>
  nextMatter: number
  nextCase: number
}

export function aBoard(
  given: Pick<Board, 'source' | 'random' | 'language' | 'bodyId' | 'matters' | 'brief' | 'ours' | 'personIds'>,
): Board {
  return {
    ...given,
    meetingIds: new Map(),
    matterOf: new Map(),
    casts: new Map(),
    titles: new Map(),
    nextMatter: 0,
    nextCase: 1,
  }
}

/** The bodies get their secretary, members and agenda templates; `firstTermEnds` is the last day of a seat that somebody else takes over. */
export function found(
  desk: Desk,
  {
    board,
    second,
    people,
    from,
    firstTermEnds,
    nextTerm,
  }: {
    readonly board: Board
    readonly second: Board
    readonly people: Foundation
    readonly from: Day
    readonly firstTermEnds: Day
    readonly nextTerm: Day
  },
): void {
  const { source } = board
  const partners = desk.call('partners.list', {})
  const secretaryId = people.ours[0] ?? null
  const personal = source.members.some(({ deputyFor }) => deputyFor !== null)
  desk.call('bodies.revise', {
    id: board.bodyId,
    changes: { secretaryId, deputyOrder: personal ? 'personal' : 'inTurn' },
  })
  desk.call('bodies.revise', { id: second.bodyId, changes: { secretaryId } })
  const person = ({ person: [givenName, familyName, roleTitle], partner }: MeetingMember) =>
    desk.call('persons.add', {
      givenName,
      familyName,
      roleTitle,
      organisationId: partners.find(({ name }) => name === partner)?.id ?? null,
      email: `${foldQuery(givenName).join('.')}.${foldQuery(familyName).join('')}@styret.example`,
      language: board.language,
      collectedOn: from,
    }).id
  const seat = (bodyId: string, personId: string, role: BodyMember['role'], term: Partial<BodyMember>) =>
    desk.call('bodyMembers.add', { bodyId, personId, role, termFrom: from, ...term })
  source.members.forEach((member, place) => {
    // A term that is over, and the seat's next holder after it.
    const succeeds = place === source.former.before
    if (succeeds) {
      const { role, party } = source.former
      seat(board.bodyId, person(source.former), role, { party, termTo: firstTermEnds })
    }
    const id = person(member)
    board.personIds.push(id)
    seat(board.bodyId, id, member.role, {
      party: member.party,
      deputyForId: member.deputyFor === null ? null : (board.personIds[member.deputyFor] ?? null),
      ...(succeeds ? { termFrom: nextTerm } : {}),
    })
  })
  for (const [place, role] of source.second.members) {
    seat(second.bodyId, board.personIds[place] ?? '', role, { party: source.members[place]?.party ?? null })
  }
  const template = (bodyId: string, { name, rows }: MeetingSource['template'], standing: boolean) =>
    desk.call('agendaTemplates.add', {
      bodyId,
      name,
      standing,
      rows: rows.map(([type, title, minutesPlanned]) => ({ type, title, minutesPlanned })),
    })
  template(board.bodyId, source.standing, true)
  template(board.bodyId, source.template, false)
  template(second.bodyId, source.second.standing, true)
  for (const [language, name, text] of source.phrases) desk.call('phrases.add', { language, name, text })
}
