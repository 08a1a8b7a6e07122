/** What goes wrong at a meeting, and the sentence the secretary reads then, in the three languages. That nothing is written is checked for every row. */
import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import { sql } from '#db/store.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { languages } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

interface Fault {
  readonly what: string
  /** Everything up to the fault; gives the call that must fail. */
  readonly set: (desk: MeetingDesk) => Promise<() => Promise<Problem>>
  readonly nb: string
  readonly sv: string
  readonly en: string
}

async function opened(desk: MeetingDesk) {
  const { id } = await desk.aMeeting()
  const item = await desk.anItem(id)
  await desk.call('meetings.start', { id, openedAt: '09:00' })
  await desk.callRoll(id)
  return { id, item }
}

const faults: readonly Fault[] = [
  {
    what: 'a person on the roll twice',
    set: async (desk) => {
      const { id } = await opened(desk)
      const given = { meetingId: id, personId: desk.memberIds[0] ?? '', role: 'guest' as const }
      return () => desk.problemOf('attendances.add', given)
    },
    nb: 'Personen står alt på møtelisten. Endre den raden i stedet.',
    sv: 'Personen finns redan på närvarolistan. Ändra den raden i stället.',
    en: 'The person is on the roll already. Change that row instead.',
  },
  {
    what: 'a deputy for somebody present',
    set: async (desk) => {
      const { id } = await opened(desk)
      const given = { meetingId: id, replacesId: desk.memberIds[0] ?? '', personId: null }
      return () => desk.problemOf('attendances.callDeputy', given)
    },
    nb: 'Anne Ek er til stede i samme tid. Før forfall, eller når en av dem kom eller gikk.',
    sv: 'Anne Ek är närvarande under samma tid. För in förhinder, eller när någon av dem kom eller gick.',
    en: 'Anne Ek is present at the same time. Record the absence, or when one of them came or left.',
  },
  {
    what: 'closing with an item undecided',
    set: async (desk) => {
      const { id } = await opened(desk)
      return () => desk.problemOf('meetings.close', { id, adjournedAt: '11:00' })
    },
    nb: '«Budsjett 2027» er ikke avgjort. Fatt et vedtak, utsett saken, eller trekk den.',
    sv: '”Budsjett 2027” är inte avgjort. Fatta ett beslut, bordlägg ärendet eller dra tillbaka det.',
    en: '“Budsjett 2027” is not decided. Take a decision, postpone the item, or withdraw it.',
  },
  {
    what: 'closing with more votes than voters',
    set: async (desk) => {
      const { id, item } = await opened(desk)
      await desk.call('votes.add', {
        itemId: item.id,
        kind: 'showOfHands',
        forCount: 4,
        againstCount: 0,
        abstainCount: 0,
      })
      await desk.decide(item.id)
      await desk.callRoll(id, { [desk.memberIds[0] ?? '']: 'absent' })
      return () => desk.problemOf('meetings.close', { id, adjournedAt: '11:00' })
    },
    nb: 'I «Budsjett 2027» er det talt 4 stemmer, men 3 kunne stemme. Rett stemmene, oppropet eller klokkeslettene.',
    sv: 'I ”Budsjett 2027” har 4 röster räknats, men 3 fick rösta. Rätta rösterna, uppropet eller klockslagen.',
    en: 'In “Budsjett 2027” 4 votes were counted, but 3 could vote. Correct the votes, the roll or the times.',
  },
  {
    what: 'closing with somebody not called',
    set: async (desk) => {
      const { id } = await desk.aMeeting()
      await desk.call('meetings.start', { id, openedAt: '09:00' })
      return () => desk.problemOf('meetings.close', { id, adjournedAt: '11:00' })
    },
    nb: '5 mangler i oppropet (Kari Berg, Anne Ek, Bjørn Ek …). Før frammøte eller forfall.',
    sv: '5 saknas i uppropet (Kari Berg, Anne Ek, Bjørn Ek …). För in närvaro eller förhinder.',
    en: '5 are missing from the roll call (Kari Berg, Anne Ek, Bjørn Ek …). Record attendance or absence.',
  },
  {
    what: 'closing in a second window',
    set: async (desk) => {
      const { meetingId } = await desk.aHeldMeeting()
      return () => desk.problemOf('meetings.close', { id: meetingId, adjournedAt: '11:30' })
    },
    nb: 'Møtet er alt avsluttet, og sakene har fått numre. Åpne møtet på nytt for å se dem.',
    sv: 'Sammanträdet är redan avslutat, och ärendena har fått sina nummer. Öppna sammanträdet på nytt för att se dem.',
    en: 'The meeting is closed already, and its items have their numbers. Open the meeting again to see them.',
  },
  {
    what: 'approving where nobody with a vote was there',
    set: async (desk) => {
      const { id, item } = await opened(desk)
      await desk.decide(item.id)
      await desk.call('meetings.revise', { id, changes: { chairId: desk.secretaryId } })
      await desk.callRoll(id, Object.fromEntries([desk.chairId, ...desk.memberIds].map((one) => [one, 'absent'])))
      await desk.call('meetings.close', { id, adjournedAt: '11:00' })
      await desk.call('minutes.sendToReview', { meetingId: id, language: 'nb' })
      return async () =>
        desk.problemOf('minutes.approve', await desk.approval({ meetingId: id, approvedOn: '2026-09-12' }))
    },
    nb: 'Ingen med stemmerett var til stede, så møtet har ikke vedtatt noe som kan godkjennes. Åpne protokollen igjen, og rett oppropet.',
    sv: 'Ingen med rösträtt var närvarande, så sammanträdet har inte beslutat något som kan justeras. Öppna protokollet igen och rätta uppropet.',
    en: 'Nobody with a vote was present, so the meeting decided nothing that can be approved. Open the minutes again, and correct the roll.',
  },
  {
    what: 'writing in a meeting whose minutes are in review',
    set: async (desk) => {
      const { meetingId } = await desk.inReview()
      return () => desk.problemOf('meetings.revise', { id: meetingId, changes: { place: 'Rådhuset' } })
    },
    nb: 'Protokollen er til godkjenning eller godkjent, så ingenting i møtet kan endres. Åpne protokollen igjen med en begrunnelse, eller rett med et nytt vedtak.',
    sv: 'Protokollet är under justering eller justerat, så inget i sammanträdet kan ändras. Öppna protokollet igen med en motivering, eller rätta med ett nytt beslut.',
    en: 'The minutes are in review or approved, so nothing in the meeting can be changed. Open the minutes again with a reason, or correct with a new decision.',
  },
]

describe('at a meeting', () => {
  it.each(faults)('$what is refused with the fact and the way out', async ({ set, ...sentences }) => {
    const desk = await aMeetingDesk()
    const fail = await set(desk)
    const store = desk.backend.workspaces.store()
    const changes = () => sql(store, 'SELECT count(*) FROM changes').pluck().get()
    const before = changes()
    const problem = await fail()
    const [field] = Object.values(problem.fields ?? {})
    for (const language of languages) {
      expect(messageText(translator(language), field ?? problem)).toBe(sentences[language])
    }
    expect(changes()).toBe(before)
    expect(compareWithLog(store.db)).toEqual([])
  })
})
