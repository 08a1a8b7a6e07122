import { z } from 'zod'
import { message } from './lists.ts'

/** Something right but to be looked at, beside the field that it is about. */
export const warning = z.object({ field: z.string(), message })
