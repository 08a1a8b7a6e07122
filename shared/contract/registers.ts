import { z } from 'zod'
import { body, bodyChanges } from '#shared/domain/records/body.ts'
import { partner, partnerChanges } from '#shared/domain/records/partner.ts'
import { person, personChanges } from '#shared/domain/records/person.ts'
import { sector, sectorChanges } from '#shared/domain/records/sector.ts'
import { id } from '#shared/domain/values.ts'
import { byId, changed, done, many, nothing } from './lists.ts'
import { command, query } from './operation.ts'

/** The small registers that other records point to: people of the secretariat, partners, bodies, sectors. All are listed whole. */
export const registerOperations = {
  'persons.list': query({ input: nothing, output: z.array(person), reads: ['persons'] }),
  'persons.add': command({
    input: personChanges.required({ familyName: true, givenName: true }),
    output: person,
    touches: ['persons'],
  }),
  'persons.revise': command({
    input: z.strictObject({ id, changes: personChanges }),
    output: person,
    touches: ['persons', 'visits', 'followUps'],
  }),
  'persons.remove': command({ input: byId, output: done, touches: ['persons'] }),
  'partners.list': query({ input: nothing, output: z.array(partner), reads: ['partners'] }),
  'partners.add': command({
    input: partnerChanges.required({ name: true, partnerType: true }),
    output: partner,
    touches: ['partners'],
  }),
  'partners.revise': command({
    input: z.strictObject({ id, changes: partnerChanges }),
    output: partner,
    touches: ['partners', 'followUps'],
  }),
  /** The same change to many at once: all or none; what is wrong names the partner. One undo takes all back. */
  'partners.reviseMany': command({
    input: many(
      partnerChanges.pick({
        partnerType: true,
        status: true,
        leftOn: true,
        agreementValidFrom: true,
        agreementValidTo: true,
      }),
    ),
    output: changed,
    touches: ['partners', 'followUps'],
  }),
  'partners.remove': command({ input: byId, output: done, touches: ['partners'] }),
  'bodies.list': query({ input: nothing, output: z.array(body), reads: ['bodies'] }),
  'bodies.add': command({ input: bodyChanges.required({ name: true, kind: true }), output: body, touches: ['bodies'] }),
  'bodies.revise': command({
    input: z.strictObject({ id, changes: bodyChanges }),
    output: body,
    touches: ['bodies', 'packages'],
  }),
  'bodies.remove': command({ input: byId, output: done, touches: ['bodies'] }),
  'sectors.list': query({ input: nothing, output: z.array(sector), reads: ['sectors'] }),
  'sectors.add': command({
    input: sectorChanges.required({ nameNb: true, nameSv: true, nameEn: true }),
    output: sector,
    touches: ['sectors'],
  }),
  'sectors.revise': command({
    input: z.strictObject({ id, changes: sectorChanges }),
    output: sector,
    touches: ['sectors', 'companies', 'visits'],
  }),
  'sectors.remove': command({ input: byId, output: done, touches: ['sectors'] }),
}
