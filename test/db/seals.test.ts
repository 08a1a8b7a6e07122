import { describe, expect, it } from 'vitest'
import { transact } from '#db/changes.ts'
import { type EntityName, entities } from '#db/entities.ts'
import { find, sql } from '#db/store.ts'
import { aMeetingDesk } from './a-meeting.ts'
import { aStore } from './a-store.ts'

describe('what lies in a sealed meeting', () => {
  it('can’t be written by any of the writer’s ways, whatever kind of record it is', async () => {
    const desk = await aMeetingDesk({ country: 'SE', body: { rules: 'municipalLikeSe', adjusters: 0 } })
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-09-08' })
    const item = await desk.anItem(meetingId)
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    await desk.callRoll(meetingId)
    const [anne = ''] = desk.memberIds
    await desk.call('proposals.add', { itemId: item.id, kind: 'main', text: 'Bifall' })
    await desk.call('disqualifications.add', {
      itemId: item.id,
      personId: anne,
      ground: 'otherCircumstance',
      outcome: 'notDisqualified',
    })
    await desk.decide(item.id)
    await desk.call('statements.add', {
      itemId: item.id,
      kind: 'dissent',
      text: 'Nej',
      personId: anne,
      deliveredOn: '2026-09-08',
    })
    await desk.call('actions.add', { title: 'Brev', ownerId: anne, dueOn: '2026-10-01', originItemId: item.id })
    await desk.call('votes.add', { itemId: item.id, kind: 'showOfHands', forCount: 3, againstCount: 1 })
    await desk.call('meetings.close', { id: meetingId, adjournedAt: '11:00' })
    await desk.call('minutes.sendToReview', { meetingId, language: 'sv' })

    const file = desk.backend.workspaces.store()
    const inside: Partial<Record<EntityName, { field: string; value: unknown }>> = {
      meetings: { field: 'place', value: 'Annat' },
      attendances: { field: 'party', value: 'C' },
      agendaItems: { field: 'title', value: 'Annat' },
      proposals: { field: 'text', value: 'Avslag' },
      disqualifications: { field: 'explanation', value: 'Annat' },
      decisions: { field: 'text', value: 'Annat' },
      statements: { field: 'text', value: 'Annat' },
      votes: { field: 'forCount', value: 2 },
      actions: { field: 'title', value: 'Annat' },
      minutes: { field: 'reason', value: 'Annat' },
      adjustments: { field: 'comment', value: 'Annat' },
    }
    for (const [name, { field, value }] of Object.entries(inside)) {
      const entity = name as EntityName
      const id = sql(file, `SELECT id FROM ${entities[entity].table} LIMIT 1`).pluck().get() as string
      expect([entity, typeof id]).toEqual([entity, 'string'])
      const before = JSON.stringify(find(file, entity, id))
      for (const write of ['setField', 'remove', 'revise'] as const) {
        const attempt = () =>
          transact<void>(file, { actor: 'x', command: 'history.undo' }, (writer) => {
            if (write === 'setField') writer.setField(entity, id, field, value)
            else if (write === 'remove') writer.setField(entity, id, 'deletedAt', '2026-09-15T08:00:00.000Z')
            else writer.revise(entity, id, { [field]: value })
          })
        expect(attempt, `${entity} ${write}`).toThrow('problems.sealed')
      }
      expect(JSON.stringify(find(file, entity, id))).toBe(before)
    }
    const insert = () =>
      transact<void>(file, { actor: 'x', command: 'statements.add' }, (writer) => {
        writer.insert('statements', {
          id: '01a00000-0000-7000-8000-000000000001',
          itemId: item.id,
          kind: 'dissent',
          personId: null,
          party: null,
          text: 'Nej',
          deliveredOn: '2026-09-08',
          deliveredAt: null,
        })
      })
    expect(insert).toThrow('problems.sealed')
  })

  it('doesn’t keep other records from being written', () => {
    const { store, me } = aStore()
    transact<void>(store, { actor: 'x', command: 'test' }, (write) => {
      write.revise('persons', me, { roleTitle: 'Næringssjef' })
    })
    expect(find(store, 'persons', me)?.roleTitle).toBe('Næringssjef')
  })
})
