import { describe, expect, it } from 'vitest'
import { instantOf, renderMeetingIcs } from '#shared/documents/meeting-ics.ts'
import type { MeetingPaper } from '#shared/documents/meeting-paper.ts'
import { secretWords } from './a-meeting-paper.ts'
import { aNorwegianBoard } from './a-norwegian-board.ts'
import { aSwedishCouncil } from './a-swedish-council.ts'

/** The lines of a calendar entry, folded ones joined. */
const linesOf = (ics: string) => ics.replace(/\r\n[ \t]/g, '').split('\r\n')
const board = (meeting: Partial<NonNullable<MeetingPaper['meeting']>> = {}, parts: Partial<MeetingPaper> = {}) => {
  const paper = aNorwegianBoard({ kind: 'notice', language: 'nb', ...parts })
  if (paper.meeting === null) throw new Error('the board meets')
  return { ...paper, meeting: { ...paper.meeting, ...meeting } }
}
const times = (paper: MeetingPaper) => linesOf(renderMeetingIcs(paper)).filter((line) => /^DT(START|END)/.test(line))

describe('the times of a calendar entry', () => {
  it.each([
    ['2026-03-28', '09:00', '20260328T080000Z'],
    ['2026-03-29', '09:00', '20260329T070000Z'],
    ['2026-10-24', '09:00', '20261024T070000Z'],
    ['2026-10-25', '09:00', '20261025T080000Z'],
  ])('on %s at %s are %s in UTC', (startsOn, startsAt, utc) => {
    expect(times(board({ startsOn, startsAt, endsAt: '12:00' }))[0]).toBe(`DTSTART:${utc}`)
  })
  it('of a night over the change of clocks last as long as they do', () => {
    expect(times(board({ startsOn: '2026-10-24', startsAt: '22:00', endsOn: '2026-10-25', endsAt: '04:00' }))).toEqual([
      'DTSTART:20261024T200000Z',
      'DTEND:20261025T030000Z',
    ])
  })
  it('in the hour that comes twice are the first, in the hour that is skipped as much later', () => {
    expect(instantOf('2026-10-25', '02:30', 'Europe/Stockholm').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf('2026-03-29', '02:30', 'Europe/Oslo').toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })
  it('without an end follow the planned minutes, and say that the end is not set', () => {
    const paper = board({ endsAt: null })
    expect(times(paper)).toEqual(['DTSTART:20260312T080000Z', 'DTEND:20260312T103500Z'])
    expect(renderMeetingIcs(paper)).toContain('Sluttid er ikke satt.')
    expect(times({ ...paper, items: [] })[1]).toBe('DTEND:20260312T090000Z')
  })
})

describe('a calendar entry', () => {
  it('tells body, place, organiser and agenda, and names nobody else', () => {
    const lines = linesOf(renderMeetingIcs(aSwedishCouncil({ kind: 'notice', language: 'sv' })))
    expect(lines).toContain('SUMMARY:Kommunfullmäktige\\, sammanträde 4/2026')
    expect(lines).toContain('LOCATION:Stadshuset\\, Dalbo')
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toBe(
      'ORGANIZER;CN="Maria Blom":mailto:maria.blom@dalbo.example',
    )
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toContain('§ 36 Näringslivsstrategi 2026–2030')
    expect(lines.join('\n')).not.toMatch(/ATTENDEE|Hans Nyberg/)
  })
  it('keeps its UID when the meeting moves, with a higher sequence', () => {
    const uid = (ics: string) => linesOf(ics).find((line) => line.startsWith('UID'))
    const sequence = (ics: string) =>
      Number(
        linesOf(ics)
          .find((line) => line.startsWith('SEQUENCE'))
          ?.slice(9),
      )
    const before = renderMeetingIcs(board())
    const after = renderMeetingIcs(
      board({ startsOn: '2026-03-19', number: null }, { dataAsOf: '2026-03-13T09:00:00.000Z' }),
    )
    expect(uid(after)).toBe(uid(before))
    expect(sequence(after)).toBeGreaterThan(sequence(before))
    expect(sequence(after)).toBeLessThan(2 ** 31)
  })
  it('of a cancelled meeting takes it out of the calendar', () => {
    const lines = linesOf(renderMeetingIcs(board({ status: 'cancelled' })))
    expect(lines).toContain('METHOD:CANCEL')
    expect(lines).toContain('STATUS:CANCELLED')
  })
  it('is the same text for the same paper, stamped with the time of the data', () => {
    expect(renderMeetingIcs(board())).toBe(renderMeetingIcs(board()))
    expect(linesOf(renderMeetingIcs(board()))).toContain('DTSTAMP:20260312T140500Z')
  })
  it('of a redacted paper holds nothing of a withheld item but its number and ground', () => {
    const ics = linesOf(renderMeetingIcs(board({}, { redacted: true }))).join('\n')
    for (const word of secretWords) expect(ics).not.toContain(word)
    expect(ics).toContain('Sak 15/26 Unntatt offentlighet')
  })
})
