/** A body with people, and its meetings, through the operations of a test backend. */
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import type { Attendance } from '#shared/domain/records/meeting.ts'
import { aBackend, type TestBackend } from './a-backend.ts'

type Fields<N extends 'bodies.add' | 'meetings.plan' | 'agendaItems.add'> = Partial<InputOf<N>>

export interface MeetingDesk extends TestBackend {
  readonly bodyId: string
  /** Kari Berg, who sits here, chairs. */
  readonly chairId: string
  readonly secretaryId: string
  readonly memberIds: readonly string[]
  readonly deputyIds: readonly string[]
  aPerson(givenName: string, familyName?: string): Promise<string>
  aMeeting(given?: Fields<'meetings.plan'>): Promise<OutputOf<'meetings.plan'>>
  anItem(meetingId: string | null, given?: Fields<'agendaItems.add'>): Promise<OutputOf<'agendaItems.add'>>
  open(id: string): Promise<OutputOf<'meetings.open'>>
  rowOf(meetingId: string, personId: string): Promise<Attendance>
  /** Everybody who is called is present, but those named. */
  callRoll(meetingId: string, away?: Readonly<Record<string, Attendance['status']>>): Promise<void>
  /** What `minutes.approve` is given, for the newest version of the minutes. */
  approval<T extends { readonly meetingId: string }>(given: T): Promise<T & { minutesId: string }>
  decide(itemId: string, text?: string): Promise<OutputOf<'decisions.take'>>
  /** A meeting with one decided item, held and closed. */
  aHeldMeeting(given?: Fields<'meetings.plan'>): Promise<{ meetingId: string; itemId: string }>
  /** The same, with its minutes in review and everybody's verdict still to come. */
  inReview(given?: Fields<'meetings.plan'>): Promise<{ meetingId: string; itemId: string; minutesId: string }>
}

/** A board with a chair, three members, two deputies in turn and a secretary; `body` puts other rules over the preset. */
export async function aMeetingDesk(
  given: { country?: 'NO' | 'SE'; body?: Fields<'bodies.add'>; ports?: Parameters<typeof aBackend>[0] } = {},
): Promise<MeetingDesk> {
  const desk = await aBackend({ ...given.ports, country: given.country ?? 'NO' })
  const aPerson = async (givenName: string, familyName = 'Ek') =>
    (await desk.call('persons.add', { givenName, familyName })).id
  const secretaryId = await aPerson('Siri', 'Lund')
  const body = await desk.call('bodies.add', {
    name: 'Styret',
    kind: 'board',
    secretaryId,
    activeFrom: '2020-01-01',
    ...given.body,
  })
  const memberIds: string[] = []
  const deputyIds: string[] = []
  const seat = (personId: string, role: 'chair' | 'member' | 'deputy') =>
    desk.call('bodyMembers.add', { bodyId: body.id, personId, role, termFrom: '2020-01-01' })
  await seat(desk.me, 'chair')
  for (const name of ['Anne', 'Bjørn', 'Carl']) memberIds.push(await aPerson(name))
  for (const id of memberIds) await seat(id, 'member')
  for (const name of ['Dag', 'Eva']) deputyIds.push(await aPerson(name, 'Vara'))
  for (const id of deputyIds) await seat(id, 'deputy')
  const self: MeetingDesk = {
    ...desk,
    bodyId: body.id,
    chairId: desk.me,
    secretaryId,
    memberIds,
    deputyIds,
    aPerson,
    aMeeting: (fields = {}) =>
      desk.call('meetings.plan', { bodyId: body.id, startsOn: '2026-09-10', startsAt: '09:00', ...fields }),
    anItem: (meetingId, fields = {}) =>
      desk.call('agendaItems.add', { bodyId: body.id, type: 'decision', title: 'Budsjett 2027', ...fields, meetingId }),
    open: (id) => desk.call('meetings.open', { id }),
    async rowOf(meetingId, personId) {
      const row = (await self.open(meetingId)).attendances.find((one) => one.personId === personId)
      if (!row) throw new Error('not on the roll')
      return row
    },
    async callRoll(meetingId, away = {}) {
      const { attendances } = await self.open(meetingId)
      const answers = attendances.map(({ id, personId }) => ({ id, status: away[personId] ?? ('present' as const) }))
      await desk.call('attendances.call', { meetingId, answers })
    },
    async approval(given) {
      const newest = (await self.open(given.meetingId)).minutes.at(-1)
      return { ...given, minutesId: newest?.id ?? given.meetingId }
    },
    decide: (itemId, text = 'Budsjettet vedtas.') => desk.call('decisions.take', { itemId, text }),
    async aHeldMeeting(fields = {}) {
      const { id: meetingId } = await self.aMeeting(fields)
      const { id: itemId } = await self.anItem(meetingId)
      await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
      await self.callRoll(meetingId)
      await self.decide(itemId)
      await desk.call('meetings.close', { id: meetingId, adjournedAt: '11:00' })
      return { meetingId, itemId }
    },
    async inReview(fields = {}) {
      const held = await self.aHeldMeeting(fields)
      const minutes = await desk.call('minutes.sendToReview', { meetingId: held.meetingId, language: 'nb' })
      return { ...held, minutesId: minutes.id }
    },
  }
  return self
}
