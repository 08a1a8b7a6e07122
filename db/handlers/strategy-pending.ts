import type { Handlers } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import type { Context } from '../context.ts'

/** TEMPORARY: operations whose handlers are being written. Take a name off here when its handler stands in a file of its own. */
const pending = ['plans.report'] as const

export const pendingHandlers = Object.fromEntries(
  pending.map((name) => [
    name,
    () => {
      throw problem('refused', 'problems.notFound')
    },
  ]),
) as unknown as Pick<Handlers<Context>, (typeof pending)[number]>
