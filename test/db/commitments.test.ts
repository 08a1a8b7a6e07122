import { describe, expect, it } from 'vitest'
import { transact } from '#db/changes.ts'
import { commitmentSums } from '#db/repositories/commitment-sums.ts'
import { listCommitments } from '#db/repositories/commitments.ts'
import { giveAndTakeOf } from '#db/repositories/give-and-take.ts'
import { commitmentFilter } from '#shared/contract/commitments.ts'
import { pledgedInYear, standingOf } from '#shared/domain/commitment-rules.ts'
import type { Commitment } from '#shared/domain/records/commitment.ts'
import {
  commitmentKinds,
  commitmentStages,
  commitmentStatuses,
  commitmentUnits,
  recurrences,
} from '#shared/domain/records/commitment.ts'
import fc from '#test/random.ts'
import { aPartnerDesk } from './a-partner-desk.ts'
import { aPartner, aStore } from './a-store.ts'

// Every test backend's today is 2026-09-15.
describe('a commitment', () => {
  it('is delivered in parts until nothing remains, and beyond', async () => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment()
    expect(await desk.row(id)).toMatchObject({
      status: 'promised',
      pledged: 10_000_000,
      remaining: 10_000_000,
      over: 0,
    })
    await desk.deliver(id, '2026-02-01', 3_333_333)
    await desk.deliver(id, '2026-05-01', 3_333_333)
    expect(await desk.row(id)).toMatchObject({ status: 'partlyDelivered', delivered: 6_666_666, remaining: 3_333_334 })
    await desk.deliver(id, '2026-08-01', 3_333_334)
    expect(await desk.row(id)).toMatchObject({ status: 'delivered', remaining: 0, over: 0, deliveries: 3 })
    const last = await desk.deliver(id, '2026-09-15', 1)
    expect(await desk.row(id)).toMatchObject({ status: 'delivered', remaining: 0, over: 1 })
    await desk.call('deliveries.remove', { id: last.id })
    expect(await desk.row(id)).toMatchObject({ over: 0, deliveries: 3 })
  })

  it('tells each year of its period, and of deliveries outside it', async () => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment({
      kind: 'hours',
      unit: 'hours',
      amount: 750,
      recurrence: 'yearly',
      periodFrom: '2024-07-01',
      periodTo: '2025-06-30',
    })
    await desk.deliver(id, '2024-09-01', 733)
    await desk.deliver(id, '2026-01-10', 20)
    const opened = await desk.call('commitments.open', { id })
    expect(opened.years).toEqual([
      { year: 2024, pledged: 750, delivered: 733 },
      { year: 2025, pledged: 750, delivered: 0 },
      { year: 2026, pledged: 0, delivered: 20 },
    ])
    expect(opened.deliveries.map(({ outsidePeriod }) => outsidePeriod)).toEqual([false, true])
    expect(opened.commitment).toMatchObject({ pledged: 1500, remaining: 747, isOverdue: true, daysOverdue: 442 })
  })

  it.each([
    ['money without an amount', { amount: null }, 'amount', 'amountMissing'],
    ['money in hours', { unit: 'hours' }, 'unit', 'unitNotOfKind'],
    ['a period that ends before it begins', { periodTo: '2025-12-31' }, 'periodTo', 'endBeforeStart'],
    ['a decision that is not named', { source: 'meetingDecision' }, 'sourceDecisionId', 'sourceDecisionMissing'],
    ['a withdrawal without a reason', { stage: 'withdrawn' }, 'withdrawnReason', 'withdrawnReasonMissing'],
  ] as const)('is refused with %s, made or revised', async (_what, given, field, key) => {
    const desk = await aPartnerDesk()
    const made = await desk.aCommitment()
    const problem = await desk.problemOf('commitments.add', { ...without(made), ...given })
    expect(problem.fields?.[field]?.key).toBe(`problems.field.${key}`)
    const revised = await desk.problemOf('commitments.revise', { id: made.id, changes: given })
    expect(revised.fields?.[`changes.${field}`]?.key).toBe(`problems.field.${key}`)
  })

  it.each([
    [{ amount: -1 }, 'amount', 'negative'],
    [{ amount: 1_000_000_000_001 }, 'amount', 'tooMany'],
    [{ amount: 0 }, 'amount', 'amountNotPositive'],
    [{ title: '' }, 'title', 'required'],
    [{ periodFrom: '2026-02-30' }, 'periodFrom', 'notADay'],
  ] as const)('is refused with %j', async (given, field, key) => {
    const desk = await aPartnerDesk()
    const made = await desk.aCommitment()
    const problem = await desk.problemOf('commitments.add', { ...without(made), ...given })
    expect(problem.fields?.[field]?.key).toBe(`problems.field.${key}`)
  })

  it('names the decision that it rests on, and keeps the decision from being removed', async () => {
    const desk = await aPartnerDesk()
    const { id: meetingId } = await desk.aMeeting()
    const { id: itemId } = await desk.anItem(meetingId)
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    await desk.callRoll(meetingId)
    const decision = await desk.decide(itemId)
    const { id } = await desk.aCommitment({ source: 'meetingDecision', sourceDecisionId: decision.id })
    const problem = await desk.problemOf('decisions.remove', { id: decision.id })
    expect(problem).toMatchObject({ key: 'problems.namedBy.commitments', params: { count: 1 } })
    await desk.call('meetings.close', { id: meetingId, adjournedAt: '11:00' })
    const number = (await desk.open(meetingId)).items.find(({ item }) => item.id === itemId)?.item.numberText
    expect(number).toMatch(/\d+\/26/)
    expect((await desk.row(id)).decisionNumber).toBe(number)
    const letter = await desk.call('commitments.revise', { id, changes: { source: 'letter' } })
    expect(letter.sourceDecisionId).toBeNull()
  })

  it('keeps its unit, and is no proposal again, once something was delivered', async () => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment()
    await desk.call('commitments.revise', { id, changes: { unit: 'SEK' } })
    await desk.deliver(id, '2026-02-01', 100)
    const changes = { unit: 'NOK', stage: 'proposed' } as const
    const problem = await desk.problemOf('commitments.revise', { id, changes })
    expect(problem.fields).toMatchObject({
      'changes.unit': { key: 'problems.field.unitHasDeliveries' },
      'changes.stage': { key: 'problems.field.proposedHasDeliveries' },
    })
  })

  it('is withdrawn with a reason, which goes when it is promised again', async () => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment({ periodTo: '2026-06-30' })
    expect((await desk.row(id)).isOverdue).toBe(true)
    await desk.call('commitments.revise', { id, changes: { stage: 'withdrawn', withdrawnReason: 'Budsjettkutt' } })
    expect(await desk.row(id)).toMatchObject({ status: 'withdrawn', isOverdue: false, remaining: 0 })
    expect((await desk.call('partners.open', { id: desk.partnerId })).totals).toEqual([])
    const again = await desk.call('commitments.revise', { id, changes: { stage: 'promised' } })
    expect(again.withdrawnReason).toBeNull()
  })

  it('with deliveries is not removed; without, it goes with its papers and comes back with them', async () => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment()
    const delivery = await desk.deliver(id, '2026-02-01', 100)
    const file = { kind: 'file', fileName: 'Brev.pdf', mime: 'application/pdf', altText: null, base64: 'YQ==' } as const
    await desk.call('attachments.add', { ...file, commitmentId: id })
    await desk.call('attachments.add', { ...file, deliveryId: delivery.id })
    const problem = await desk.problemOf('commitments.remove', { id })
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.namedBy.deliveries' })
    await desk.call('deliveries.remove', { id: delivery.id })
    await desk.call('commitments.remove', { id })
    const [newest] = (await desk.call('history.latest', {})).rows
    await desk.call('history.undo', { stamp: newest?.stamp ?? '' })
    expect((await desk.call('commitments.open', { id })).attachments).toHaveLength(1)
  })

  it('is found by its words, and by its partner', async () => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment({ title: 'Kontorplasser på Alvim' })
    await desk.aCommitment({ partnerId: await desk.aPartner('Moss kommune') })
    const hits = await desk.call('search.find', { text: 'alvim' })
    expect(hits).toMatchObject([{ entity: 'commitments', id, openId: id, detail: 'Sarpsborg kommune' }])
    const listed = await desk.call('commitments.list', { filter: { text: 'sarpsborg' }, cursor: null, limit: 10 })
    expect(listed.rows.map((row) => row.id)).toEqual([id])
  })
})

describe('a delivery', () => {
  it.each([
    ['without an amount', { amount: null }, {}, 'amount', 'amountMissing'],
    ['of nothing', { amount: 0 }, {}, 'amount', 'amountNotPositive'],
    ['in the future', { deliveredOn: '2026-09-16' }, {}, 'deliveredOn', 'dayInFuture'],
    ['of a proposal', {}, { stage: 'proposed' }, 'commitmentId', 'deliveryOfProposed'],
    [
      'of what was withdrawn',
      {},
      { stage: 'withdrawn', withdrawnReason: 'Kutt' },
      'commitmentId',
      'deliveryOfWithdrawn',
    ],
    [
      'with an amount of what is not counted',
      {},
      { kind: 'promotion', amount: null, unit: null },
      'amount',
      'deliveryNotCounted',
    ],
  ] as const)('is refused %s', async (_what, given, commitment, field, key) => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment(commitment)
    const problem = await desk.problemOf('deliveries.add', {
      commitmentId: id,
      deliveredOn: '2026-09-01',
      amount: 100,
      ...given,
    })
    expect(problem.fields?.[field]?.key).toBe(`problems.field.${key}`)
  })

  it('is put right even after the rest was withdrawn', async () => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment()
    const delivery = await desk.deliver(id, '2026-02-01', 100)
    await desk.call('commitments.revise', { id, changes: { stage: 'withdrawn', withdrawnReason: 'Kutt' } })
    await desk.call('deliveries.revise', { id: delivery.id, changes: { amount: 200 } })
    expect((await desk.row(id)).delivered).toBe(200)
    const problem = await desk.problemOf('deliveries.revise', { id: delivery.id, changes: { amount: 0 } })
    expect(problem.fields?.['changes.amount']?.key).toBe('problems.field.amountNotPositive')
  })
})

describe('the list of commitments', () => {
  it('filters by kind, status, year and what is over its time', async () => {
    const desk = await aPartnerDesk()
    const old = await desk.aCommitment({ title: 'Gammel', periodFrom: '2025-01-01', periodTo: '2025-12-31' })
    const part = await desk.aCommitment({ title: 'Delvis' })
    await desk.deliver(part.id, '2026-02-01', 100)
    const hours = await desk.aCommitment({ title: 'Timer', kind: 'hours', unit: 'hours', amount: 100 })
    await desk.deliver(hours.id, '2026-02-01', 100)
    const draft = await desk.aCommitment({ title: 'Forslag', stage: 'proposed', periodTo: '2026-01-31' })
    const titles = async (filter: object) => {
      const page = await desk.call('commitments.list', { filter, sort: 'title', cursor: null, limit: 50 })
      expect(await desk.call('commitments.count', { filter })).toBe(page.rows.length)
      return page.rows.map(({ title }) => title)
    }
    expect(await titles({})).toEqual(['Delvis', 'Forslag', 'Gammel', 'Timer'])
    expect(await titles({ kinds: ['hours'] })).toEqual(['Timer'])
    expect(await titles({ statuses: ['promised'] })).toEqual(['Gammel'])
    expect(await titles({ statuses: ['partlyDelivered', 'delivered'] })).toEqual(['Delvis', 'Timer'])
    expect(await titles({ statuses: ['proposed'] })).toEqual(['Forslag'])
    expect(await titles({ year: 2025 })).toEqual(['Gammel'])
    expect(await titles({ overdueOnly: true })).toEqual(['Gammel'])
    expect(await titles({ partnerId: await desk.aPartner('Moss kommune') })).toEqual([])
    const due = await desk.call('commitments.reminders', { withinDays: 30 })
    expect(due.map(({ openId }) => openId)).toEqual([old.id])
    expect(due).toMatchObject([{ kind: 'commitment', daysOverdue: 258, partnerName: 'Sarpsborg kommune' }])
    expect((await desk.call('commitments.reminders', { withinDays: 120 })).map(({ openId }) => openId)).toEqual([
      old.id,
      part.id,
    ])
    expect(draft.stage).toBe('proposed')
  })

  it.each(['periodTo', 'partner', 'title'] as const)(
    'by %s gives each row once, page by page, both ways',
    async (sort) => {
      const desk = await aPartnerDesk()
      const others = [desk.partnerId, await desk.aPartner('Årnes'), await desk.aPartner('Askim')]
      for (let n = 0; n < 13; n++) {
        await desk.aCommitment({
          title: `Løfte ${n % 5}`,
          partnerId: others[n % 3] ?? '',
          periodTo: `2026-1${n % 3}-01`,
        })
      }
      const all = await Promise.all(
        (['asc', 'desc'] as const).map(async (direction) => {
          const ids: string[] = []
          let cursor: string | null = null
          do {
            const page: { rows: { id: string }[]; next: string | null } = await desk.call('commitments.list', {
              sort,
              direction,
              cursor,
              limit: 4,
            })
            ids.push(...page.rows.map(({ id }) => id))
            cursor = page.next
          } while (cursor !== null)
          return ids
        }),
      )
      expect(new Set(all[0]).size).toBe(13)
      expect(all[1]).toEqual(all[0]?.toReversed())
    },
  )
})

describe('give and take', () => {
  it('lays partners by years, each unit apart', async () => {
    const desk = await aPartnerDesk()
    const moss = await desk.aPartner('Moss kommune')
    const money = await desk.aCommitment({ recurrence: 'yearly', periodFrom: '2025-01-01', periodTo: '2027-12-31' })
    await desk.deliver(money.id, '2025-06-01', 4_000_000)
    await desk.deliver(money.id, '2025-09-01', 6_000_001)
    const hours = await desk.aCommitment({ partnerId: moss, kind: 'hours', unit: 'hours', amount: 12_050 })
    await desk.deliver(hours.id, '2026-06-01', 750)
    const matrix = await desk.call('commitments.matrix', { fromYear: 2025, toYear: 2026 })
    expect(matrix.partners.map(({ name }) => name)).toEqual(['Moss kommune', 'Sarpsborg kommune'])
    expect(matrix.cells).toHaveLength(3)
    expect(matrix.cells).toEqual(
      expect.arrayContaining([
        { partnerId: desk.partnerId, year: 2025, unit: 'NOK', pledged: 10_000_000, delivered: 10_000_001 },
        { partnerId: desk.partnerId, year: 2026, unit: 'NOK', pledged: 10_000_000, delivered: 0 },
        { partnerId: moss, year: 2026, unit: 'hours', pledged: 12_050, delivered: 750 },
      ]),
    )
    const problem = await desk.problemOf('commitments.matrix', { fromYear: 2026, toYear: 2025 })
    expect(problem.fields?.toYear?.key).toBe('problems.field.endBeforeStart')
  })

  const day = fc
    .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`)
  const aCommitment = fc
    .record({
      partner: fc.integer({ min: 0, max: 2 }),
      amount: fc.option(fc.integer({ min: 1, max: 1_000_000_000 })),
      unit: fc.constantFrom('NOK', 'SEK', 'hours'),
      recurrence: fc.constantFrom(...recurrences),
      stage: fc.constantFrom(...commitmentStages),
      days: fc.tuple(day, day),
      given: fc.array(fc.record({ deliveredOn: day, amount: fc.integer({ min: 1, max: 1_000_000_000 }) }), {
        maxLength: 4,
      }),
    })
    .map(({ days, ...rest }) => {
      const [periodFrom = '', periodTo = ''] = days.toSorted()
      return { ...rest, periodFrom, periodTo }
    })

  it('adds up in the database as the rules do by hand: sums, status and what remains', () => {
    fc.assert(
      fc.property(fc.array(aCommitment, { maxLength: 12 }), (commitments) => {
        const { store, newId, file } = aStore()
        const partnerIds = [newId(), newId(), newId()]
        const made: (Omit<Commitment, 'createdStamp' | 'changedStamp' | 'deletedAt'> & {
          given: (typeof commitments)[number]['given']
        })[] = commitments.map(({ partner, unit, given, ...one }) => ({
          ...one,
          id: newId(),
          partnerId: partnerIds[partner] ?? '',
          unit: one.amount === null ? null : unit,
          given: one.stage === 'proposed' ? [] : given,
          title: 'Løfte',
          kind: commitmentKinds[6],
          source: 'letter',
          sourceDecisionId: null,
          projectId: null,
          isPublic: true,
          withdrawnReason: null,
          note: null,
        }))
        transact<void>(store, { actor: 'Kari Berg', command: 'test' }, (write) => {
          for (const id of partnerIds) write.insert('partners', { ...aPartner(id), name: id })
          for (const { given, ...one } of made) {
            write.insert('commitments', one)
            for (const { deliveredOn, amount } of given) {
              const counted = one.amount === null ? null : amount
              const id = newId()
              write.insert('deliveries', {
                id,
                commitmentId: one.id,
                deliveredOn,
                amount: counted,
                description: null,
                note: null,
              })
            }
          }
        })
        const byHand = new Map<string, { pledged: number; delivered: number }>()
        const add = (key: string, pledged: number, delivered: number) => {
          const sum = byHand.get(key) ?? { pledged: 0, delivered: 0 }
          byHand.set(key, { pledged: sum.pledged + pledged, delivered: sum.delivered + delivered })
        }
        for (const one of made) {
          for (let year = 2020; year <= 2030; year++) {
            const pledged = pledgedInYear(one, year)
            if (pledged > 0) add(`${one.partnerId} ${one.unit} ${year}`, pledged, 0)
          }
          if (one.amount === null) continue
          for (const { deliveredOn, amount } of one.given) {
            add(`${one.partnerId} ${one.unit} ${deliveredOn.slice(0, 4)}`, 0, amount)
          }
        }
        const summed = giveAndTakeOf(store, 2020, 2030)
        expect(
          Object.fromEntries(
            summed.map(({ partnerId, unit, year, pledged, delivered }) => [
              `${partnerId} ${unit} ${year}`,
              { pledged, delivered },
            ]),
          ),
        ).toEqual(Object.fromEntries(byHand))
        const today = '2026-06-15'
        const list = (filter: object) =>
          listCommitments(
            store,
            { filter: commitmentFilter.parse(filter), sort: 'periodTo', direction: 'asc', cursor: null, limit: 50 },
            today,
          ).rows
        for (const row of list({})) {
          const own = made.find(({ id }) => id === row.id)
          if (!own) throw new Error('a row of nothing')
          const delivered = own.amount === null ? 0 : own.given.reduce((sum, { amount }) => sum + amount, 0)
          expect(row).toMatchObject(standingOf(own, { delivered, deliveries: own.given.length }, today))
          // The status that SQL filters by is the one that the rules give.
          expect(list({ statuses: [row.status] }).map(({ id }) => id)).toContain(row.id)
          expect(list({ overdueOnly: true }).some(({ id }) => id === row.id)).toBe(row.isOverdue)
        }
        const standing = made.map((one) => {
          const delivered = one.amount === null ? 0 : one.given.reduce((sum, { amount }) => sum + amount, 0)
          return { ...one, ...standingOf(one, { delivered, deliveries: one.given.length }, today) }
        })
        for (const [filter, holds] of [
          [{}, () => true],
          [{ year: 2025 }, (one) => one.periodFrom <= '2025-12-31' && one.periodTo >= '2025-01-01'],
          [{ overdueOnly: true }, (one) => one.isOverdue],
          [{ statuses: ['delivered', 'proposed'] }, (one) => one.status === 'delivered' || one.status === 'proposed'],
          [{ partnerId: partnerIds[0] }, (one) => one.partnerId === partnerIds[0]],
        ] satisfies [object, (one: (typeof standing)[number]) => boolean][]) {
          const held = standing.filter(holds)
          const { partners, ...whole } = commitmentSums(store, commitmentFilter.parse(filter), today)
          expect(whole).toEqual({
            ...tallyByHand(held),
            byStatus: commitmentStatuses.map((status) => ({
              status,
              count: held.filter((one) => one.status === status).length,
            })),
          })
          const named = [...new Set(held.map(({ partnerId }) => partnerId))]
          expect(partners.toSorted((a, b) => (a.partnerId < b.partnerId ? -1 : 1))).toEqual(
            named.toSorted().map((partnerId) => ({
              partnerId,
              ...tallyByHand(held.filter((one) => one.partnerId === partnerId)),
            })),
          )
        }
        file.close()
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

type Standing = ReturnType<typeof standingOf> & Pick<Commitment, 'unit' | 'stage' | 'amount'>
/** What the registers must say of commitments, added one by one. */
function tallyByHand(rows: readonly Standing[]) {
  return {
    count: rows.length,
    open: rows.filter(({ status }) => status === 'promised' || status === 'partlyDelivered').length,
    overdue: rows.filter(({ isOverdue }) => isOverdue).length,
    sums: commitmentUnits.flatMap((unit) => {
      const own = rows.filter((row) => row.unit === unit && row.stage === 'promised' && row.amount !== null)
      const sum = (figure: (row: Standing) => number | null) => own.reduce((all, row) => all + (figure(row) ?? 0), 0)
      const figures = {
        unit,
        count: own.length,
        pledged: sum((row) => row.pledged),
        delivered: sum((row) => row.delivered),
        remaining: sum((row) => row.remaining),
        over: sum((row) => row.over),
      }
      return own.length === 0 ? [] : [figures]
    }),
  }
}

function without<T extends object>(record: T) {
  const {
    id: _,
    createdStamp: __,
    changedStamp: ___,
    deletedAt: ____,
    ...fields
  } = record as T & {
    id: string
    createdStamp: string
    changedStamp: string
    deletedAt: string | null
  }
  return fields
}
