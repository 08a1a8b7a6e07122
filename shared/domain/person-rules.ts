/** Names, and how long a person's data may lie (records.md 3.2 and 3.11; GDPR art. 5). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { addMonths, formatDay } from './days.ts'
import type { Day, Language } from './values.ts'

interface Named {
  readonly givenName: string
  readonly familyName: string
}

/** Field → what is wrong; empty = good. Dates in messages are ISO unless `language` is given. */
export function checkPersonalData(
  data: { readonly collectedOn: Day; readonly reviewBy: Day },
  context: { today: Day; language?: Language },
): FieldMessages {
  const wrong: FieldMessages = {}
  const written = (day: Day) => formatDay(day, context.language ?? 'sv')
  if (data.collectedOn > context.today) {
    wrong.collectedOn = fieldMessage('dayInFuture', { today: written(context.today) })
  }
  if (data.reviewBy < data.collectedOn) {
    wrong.reviewBy = fieldMessage('reviewBeforeCollected', { collectedOn: written(data.collectedOn) })
  }
  return wrong
}

/** When a person's data should be looked at again: the last activity and the partnership's own number of months. No law gives one (practice.md 6.4). */
export function proposedReviewBy(lastActivity: Day, retentionMonths: number): Day {
  return addMonths(lastActivity, retentionMonths)
}

/** `Kari Nordmann`. */
export function fullName(person: Named): string {
  return `${person.givenName} ${person.familyName}`.trim()
}

/** `Nordmann, Kari`, as registers list people. */
export function sortName(person: Named): string {
  if (person.givenName === '' || person.familyName === '') return fullName(person)
  return `${person.familyName}, ${person.givenName}`
}
