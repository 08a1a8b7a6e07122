/** What a body holds beside its rules (`bodies.*` in `registers.ts`): members, agenda templates, phrases. */
import { z } from 'zod'
import { agendaTemplate, agendaTemplateChanges, phrase, phraseChanges } from '#shared/domain/records/agenda-item.ts'
import { bodyMember, bodyMemberChanges } from '#shared/domain/records/body.ts'
import { personChanges } from '#shared/domain/records/person.ts'
import { count, day, id } from '#shared/domain/values.ts'
import { byId, done, nothing } from './lists.ts'
import { command, query } from './operation.ts'

export const bodyOperations = {
  'bodyMembers.list': query({
    input: z.strictObject({
      bodyId: id,
      /** Only terms that hold on this day; null = all, past and coming. */
      on: day.nullable().default(null),
    }),
    output: z.array(bodyMember.extend({ personName: z.string(), organisation: z.string().nullable() })),
    reads: ['bodyMembers', 'persons', 'partners'],
  }),
  'bodyMembers.add': command({
    input: bodyMemberChanges.required({ bodyId: true, personId: true, role: true }),
    output: bodyMember,
    touches: ['bodyMembers', 'meetings'],
  }),
  /** A member who is not in the register of persons yet: both in one change, so that one undo takes both away. */
  'bodyMembers.addPerson': command({
    input: z.strictObject({
      person: personChanges.required({ givenName: true, familyName: true }),
      member: bodyMemberChanges.omit({ personId: true }).required({ bodyId: true, role: true }),
    }),
    output: bodyMember,
    touches: ['bodyMembers', 'meetings', 'persons'],
  }),
  'bodyMembers.revise': command({
    input: z.strictObject({ id, changes: bodyMemberChanges.omit({ bodyId: true }) }),
    output: bodyMember,
    touches: ['bodyMembers', 'meetings'],
  }),
  /** Puts a member at a place in the roll; the others make room. */
  'bodyMembers.move': command({
    input: z.strictObject({ id, position: count }),
    output: done,
    touches: ['bodyMembers', 'meetings'],
  }),
  'bodyMembers.remove': command({ input: byId, output: done, touches: ['bodyMembers', 'meetings'] }),

  'agendaTemplates.list': query({ input: nothing, output: z.array(agendaTemplate), reads: ['agendaTemplates'] }),
  'agendaTemplates.add': command({
    input: agendaTemplateChanges.required({ name: true, rows: true }),
    output: agendaTemplate,
    touches: ['agendaTemplates'],
  }),
  'agendaTemplates.revise': command({
    input: z.strictObject({ id, changes: agendaTemplateChanges }),
    output: agendaTemplate,
    touches: ['agendaTemplates'],
  }),
  'agendaTemplates.remove': command({ input: byId, output: done, touches: ['agendaTemplates'] }),

  'phrases.list': query({ input: nothing, output: z.array(phrase), reads: ['phrases'] }),
  'phrases.add': command({
    input: phraseChanges.required({ name: true, text: true, language: true }),
    output: phrase,
    touches: ['phrases'],
  }),
  'phrases.revise': command({
    input: z.strictObject({ id, changes: phraseChanges }),
    output: phrase,
    touches: ['phrases'],
  }),
  'phrases.remove': command({ input: byId, output: done, touches: ['phrases'] }),
}
