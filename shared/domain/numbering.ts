/**
 * Case numbers and meeting numbers (records.md 3.21; practice.md 6.1, "Number form"): given when a meeting is closed, in the
 * order of the agenda, without gaps, and never given again.
 */
import { type AgendaItem, type ItemType, unnumberedTypes } from './records/agenda-item.ts'
import type { Body } from './records/body.ts'
import type { Meeting } from './records/meeting.ts'

/** False for headings and breaks. */
export function isNumbered(type: ItemType): boolean {
  return !(unnumberedTypes as readonly string[]).includes(type)
}

/** The year that a meeting's numbers belong to: that of the day it begins. */
export function numberYearOf(meeting: Pick<Meeting, 'startsOn'>): number {
  return Number(meeting.startsOn.slice(0, 4))
}

/** The counter that an item's number is drawn from. (series, number) is unique for ever. */
export function seriesOf(body: Pick<Body, 'id' | 'numbering'>, meeting: Pick<Meeting, 'id' | 'startsOn'>): string {
  switch (body.numbering) {
    case 'perYear':
      return `${body.id}:${numberYearOf(meeting)}`
    case 'perMeeting':
      return meeting.id
    case 'continuous':
      return body.id
  }
}

/** A number as the body writes it: "Sak 12/26", "§ 34", "2026/12". */
export function formatNumber(body: Pick<Body, 'numberPrefix' | 'numberForm'>, number: number, year: number): string {
  const bare = {
    number: String(number),
    numberSlashYear: `${number}/${String(year % 100).padStart(2, '0')}`,
    yearSlashNumber: `${year}/${number}`,
  }[body.numberForm]
  return body.numberPrefix === null ? bare : `${body.numberPrefix} ${bare}`
}

export interface GivenNumber {
  readonly itemId: string
  readonly number: number
  readonly numberYear: number
  readonly numberText: string
  readonly numberSeries: string
}

/**
 * The numbers that a meeting's items get when it is closed. `last` is the highest number that the series has ever given, 0
 * where none. What has a number keeps it and is left out; headings and breaks get none.
 */
export function numbersFor(
  body: Pick<Body, 'id' | 'numbering' | 'numberPrefix' | 'numberForm'>,
  meeting: Pick<Meeting, 'id' | 'startsOn'>,
  items: readonly Pick<AgendaItem, 'id' | 'position' | 'type' | 'number'>[],
  last: number,
): GivenNumber[] {
  const numberSeries = seriesOf(body, meeting)
  const numberYear = numberYearOf(meeting)
  return items
    .filter((item) => item.number === null && isNumbered(item.type))
    .toSorted((a, b) => a.position - b.position)
    .map((item, index) => {
      const number = last + index + 1
      return { itemId: item.id, number, numberYear, numberText: formatNumber(body, number, numberYear), numberSeries }
    })
}
