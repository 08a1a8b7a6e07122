import { z } from 'zod'
import { day, id, instant, language } from '#shared/domain/values.ts'
import { entities } from './desk.ts'
import { pageOf, paging } from './lists.ts'
import { command, query, topics } from './operation.ts'

/** A change may touch any record: history reads, and undo touches, every topic of records. */
const recordTopics = topics.filter((topic) => !['preferences', 'workspace', 'jobs', 'drafts'].includes(topic))

/** One field of one change. Values are as stored; `value` of a made record is the whole record under field `*`. */
export const fieldChange = z.object({
  entity: z.enum(entities),
  recordId: id,
  field: z.string(),
  value: z.unknown(),
  /** The value overwritten; undefined where the record was made. */
  before: z.unknown().optional(),
})
/** What records are called, by id, as they are called now; a visit by its company and day. */
const names = z.record(z.string(), z.object({ name: z.string(), day: day.nullable() }))
export const change = z.object({
  /** Identifies the change; sorts by time. */
  stamp: z.string(),
  at: instant,
  actor: z.string(),
  device: z.string(),
  /** Operation that made it, e.g. `visits.log`. */
  command: z.string(),
  /** Stamp of the change that this one undid. */
  undoes: z.string().nullable(),
  undone: z.boolean(),
  /** False for what can't be undone: anonymising, made packages. */
  undoable: z.boolean(),
  /** The first of its fields, or of those of the record that was asked for; `history.details` gives the rest. */
  fields: z.array(fieldChange),
  /** How many fields it has in all. */
  fieldCount: z.int(),
  /** The records that these fields belong to or name. */
  names,
})

/** What a change did to records: made them, took them away, brought them back, or changed fields. */
export const deeds = ['made', 'changed', 'removed', 'restored'] as const

/** Which changes an activity log shows. All conditions must hold; days are those of the partnership's own time zone. */
export const historyFilter = z.strictObject({
  entities: z.array(z.enum(entities)).max(entities.length).default([]),
  actor: z.string().max(500).nullable().default(null),
  device: z.string().max(500).nullable().default(null),
  deed: z.enum(deeds).nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  /** Words that must stand in one of its values, or name one of its records. Confidential text is not searched. */
  text: z.string().max(200).default(''),
})

const whole = z.strictObject({ entity: z.enum(entities), id })

/** What lies in the trash. `with` counts what else went in the same change and comes back with it. */
const trashRow = z.object({
  entity: z.enum(entities),
  id,
  name: z.string(),
  day: day.nullable(),
  /** Stamp of the removal. */
  stamp: z.string(),
  at: instant,
  actor: z.string(),
  device: z.string(),
  with: z.int(),
  /** The contact person's name was erased, or the document's bytes disposed of: only the record comes back. */
  erased: z.boolean(),
})

export const historyOperations = {
  /** What happened to a record and to its parts, removed ones too (`db/record-parts.ts`); of each change only what is theirs. */
  'history.of': query({
    input: z.strictObject({ ...whole.shape, ...paging }),
    output: pageOf(change),
    reads: recordTopics,
  }),
  /**
   * The newest changes of the whole file. A page may be shorter than `limit` though `next` is given: one call looks through so many
   * changes and no more, so that no search keeps others waiting.
   */
  'history.latest': query({
    input: z.strictObject({ ...historyFilter.shape, ...paging }),
    output: pageOf(change),
    reads: recordTopics,
  }),
  /** Every field of one change, page by page; `of` keeps to one record and its parts. */
  'history.details': query({
    input: z.strictObject({ stamp: z.string().max(100), of: whole.nullable().default(null), ...paging }),
    output: pageOf(fieldChange).extend({ names }),
    reads: recordTopics,
  }),
  /** Who made changes, and on which devices: what the log can be filtered by. */
  'history.makers': query({
    input: z.strictObject({}),
    output: z.object({ actors: z.array(z.string()), devices: z.array(z.string()) }),
    reads: recordTopics,
  }),
  /**
   * What undo and redo would do now: the newest change of this person on this device that stands, and the newest undo of theirs that nothing
   * newer was written after. Read from the log, so that it outlives the window. `skip` leaves out what was refused.
   */
  'history.steps': query({
    input: z.strictObject({ skip: z.array(z.string().max(100)).max(200).default([]) }),
    output: z.object({ undo: z.string().nullable(), redo: z.string().nullable() }),
    reads: [...recordTopics, 'preferences', 'workspace'],
  }),
  /** Puts back what a change overwrote. Refused, with the fields named, where they were changed again since. Undoing an undo is redo. */
  'history.undo': command({
    input: z.strictObject({ stamp: z.string().max(100) }),
    /** The change that was undone. */
    output: change,
    touches: [...recordTopics, 'workspace'],
  }),
  /** The activity log as a workbook or as CSV, saved where the user says. What is confidential is left out and counted. */
  'history.export': command({
    input: z.strictObject({ filter: historyFilter, format: z.enum(['xlsx', 'csv']), language }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs'],
  }),
  /** Removed records, newest removal first. A page may be shorter than `limit`, as in `history.latest`. */
  'trash.list': query({
    input: z.strictObject({
      entities: z.array(z.enum(entities)).max(entities.length).default([]),
      text: z.string().max(200).default(''),
      ...paging,
    }),
    output: pageOf(trashRow),
    reads: recordTopics,
  }),
  /**
   * Brings a record back: by undoing its removal where that can be done, else alone. Where it belongs to others that were removed too
   * it is refused with their names; `withOwners` brings these back as well. All or none.
   */
  'trash.restore': command({
    input: z.strictObject({ entity: z.enum(entities), id, withOwners: z.boolean().default(false) }),
    /** How many records came back. */
    output: z.object({ restored: z.int() }),
    touches: [...recordTopics, 'workspace'],
  }),
}
