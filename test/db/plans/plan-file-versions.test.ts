import { describe, expect, it } from 'vitest'
import { inOrderMade, uuidv7 } from '#db/ids.ts'
import { readAll } from '#db/store.ts'
import { aBackend } from '../a-backend.ts'

describe('versions, earlier figures and strategies in a file', () => {
  const head = 'format: board-package-seed\nformat_version: 1\nplans:\n'
  const first =
    '  - {id: p1, title: A, status: superseded, goals: [{code: M-1, title: b}], activities: [{id: a1, title: c}]}\n'
  const figure = (lists: string) => `  - title: A\n    indicators:\n      - {code: I, title: b, ${lists}}\n`
  it.each([
    ['  - {title: A, previous_version: p9}', [[4, 'planFile.noPreviousVersion']]],
    [
      `${first}  - {title: B, previous_version: p1, goals: [{code: M-2, title: b, previous: M-9}]}`,
      [[5, 'planFile.noPreviousPart']],
    ],
    [`${first}  - {title: B, goals: [{code: M-2, title: b, previous: M-1}]}`, [[5, 'planFile.noPreviousPart']]],
    [
      `${first}  - {title: B, previous_version: p1, focus_areas: [{number: 1, title: b, previous: 1}]}`,
      [[5, 'planFile.noPreviousPart']],
    ],
    [
      `${first}  - {title: B, previous_version: p1, activities: [{title: b, previous: a2}]}`,
      [[5, 'planFile.noPreviousPart']],
    ],
    ['  - {title: A, activities: [{title: b, strategy: s1}]}', [[4, 'planFile.noSuchStrategy']]],
    ['  - {id: p1, title: A, previous_version: p1}', [[4, 'planVersionOfItself']]],
    [`${first}${first}  - {title: B, previous_version: p1}`, [[6, 'planFile.codeTwice']]],
    [
      '  - {id: p1, title: A, status: in force}\n  - {title: B, status: in force, previous_version: p1}',
      [
        [4, 'planInForceAlready'],
        [5, 'planInForceAlready'],
      ],
    ],
    [
      figure('measurements: [{period: 2024, value: 1}], earlier_measurements: [{period: 2024, value: 2}]'),
      [[6, 'planFile.missing']],
    ],
    [figure('earlier_measurements: [{period: 2024, value: 2, vintage: "2025-01-01"}]'), [[6, 'planFile.earlierAlone']]],
    [
      figure(
        'measurements: [{period: 2024, value: 1, vintage: "2025-01-01"}], earlier_measurements: [{period: 2024, value: 2, vintage: "2025-02-01"}]',
      ),
      [[6, 'planFile.earlierAlone']],
    ],
    [figure('measurements: [{period: 2024, value: 1, vintage: "2099-01-01"}]'), [[6, 'dayInFuture']]],
    [figure('measurements: [{period: 2024, value: 1, vintage: i går}]'), [[6, 'planFile.badValue']]],
  ])('%# have what is wrong told by line', async (plans, expected) => {
    const desk = await aBackend()
    const { remarks, plans: previewed } = await desk.call('plans.previewImport', { text: head + plans })
    expect(remarks.map(({ line, message }) => [line, message.key.replace('problems.field.', '')])).toEqual(expected)
    expect(
      await desk.problemOf('plans.import', { text: head + plans, plans: previewed.map((_plan, at) => at) }),
    ).toMatchObject({ code: 'invalid' })
    expect(await desk.call('plans.list', {})).toEqual([])
  })
  it('come in tied, in the order of the file though ids of one moment are in none, and leave with one undo', async () => {
    const desk = await aBackend()
    const text = `${head}  - {title: B, previous_version: p1, goals: [{code: M-2, title: b, previous: M-1}], activities: [{title: d, previous: a1}]}\n${first}`
    const { planIds } = await desk.call('plans.import', { text, plans: [0, 1] })
    const [later, earlier] = await Promise.all(planIds.map((id) => desk.call('plans.open', { id })))
    expect(later?.plan).toMatchObject({ title: 'B', previousVersionId: earlier?.plan.id })
    expect(later?.goals[0]).toMatchObject({ previousId: earlier?.goals[0]?.id })
    const store = desk.backend.workspaces.store()
    const before = readAll(store, 'activities', 'title').map(({ id, previousId }) => [id, previousId])
    expect(before[1]?.[1]).toBe(before[0]?.[0])
    const [last] = (await desk.call('history.latest', { cursor: null, limit: 1 })).rows
    await desk.call('history.undo', { stamp: last?.stamp ?? '' })
    for (const kind of ['plans', 'goals', 'activities'] as const) expect(readAll(store, kind, 'id')).toEqual([])
    // Without the version before, a plan is one of its own.
    const alone = await desk.call('plans.import', { text, plans: [0] })
    expect((await desk.call('plans.open', { id: alone.planIds[0] ?? '' })).plan.previousVersionId).toBeNull()
    const next = inOrderMade(() => uuidv7(Date.now()))
    const ids = Array.from({ length: 1000 }, next)
    expect(ids).toEqual([...new Set(ids)].sort())
  })
})
