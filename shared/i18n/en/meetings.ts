import type { meetings as nb } from '../nb/meetings.ts'
import type { Translated } from '../translated.ts'

export const meetings: Translated<typeof nb> = {
  title: 'Meetings',
  /** The decision that postponing an item, or sending it back, writes by itself. */
  settled: {
    postponement: 'The item is postponed.',
    referralBack: 'The item is referred back.',
  },
  /** Why an item has no quorum, by the body's rule. */
  quorum: {
    moreThanHalf:
      'Of {{seats}} voting seats, {{voters}} can vote on the item, but more than half are needed: {{needed}}. Call in a deputy, or postpone the item.',
    atLeastHalf:
      'Of {{seats}} voting seats, {{voters}} can vote on the item, but at least half are needed: {{needed}}. Call in a deputy, or postpone the item.',
    number:
      'The quorum is {{needed}} voters, but {{voters}} can vote on the item. Call in a deputy, or postpone the item.',
  },
}
