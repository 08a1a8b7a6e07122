import { checkBodyMember } from '#shared/domain/body-rules.ts'
import type { BodyMember } from '#shared/domain/records/body.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { followSeats } from '../meeting-planning.ts'
import { newPerson } from '../new-person.ts'
import { membersOf } from '../repositories/body-members.ts'
import { read } from '../store.ts'
import { filled, refuseIfWrong, revised } from './checking.ts'

type NewMember = Omit<BodyMember, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

export const bodyMemberHandlers: AreaHandlers<'bodyMembers'> = {
  'bodyMembers.list': ({ bodyId, on }, context) => membersOf(context.store, bodyId, on),
  'bodyMembers.add': (input, context) => {
    const { organisationId } = read(context.store, 'persons', input.personId)
    const member = newMember(context, input, organisationId)
    return change(context, (write) => seat(write, member, context.newId))
  },
  'bodyMembers.addPerson': ({ person: given, member: place }, context) => {
    const person = { id: context.newId(), ...newPerson(context, given, 'person.') }
    const member = newMember(context, { ...place, personId: person.id }, person.organisationId, 'member.')
    return change(context, (write) => {
      write.insert('persons', person)
      return seat(write, member, context.newId)
    })
  },
  'bodyMembers.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'bodyMembers', id)
    refuseIfWrong(checkBodyMember(revised(before, changes), membersOf(context.store, before.bodyId)), 'changes.')
    return change(context, (write) => {
      const made = write.revise('bodyMembers', id, changes)
      followSeats(write, made.bodyId, [...new Set([before.personId, made.personId])], context.newId)
      return made
    })
  },
  'bodyMembers.move': ({ id, position }, context) => {
    const { bodyId } = read(context.store, 'bodyMembers', id)
    const ids = membersOf(context.store, bodyId).map((one) => one.id)
    const rest = ids.filter((one) => one !== id)
    rest.splice(Math.min(position, rest.length), 0, id)
    change(context, (write) => {
      rest.forEach((one, place) => {
        write.revise('bodyMembers', one, { position: place })
      })
    })
    return {}
  },
  'bodyMembers.remove': ({ id }, context) => {
    const { bodyId, personId } = read(context.store, 'bodyMembers', id)
    change(context, (write) => {
      write.remove('bodyMembers', id)
      followSeats(write, bodyId, [personId], context.newId)
    })
    return {}
  },
}

type Given = { readonly [F in keyof NewMember]?: NewMember[F] | undefined } & Pick<
  NewMember,
  'bodyId' | 'personId' | 'role'
>

/** A member from today, last in the roll, who stands for the partner they belong to until it is said otherwise. */
function newMember(context: Context, input: Given, organisationId: string | null, prefix = ''): NewMember {
  read(context.store, 'bodies', input.bodyId)
  const others = membersOf(context.store, input.bodyId)
  const member = filled<NewMember>(
    {
      bodyId: input.bodyId,
      personId: input.personId,
      role: input.role,
      representingId: organisationId,
      party: null,
      deputyForId: null,
      position: (others.at(-1)?.position ?? -1) + 1,
      termFrom: today(context),
      termTo: null,
    },
    input,
  )
  refuseIfWrong(checkBodyMember(member, others), prefix)
  return member
}

/** Gives the seat, also in the meetings that are planned already. */
function seat(write: Writer, member: NewMember, newId: Context['newId']): BodyMember {
  const made = write.insert('bodyMembers', { id: newId(), ...member })
  followSeats(write, made.bodyId, [made.personId], newId)
  return made
}
