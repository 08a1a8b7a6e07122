import { z } from 'zod'
import {
  agendaItem,
  agendaItemChanges,
  itemStatuses,
  itemTexts,
  newAgendaItem,
} from '#shared/domain/records/agenda-item.ts'
import { richText } from '#shared/domain/rich-text.ts'
import { count, day, id, timeOfDay, title } from '#shared/domain/values.ts'
import { byId, done } from './lists.ts'
import { command, query } from './operation.ts'

const escalationSource = z.strictObject({
  entity: z.enum(['visits', 'followUps', 'actions', 'commitments', 'projects']),
  id,
})

export const agendaItemOperations = {
  /** Matters of a body, or of all, that are on no agenda yet, oldest first. */
  'agendaItems.queue': query({
    input: z.strictObject({ bodyId: id.nullable().default(null) }),
    output: z.array(agendaItem.extend({ bodyName: z.string() })),
    reads: ['meetings', 'bodies'],
  }),
  /** At the end of its meeting or queue, or at `position`. */
  'agendaItems.add': command({
    input: newAgendaItem.extend({ position: count.nullable().default(null) }),
    output: agendaItem,
    touches: ['meetings'],
  }),
  'agendaItems.revise': command({
    input: z.strictObject({ id, changes: agendaItemChanges }),
    output: agendaItem,
    touches: ['meetings'],
  }),
  /**
   * Writes one of an item's texts. `basedOn` is the stamp the writer saw; where another window wrote since, it is refused with
   * `conflict` and nothing is lost on either side.
   */
  'agendaItems.write': command({
    input: z.strictObject({ id, field: z.enum(itemTexts), content: richText, basedOn: z.string().max(100) }),
    output: z.object({ stamp: z.string() }),
    touches: ['meetings'],
    maxInput: 10_000_000,
  }),
  /** Puts an item at a place of its own or another open agenda, or (`meetingId` null) in the queue. */
  'agendaItems.move': command({
    input: z.strictObject({ id, meetingId: id.nullable(), position: count }),
    output: done,
    touches: ['meetings'],
  }),
  /** Items of the body's earlier meetings that were postponed or referred back, taken up again: new items that point to the old. */
  'agendaItems.carryOver': command({
    input: z.strictObject({ meetingId: id, itemIds: z.array(id).min(1).max(200) }),
    output: z.array(agendaItem),
    touches: ['meetings'],
  }),
  /** Makes an item of a visit, follow-up, action, commitment or project, with the link kept; on a meeting's agenda or in the queue. */
  'agendaItems.escalate': command({
    input: z.strictObject({
      from: escalationSource,
      bodyId: id,
      meetingId: id.nullable(),
      title,
    }),
    output: agendaItem,
    touches: ['meetings', 'projects'],
  }),
  /** The item that a visit, follow-up, action, commitment or project was put on an agenda as, and where it stands now; null where none was or it was withdrawn. */
  'agendaItems.escalated': query({
    input: z.strictObject({ from: escalationSource }),
    output: z
      .object({ id, title, bodyName: z.string(), meetingId: id.nullable(), meetingOn: day.nullable() })
      .nullable(),
    reads: ['meetings', 'bodies'],
  }),
  /** Starts (`startedAt`) or ends the item's clock; starting one ends the one that runs. */
  'agendaItems.clock': command({
    input: z.strictObject({ id, at: timeOfDay, does: z.enum(['start', 'end']) }),
    output: agendaItem,
    touches: ['meetings'],
  }),
  /** What became of the item; `postponed` and `referredBack` make their decision too where none is there. */
  'agendaItems.settle': command({
    input: z.strictObject({ id, status: z.enum(itemStatuses) }),
    output: agendaItem,
    touches: ['meetings', 'decisions'],
  }),
  'agendaItems.remove': command({ input: byId, output: done, touches: ['meetings'] }),
}
