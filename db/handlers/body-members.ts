import { checkBodyMember } from '#shared/domain/body-rules.ts'
import type { BodyMember } from '#shared/domain/records/body.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { followSeats } from '../meeting-planning.ts'
import { membersOf } from '../repositories/body-members.ts'
import { read } from '../store.ts'
import { filled, refuseIfWrong, revised } from './checking.ts'

type NewMember = Omit<BodyMember, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

export const bodyMemberHandlers: AreaHandlers<'bodyMembers'> = {
  'bodyMembers.list': ({ bodyId, on }, context) => membersOf(context.store, bodyId, on),
  'bodyMembers.add': (input, context) => {
    read(context.store, 'bodies', input.bodyId)
    const others = membersOf(context.store, input.bodyId)
    const member = filled<NewMember>(
      {
        bodyId: input.bodyId,
        personId: input.personId,
        role: input.role,
        representingId: organisationOf(context, input.personId),
        party: null,
        deputyForId: null,
        position: (others.at(-1)?.position ?? -1) + 1,
        termFrom: today(context),
        termTo: null,
      },
      input,
    )
    refuseIfWrong(checkBodyMember(member, others))
    return change(context, (write) => {
      const made = write.insert('bodyMembers', { id: context.newId(), ...member })
      followSeats(write, made.bodyId, [made.personId], context.newId)
      return made
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

/** A member stands for the partner they belong to until it is said otherwise. */
function organisationOf(context: Context, personId: string): string | null {
  const person = read(context.store, 'persons', personId)
  return person.organisationId
}
