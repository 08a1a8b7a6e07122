import { describe, expect, it } from 'vitest'
import { formatNumber, isNumbered, numbersFor, numberYearOf, seriesOf } from '#shared/domain/numbering.ts'
import { itemTypes } from '#shared/domain/records/agenda-item.ts'
import { numberings } from '#shared/domain/records/body.ts'
import fc from '#test/random.ts'

const body = { id: 'body', numbering: 'perYear', numberPrefix: 'Sak', numberForm: 'numberSlashYear' } as const

describe('a number', () => {
  it.each([
    ['Sak', 'numberSlashYear', 12, 2026, 'Sak 12/26'],
    ['§', 'number', 34, 2026, '§ 34'],
    [null, 'yearSlashNumber', 12, 2026, '2026/12'],
    ['PS', 'numberSlashYear', 100, 2005, 'PS 100/05'],
  ] as const)('is written with prefix %s as %s', (numberPrefix, numberForm, number, year, written) => {
    expect(formatNumber({ numberPrefix, numberForm }, number, year)).toBe(written)
  })

  it('belongs to the year, the meeting or the body', () => {
    const meeting = { id: 'meeting', startsOn: '2026-12-31' }
    expect(numberings.map((numbering) => seriesOf({ id: 'body', numbering }, meeting))).toEqual([
      'body:2026',
      'meeting',
      'body',
    ])
  })

  it('is given to every type but headings and breaks', () => {
    expect(itemTypes.filter((type) => !isNumbered(type))).toEqual(['break', 'heading'])
  })
})

/** A body's meetings as a model: what the database keeps, without the database. */
interface Item {
  id: string
  position: number
  type: (typeof itemTypes)[number]
  number: number | null
  series: string | null
}
interface Held {
  id: string
  startsOn: string
  status: 'planned' | 'held' | 'cancelled'
  items: Item[]
}
const steps = fc.array(
  fc.record({
    does: fc.constantFrom('plan', 'add', 'remove', 'close', 'cancel', 'reopen'),
    which: fc.nat(20),
    type: fc.constantFrom(...itemTypes),
    year: fc.constantFrom(2025, 2026),
  }),
  { maxLength: 60 },
)

describe('numbers given at closing', () => {
  it.each(numberings)('have no gaps and no repeats under any order of steps, numbered %s', (numbering) => {
    const rules = { ...body, numbering }
    fc.assert(
      fc.property(steps, (taken) => {
        const meetings: Held[] = []
        const last = new Map<string, number>()
        const given: { id: string; number: number; series: string }[] = []
        let ids = 0
        for (const { does, which, type, year } of taken) {
          const meeting = meetings[which % Math.max(1, meetings.length)]
          if (does === 'plan') {
            meetings.push({ id: `m${meetings.length}`, startsOn: `${year}-03-01`, status: 'planned', items: [] })
          } else if (!meeting) continue
          else if (does === 'add' && meeting.status !== 'cancelled') {
            ids += 1
            meeting.items.push({ id: `i${ids}`, position: meeting.items.length, type, number: null, series: null })
          } else if (does === 'remove') {
            meeting.items = meeting.items.filter(({ number }, index) => number !== null || index !== which)
          } else if (does === 'cancel' && meeting.status === 'planned') meeting.status = 'cancelled'
          else if (does === 'close' && meeting.status === 'planned') number(meeting)
          // Opening again takes no number back; what was added since gets one when the minutes are sent anew.
          else if (does === 'reopen' && meeting.status === 'held') number(meeting)
        }
        function number(meeting: Held): void {
          const series = seriesOf(rules, meeting)
          for (const one of numbersFor(rules, meeting, meeting.items, last.get(series) ?? 0)) {
            const item = meeting.items.find(({ id }) => id === one.itemId)
            if (!item || item.number !== null) throw new Error('numbered twice')
            item.number = one.number
            item.series = one.numberSeries
            last.set(series, one.number)
            given.push({ id: one.itemId, number: one.number, series: one.numberSeries })
            expect(one.numberYear).toBe(numberYearOf(meeting))
          }
          meeting.status = 'held'
        }
        for (const [series, highest] of last) {
          const numbers = given.filter((one) => one.series === series).map((one) => one.number)
          expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: highest }, (_, index) => index + 1))
        }
        for (const meeting of meetings) {
          if (meeting.status === 'cancelled') expect(meeting.items.every((item) => item.number === null)).toBe(true)
          for (const item of meeting.items) if (!isNumbered(item.type)) expect(item.number).toBeNull()
        }
      }),
    )
  })

  it('follow the agenda, whatever order the items are read in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const items = order.map((position) => ({
          id: `i${position}`,
          position,
          type: 'decision' as const,
          number: null,
        }))
        const numbers = numbersFor(body, { id: 'm', startsOn: '2026-01-01' }, items, 7)
        expect(numbers.map(({ itemId, number }) => [itemId, number])).toEqual([
          ['i0', 8],
          ['i1', 9],
          ['i2', 10],
          ['i3', 11],
          ['i4', 12],
        ])
      }),
    )
  })
})
