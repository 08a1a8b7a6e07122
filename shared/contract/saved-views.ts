import { z } from 'zod'
import { partnerStatuses } from '#shared/domain/records/partner.ts'
import { registers, savedView, savedViewFields } from '#shared/domain/records/saved-view.ts'
import { id, language } from '#shared/domain/values.ts'
import { byId, direction, done } from './lists.ts'
import { command, query } from './operation.ts'

/** What the register of partners is exported by: their list is read whole, and filtered and sorted by the screen. */
export const partnerRegisterInput = z.strictObject({
  filter: z
    .strictObject({
      /** Part of a name or a short name. */
      text: z.string().max(200).default(''),
      status: z.enum(partnerStatuses).nullable().default(null),
    })
    .prefault({}),
  sort: z.enum(['name', 'type', 'agreement', 'open']).default('name'),
  direction: direction.default('asc'),
})

export const savedViewOperations = {
  /** The named views of a register, in order. */
  'views.list': query({
    input: z.strictObject({ register: savedViewFields.register }),
    output: z.array(savedView),
    reads: ['views'],
  }),
  /** Saves what a list shows under a name; a view of the same name in the register is overwritten. */
  'views.save': command({
    input: z.strictObject({
      register: savedViewFields.register,
      name: savedViewFields.name,
      search: savedViewFields.search,
    }),
    output: savedView,
    touches: ['views'],
  }),
  'views.rename': command({
    input: z.strictObject({ id, name: savedViewFields.name }),
    output: savedView,
    touches: ['views'],
  }),
  'views.remove': command({ input: byId, output: done, touches: ['views'] }),

  /**
   * Starts writing a register to Excel as it is shown: its filter, its order, the columns named, grouped where asked. `input` is what
   * the register's own list takes, but the place (for partners `partnerRegisterInput`). Follow it with `jobs.show`. Refused with fields
   * under `input.`, with an unknown column or group, and where it has more rows than a workbook is made of.
   */
  'registers.export': command({
    input: z.strictObject({
      register: z.enum(registers),
      input: z.record(z.string(), z.json()),
      /** Keys of the columns in the order shown; at least one. Unknown ones are refused. */
      columns: z.array(z.string().max(60)).min(1).max(40),
      groupBy: z.string().max(60).nullable().default(null),
      language,
    }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs'],
  }),
}
