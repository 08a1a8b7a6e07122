/**
 * `node large-meeting.ts FILE`: adds one closed meeting of many items and people to a sample, through the operations, as a
 * secretary would hold it. A body of its own, so that the rows about the sample's bodies measure what they did before.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Backend, createBackend, noPorts } from '#db/backend.ts'
import { createClient } from '#shared/contract/client.ts'
import { type LargeMeeting, largeMeeting } from './large-meeting-size.ts'
import { writtenText } from './written-text.ts'

const startsOn = '2026-10-15'
type Call = ReturnType<typeof createClient>['call']

const [file = ''] = process.argv.slice(2)
const home = mkdtempSync(join(tmpdir(), 'fyr-bench-'))
const backend = createBackend({
  home,
  host: 'direct',
  version: 'bench',
  can: { openFiles: false, revealFiles: false },
  ports: noPorts,
  // After the day that the sample ends on, whatever the machine's clock says.
  clock: { now: () => '2026-11-22T20:00:00.000Z' },
})
try {
  await make(backend, largeMeeting)
} finally {
  await backend.close()
  rmSync(home, { recursive: true, force: true })
}

async function make({ workspaces, dispatch, onChanged }: Backend, size: LargeMeeting): Promise<void> {
  workspaces.open(file)
  const { call } = createClient({ call: dispatch, onChanged })
  const { meetingId, voterIds } = await callTogether(call, size)
  const itemIds = await putAgenda(call, meetingId, size)
  await call('meetings.start', { id: meetingId, openedAt: '09:00' })
  const { attendances } = await call('meetings.open', { id: meetingId })
  const answers = attendances.map(({ id }) => ({ id, status: 'present' as const }))
  await call('attendances.call', { meetingId, answers })
  for (const [at, id] of itemIds.entries()) {
    if (isDecided(at)) await decide(call, { id, at }, voterIds)
    else await call('agendaItems.settle', { id, status: 'treated' })
  }
  await call('meetings.close', { id: meetingId, adjournedAt: '16:00' })
  const { items, meeting } = await call('meetings.open', { id: meetingId })
  if (items.length !== size.items || attendances.length !== size.people || meeting.status !== 'held') {
    throw new Error(`${items.length} items and ${attendances.length} people, ${meeting.status}`)
  }
}

/** A third of the items. */
function isDecided(at: number): boolean {
  return at % 3 === 0
}

/** A body whose members, the secretary among the people but without a vote, are called to one meeting. */
async function callTogether(call: Call, { bodyName, people }: LargeMeeting) {
  const aPerson = async (at: number) =>
    (await call('persons.add', { givenName: `Person ${at}`, familyName: 'Storsal' })).id
  const secretaryId = await aPerson(0)
  const { id: bodyId } = await call('bodies.add', {
    name: bodyName,
    kind: 'council',
    secretaryId,
    activeFrom: '2020-01-01',
  })
  const voterIds: string[] = []
  for (let at = 1; at < people; at++) {
    const personId = await aPerson(at)
    const role = at === 1 ? 'chair' : 'member'
    await call('bodyMembers.add', { bodyId, personId, role, termFrom: '2020-01-01' })
    voterIds.push(personId)
  }
  const { id: meetingId } = await call('meetings.plan', { bodyId, startsOn, startsAt: '09:00', place: 'Storsalen' })
  return { meetingId, voterIds }
}

async function putAgenda(call: Call, meetingId: string, { items }: LargeMeeting): Promise<string[]> {
  const { body, items: standing } = await call('meetings.open', { id: meetingId })
  for (const { item } of standing) await call('agendaItems.remove', { id: item.id })
  const ids: string[] = []
  for (let at = 0; at < items; at++) {
    const decided = isDecided(at)
    const { id } = await call('agendaItems.add', {
      bodyId: body.id,
      meetingId,
      type: decided ? 'decision' : at % 3 === 1 ? 'information' : 'discussion',
      title: `Storsak ${at + 1}: utvikling av næringsområdet`,
      minutesPlanned: 10,
      minutesText: writtenText(at),
      // Half of them come with a case paper.
      ...(at % 2 === 0 ? { background: writtenText(1000 + at) } : {}),
    })
    ids.push(id)
  }
  return ids
}

/** Two proposals against each other, a ballot, the decision, and a dissent. Every third ballot is by name. */
async function decide(
  call: Call,
  { id: itemId, at }: { id: string; at: number },
  voterIds: readonly string[],
): Promise<void> {
  const [, proposer = null, opponent = null] = voterIds
  const text = 'Styret vedtar planen med den foreslåtte rammen.'
  const counter = 'Styret utsetter planen til rammen er avklart.'
  const { id: forId } = await call('proposals.add', { itemId, text, proposerId: proposer })
  const { id: againstId } = await call('proposals.add', { itemId, text: counter, proposerId: opponent })
  const against = 2 + (at % 7)
  const isNamed = at % 9 === 0
  const names = voterIds.map((personId, index) => ({
    personId,
    vote: index >= 2 && index < 2 + against ? ('against' as const) : ('for' as const),
  }))
  const { id: voteId } = await call('votes.add', {
    itemId,
    subject: 'Forslag mot motforslag',
    forId,
    againstId,
    ...(isNamed
      ? { kind: 'named', namedVotes: names }
      : { kind: 'showOfHands', forCount: voterIds.length - against, againstCount: against }),
  })
  await call('decisions.take', { itemId, text, voteId, proposalId: forId })
  await call('statements.add', {
    itemId,
    kind: 'dissent',
    personId: opponent,
    text: 'Rammen er ikke avklart, og saken burde vært utsatt.',
    deliveredOn: startsOn,
  })
}
