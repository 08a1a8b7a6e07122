import { z } from 'zod'
import { country, day, oneOf, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const bodyKinds = ['board', 'committee', 'council', 'steeringGroup', 'workingGroup'] as const

/** A meeting body that receives packages (records.md 3.4, the part that a package needs; meetings add their rules). */
export const bodyFields = {
  name: title,
  kind: oneOf(bodyKinds),
  country,
  activeFrom: day,
  activeTo: day.nullable(),
}
export const body = z.object({ ...recordMarks, ...bodyFields })
export type Body = z.infer<typeof body>
export const bodyChanges = changesOf(bodyFields)
