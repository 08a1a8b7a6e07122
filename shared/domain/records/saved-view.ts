import { z } from 'zod'
import { count, oneOf, title } from '../values.ts'
import { recordMarks } from './common.ts'

/** The lists that keep named views and are exported to Excel as shown. */
export const registers = [
  'companies',
  'visits',
  'followUps',
  'meetings',
  'decisions',
  'actions',
  'partners',
  'commitments',
  'projects',
  'milestones',
  'documents',
  'goals',
  'activities',
  'indicators',
] as const
export type Register = (typeof registers)[number]

/** A register as somebody wants to see it again: filter, order and grouping, as the address of the list holds them. */
export const savedViewFields = {
  register: oneOf(registers),
  name: title,
  search: z.record(z.string().max(100), z.json()),
  position: count,
}
export const savedView = z.object({ ...recordMarks, ...savedViewFields })
export type SavedView = z.infer<typeof savedView>
