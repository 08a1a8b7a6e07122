import { z } from 'zod'
import { focusArea, focusAreaChanges, plan, planChanges } from '#shared/domain/records/plan.ts'
import { id } from '#shared/domain/values.ts'
import { byId, done, nothing } from './lists.ts'
import { command, query } from './operation.ts'

/** Plans and their focus areas, which projects serve; listed whole. */
export const planOperations = {
  /** Plans, the one in force first, each with its focus areas by number. */
  'plans.list': query({
    input: nothing,
    output: z.array(plan.extend({ areas: z.array(focusArea) })),
    reads: ['plans'],
  }),
  'plans.add': command({ input: planChanges.required({ title: true }), output: plan, touches: ['plans'] }),
  'plans.revise': command({
    input: z.strictObject({ id, changes: planChanges }),
    output: plan,
    touches: ['plans', 'projects'],
  }),
  'plans.remove': command({ input: byId, output: done, touches: ['plans'] }),
  /** Takes the next free number where none is given. */
  'focusAreas.add': command({
    input: focusAreaChanges.required({ planId: true, title: true }),
    output: focusArea,
    touches: ['plans'],
  }),
  'focusAreas.revise': command({
    input: z.strictObject({ id, changes: focusAreaChanges.omit({ planId: true }) }),
    output: focusArea,
    touches: ['plans', 'projects'],
  }),
  /** Refused while a project serves it (records.md 3.14). */
  'focusAreas.remove': command({ input: byId, output: done, touches: ['plans'] }),
}
