import { invalid, problem } from '#shared/contract/problem.ts'
import { likelyRules, presetOf } from '#shared/domain/body-presets.ts'
import { checkBody } from '#shared/domain/body-rules.ts'
import type { FieldMessages } from '#shared/domain/checked.ts'
import { checkPersonalData, sortName } from '#shared/domain/person-rules.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Person } from '#shared/domain/records/person.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import type { EntityName } from '../entities.ts'
import { newPerson } from '../new-person.ts'
import { membersOf } from '../repositories/body-members.ts'
import { read, readAll } from '../store.ts'
import { byName } from './by-name.ts'

/** The small registers are a screenful each: read whole, sorted here by the Nordic alphabet of the partnership's country. */
export const registerHandlers: AreaHandlers<'persons' | 'bodies' | 'sectors'> = {
  'persons.list': (_input, context) => byName(context.store, readAll(context.store, 'persons', 'id'), sortName),
  'persons.add': (input, context) => {
    const person = newPerson(context, input)
    return change(context, (write) => write.insert('persons', { id: context.newId(), ...person }))
  },
  'persons.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'persons', id)
    if (before.status === 'anonymised') throw problem('refused', 'problems.anonymised')
    refuse(checkPersonalData({ ...before, ...defined(changes) } as Person, { today: today(context) }), 'changes.')
    return change(context, (write) => write.revise('persons', id, changes))
  },
  'persons.remove': ({ id }, context) => {
    if (context.actor.personId === id) throw problem('refused', 'problems.thisIsYou')
    return removed(context, 'persons', id)
  },
  'bodies.list': (_input, context) =>
    byName(context.store, readAll(context.store, 'bodies', 'id'), (body) => body.name),
  'bodies.add': (input, context) => {
    const country = input.country ?? context.store.country
    const body = {
      ...presetOf(input.rules ?? likelyRules(country)),
      country,
      activeFrom: today(context),
      activeTo: null,
      ...defined(input),
    }
    refuse(checkBody(body), '')
    return change(context, (write) => write.insert('bodies', { id: context.newId(), ...body }))
  },
  'bodies.revise': ({ id, changes }, context) => {
    refuse(checkBody({ ...read(context.store, 'bodies', id), ...defined(changes) } as Body), 'changes.')
    return change(context, (write) => write.revise('bodies', id, changes))
  },
  'bodies.remove': ({ id }, context) => {
    change(context, (write) => {
      // Its seats go with it; its meetings, matters and packages keep it.
      for (const member of membersOf(write, id)) write.remove('bodyMembers', member.id)
      write.remove('bodies', id)
    })
    return {}
  },
  'sectors.list': (_input, context) => readAll(context.store, 'sectors', 'position, id'),
  'sectors.add': (input, context) => {
    const position = input.position ?? readAll(context.store, 'sectors', 'position, id').length
    return change(context, (write) => write.insert('sectors', { id: context.newId(), ...input, position }))
  },
  'sectors.revise': ({ id, changes }, context) => change(context, (write) => write.revise('sectors', id, changes)),
  'sectors.remove': ({ id }, context) => removed(context, 'sectors', id),
}

function removed(context: Context, entity: EntityName, id: string): Record<string, never> {
  change(context, (write) => write.remove(entity, id))
  return {}
}

/** Fields that were given; `undefined` means "not given" everywhere in the contract. */
function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

function refuse(wrong: FieldMessages, prefix: string): void {
  const fields = Object.fromEntries(Object.entries(wrong).map(([field, message]) => [prefix + field, message]))
  if (Object.keys(fields).length > 0) throw invalid(fields)
}
