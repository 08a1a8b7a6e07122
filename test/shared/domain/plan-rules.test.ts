import { describe, expect, it } from 'vitest'
import { checkFocusArea, checkPlan, periodWarnings, planWarnings, seriesOf } from '#shared/domain/plan-rules.ts'
import { blankPlan, type Plan } from '#shared/domain/records/plan.ts'
import fc from '#test/random.ts'

const day = { today: '2026-09-15', language: 'nb' } as const
const aPlan = (id: string, given: Partial<Plan> = {}): Plan => ({
  ...blankPlan,
  id,
  createdStamp: '',
  changedStamp: '',
  deletedAt: null,
  title: `Plan ${id}`,
  ...given,
})

describe('the series of a plan', () => {
  it('is every version tied to it, the oldest first, from whichever it is asked', () => {
    const plans = [
      aPlan('c', { previousVersionId: 'b' }),
      aPlan('x'),
      aPlan('a'),
      aPlan('b', { previousVersionId: 'a' }),
    ]
    for (const id of ['a', 'b', 'c']) expect(seriesOf(plans, id).map((plan) => plan.id)).toEqual(['a', 'b', 'c'])
    expect(seriesOf(plans, 'x').map((plan) => plan.id)).toEqual(['x'])
    expect(seriesOf(plans, 'gone')).toEqual([])
  })

  it('ends and holds each version once, whatever the data says', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids, null), { minLength: 5, maxLength: 5 }), (previous) => {
        const plans = ids.map((id, at) => aPlan(id, { previousVersionId: previous[at] ?? null }))
        for (const id of ids) {
          const series = seriesOf(plans, id).map((plan) => plan.id)
          expect(series).toContain(id)
          expect(new Set(series).size).toBe(series.length)
        }
      }),
    )
  })
})

describe('a plan', () => {
  it('does not end before it begins, nor was it adopted in the future', () => {
    expect(checkPlan('a', aPlan('a', { periodFrom: 2016, periodTo: 2016, adoptedOn: day.today }), [], day)).toEqual({})
    expect(checkPlan(null, aPlan('', { periodFrom: 2017, periodTo: 2016, adoptedOn: '2026-09-16' }), [], day)).toEqual({
      periodTo: { key: 'problems.field.endBeforeStart' },
      adoptedOn: { key: 'problems.field.dayInFuture', params: { today: '15.09.2026' } },
    })
  })

  it('is no bridge between two versions that are both in force', () => {
    const others = [
      aPlan('a', { status: 'inForce' }),
      aPlan('c', { status: 'inForce', previousVersionId: 'b' }),
      aPlan('d', { status: 'superseded' }),
    ]
    const draft = (previousVersionId: string | null) => checkPlan('b', aPlan('b', { previousVersionId }), others, day)
    expect(draft('a').previousVersionId?.key).toBe('problems.field.planJoinsInForce')
    expect(draft('d')).toEqual({})
    expect(draft(null)).toEqual({})
  })

  it('is alone in force in its series, through drafts between', () => {
    const others = [
      aPlan('a', { status: 'inForce' }),
      aPlan('b', { previousVersionId: 'a' }),
      aPlan('x', { status: 'inForce' }),
    ]
    const next = aPlan('c', { status: 'inForce', previousVersionId: 'b' })
    expect(checkPlan('c', next, others, day).status?.params).toEqual({ title: 'Plan a' })
    expect(checkPlan(null, next, others, day).status?.params).toEqual({ title: 'Plan a' })
    expect(checkPlan('y', aPlan('y', { status: 'inForce' }), others, day)).toEqual({})
  })

  it('that would close a ring is told which', () => {
    const others = [aPlan('b', { previousVersionId: 'a' }), aPlan('c', { previousVersionId: 'b' })]
    expect(checkPlan('a', aPlan('a', { previousVersionId: 'c' }), others, day).previousVersionId?.params).toEqual({
      ring: 'Plan a → Plan c → Plan b → Plan a',
    })
    expect(checkPlan('a', aPlan('a', { previousVersionId: 'a' }), others, day).previousVersionId?.key).toContain(
      'OfItself',
    )
    // A ring of others is theirs.
    const ring = [aPlan('b', { previousVersionId: 'c' }), aPlan('c', { previousVersionId: 'b' })]
    expect(checkPlan('a', aPlan('a'), ring, day)).toEqual({})
  })

  it('has areas with numbers of their own', () => {
    expect(checkFocusArea({ number: 1 }, [{ number: 2, title: 'Arealer' }])).toEqual({})
    expect(checkFocusArea({ number: 2 }, [{ number: 2, title: 'Arealer' }]).number?.params).toEqual({
      title: 'Arealer',
    })
  })
})

describe('what is to be looked at in a plan', () => {
  it('is activities of a year that the plan is not for, either end of its period open or not', () => {
    const activities = [
      { title: 'Før', year: 2015 },
      { title: 'Først', year: 2016 },
      { title: 'Sist', year: 2026 },
      { title: 'Etter', year: 2027 },
      { title: 'Når som helst', year: null },
      { title: 'Sløyfet', year: 2030, status: 'dropped' as const },
    ].map((one) => ({ status: 'planned' as const, focusAreaId: null, goalId: null, ...one }))
    const titles = (periodFrom: number | null, periodTo: number | null) =>
      planWarnings(aPlan('a', { periodFrom, periodTo }), { ...none, activities }).flatMap(({ field, message }) =>
        field === 'activities' ? [message.params] : [],
      )
    expect(titles(2016, 2026)).toEqual([{ count: 2, titles: 'Før (2015); Etter (2027)' }])
    expect(titles(2016, null)).toEqual([{ count: 1, titles: 'Før (2015)' }])
    expect(titles(null, 2026)).toEqual([{ count: 1, titles: 'Etter (2027)' }])
    expect(titles(null, null)).toEqual([])
  })

  const none = { areas: [], goals: [], activities: [], wordings: [], leftBehind: [] }
  const keys = (plan: Plan, parts: Partial<Parameters<typeof planWarnings>[1]> = {}) =>
    planWarnings(plan, { ...none, ...parts }).map(({ field, message }) => [field, message.key.split('.').at(-1)])
  const whole = { periodFrom: 2016, periodTo: 2026, adoptedOn: '2016-01-01', adoptedBy: 'Styret', mainGoal: 'Vekst' }

  it('is its period, its adoption once it is more than a draft, and its main goal', () => {
    expect(periodWarnings({ periodFrom: 2016, periodTo: 2026 })).toEqual({})
    expect(periodWarnings({ periodFrom: 2016, periodTo: null })).toEqual({
      periodTo: { key: 'problems.field.planWithoutPeriod' },
    })
    expect(keys(aPlan('a', { status: 'inForce' }))).toEqual([
      ['periodFrom', 'planWithoutPeriod'],
      ['adoptedOn', 'planWithoutAdoption'],
      ['mainGoal', 'planWithoutMainGoal'],
    ])
    expect(keys(aPlan('a', { ...whole, adoptedBy: null, status: 'inForce' }))).toEqual([
      ['adoptedBy', 'planWithoutAdopter'],
    ])
    expect(keys(aPlan('a', { ...whole, adoptedOn: null, status: 'draft' }))).toEqual([])
  })

  it('is wordings of which none is in force, and areas with nothing in them', () => {
    const plan = aPlan('a', { ...whole, mainGoal: null })
    const goals = [{ id: 'g', code: 'M-1', focusAreaId: 'k' }]
    const wordings = [null, null, 'g', 'g'].map((goalId) => ({ goalId, inForce: false }))
    const areas = ['k', 'l', 'm'].map((id) => ({ id, title: id }))
    const activities = [{ focusAreaId: 'l', goalId: null, title: 'Messe', year: null, status: 'planned' as const }]
    expect(keys(plan, { goals, wordings, areas, activities, leftBehind: ['Fyr'] })).toEqual([
      ['mainGoal', 'mainGoalWordings'],
      ['wordings', 'goalWordings'],
      ['focusAreas', 'areaWithoutGoals'],
      ['projects', 'projectsLeftBehind'],
    ])
    const decided = wordings.map((wording, at) => ({ ...wording, inForce: at % 2 === 0 }))
    expect(keys(plan, { goals, wordings: decided })).toEqual([])
  })
})
