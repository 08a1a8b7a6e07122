/** A meeting in session with an item that has one of everything, and an input for each operation on them that it takes as it is. */
import type { OperationName } from '#shared/contract/dispatcher.ts'
import type { TestBackend } from './a-backend.ts'

export interface TreatedItem {
  /** An id of each kind of record, by the area of its operations. */
  readonly ids: Readonly<Record<string, string>>
  readonly good: Partial<Record<OperationName, unknown>>
}

export async function aTreatedItem(desk: TestBackend, bodyId: string): Promise<TreatedItem> {
  const { me } = desk
  const meeting = await desk.call('meetings.plan', { bodyId, startsOn: '2026-09-10', startsAt: '09:00' })
  const meetingId = meeting.id
  const { attendances } = await desk.call('meetings.open', { id: meetingId })
  const mine = attendances.find(({ personId }) => personId === me)
  const attendance =
    mine ?? (await desk.call('attendances.add', { meetingId, personId: me, role: 'member', status: 'present' }))
  if (mine) await desk.call('attendances.revise', { id: mine.id, changes: { status: 'present' } })
  await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
  const fields = { bodyId, meetingId, type: 'decision' as const, title: 'Budsjett' }
  const item = await desk.call('agendaItems.add', fields)
  const itemId = item.id
  const other = await desk.call('agendaItems.add', { ...fields, meetingId: null, title: 'I kø' })
  const proposal = await desk.call('proposals.add', { itemId, text: 'Budsjettet vedtas.' })
  const vote = await desk.call('votes.add', { itemId, kind: 'acclamation', forId: proposal.id })
  const decision = await desk.call('decisions.take', { itemId, voteId: vote.id })
  const statement = await desk.call('statements.add', { itemId, kind: 'dissent', party: 'Venstre', text: 'Imot' })
  const action = await desk.call('actions.add', {
    title: 'Sende',
    ownerId: me,
    dueOn: '2026-10-01',
    originItemId: itemId,
  })
  const rows = [{ type: 'opening' as const, title: 'Åpning', minutesPlanned: 5 }]
  const template = await desk.call('agendaTemplates.add', { name: 'Fast', rows })
  const phrase = await desk.call('phrases.add', { name: 'Enstemmig', text: 'Enstemmig vedtatt.', language: 'nb' })
  const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Sagt' }] }] }
  return {
    ids: {
      meetings: meetingId,
      attendances: attendance.id,
      agendaItems: itemId,
      proposals: proposal.id,
      votes: vote.id,
      decisions: decision.id,
      statements: statement.id,
      actions: action.id,
      agendaTemplates: template.id,
      phrases: phrase.id,
    },
    good: {
      'meetings.plan': { bodyId, startsOn: '2026-11-10', startsAt: '09:00' },
      'attendances.add': { meetingId, personId: me, role: 'guest' },
      'agendaItems.add': fields,
      'agendaItems.write': { id: itemId, field: 'background', content, basedOn: item.createdStamp },
      'agendaItems.move': { id: other.id, meetingId, position: 0 },
      'agendaItems.carryOver': { meetingId, itemIds: [itemId] },
      'agendaItems.escalate': { from: { entity: 'actions', id: action.id }, bodyId, meetingId, title: 'Sak' },
      'agendaItems.clock': { id: itemId, at: '09:10', does: 'start' },
      'agendaItems.settle': { id: itemId, status: 'treated' },
      'disqualifications.add': { itemId, personId: me, ground: 'closeRelation' },
      'proposals.add': { itemId, text: 'Nei' },
      'votes.add': { itemId, kind: 'showOfHands', forCount: 1, againstCount: 0 },
      'statements.add': { itemId, kind: 'dissent', personId: me, text: 'Imot' },
      'decisions.take': { itemId, text: 'Vedtas.' },
      'decisions.addExternal': { externalBody: 'Bystyret', decidedOn: '2026-09-01', text: 'Selges.' },
      'decisions.report': { id: decision.id, status: 'done', doneOn: '2026-09-11', result: 'Sendt' },
      'actions.add': { title: 'Ringe', ownerId: me, dueOn: '2026-10-01' },
      'actions.report': { id: action.id, status: 'done', doneOn: '2026-09-11', result: 'Sendt' },
      'agendaTemplates.add': { name: 'Ny', rows },
      'phrases.add': { name: 'Ny', text: 'Tatt til orientering.', language: 'nb' },
    },
  }
}
