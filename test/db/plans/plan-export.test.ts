import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFile } from '#db/connection.ts'
import { plansForFile } from '#db/plan-export.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { createStore, read, readAll } from '#db/store.ts'
import { writePlanFile } from '#shared/plan-file/write.ts'
import { aBackend, type TestBackend } from '../a-backend.ts'

const fixture = (path: string) => new URL(path, import.meta.url)
const files = [
  fixture('../../fixtures/plan-file/two-plans.yaml'),
  fixture('../../../../shared/samples/founding-documents.yaml'),
].filter((file) => existsSync(file))

/** The plans of a file, imported into a new partnership. */
async function imported(text: string) {
  const desk = await aBackend()
  const { plans, remarks } = await desk.call('plans.previewImport', { text })
  expect(remarks.filter(({ severity }) => severity === 'error')).toEqual([])
  const { planIds } = await desk.call('plans.import', { text, plans: plans.map((_plan, at) => at) })
  return { desk, planIds }
}

async function exported(desk: TestBackend, ids: string[]): Promise<string> {
  const file = await desk.call('plans.export', { ids })
  return readFileSync(join(desk.home, file?.name ?? ''), 'utf8')
}

/** All that a plan's records say but for ids, stamps and when a figure was taken in. */
function content(desk: TestBackend, ids: string[]): unknown {
  const store = desk.backend.workspaces.store()
  const all = plansForFile(
    store,
    ids.map((id) => read(store, 'plans', id)),
  )
  const own = /(^id|Id|Ids|Stamp|^vintage|^enteredBy|^position|^deletedAt)$/
  return JSON.parse(JSON.stringify(all, (key, value) => (own.test(key) ? undefined : value)))
}

describe.each(files.map((file) => [file.pathname.split('/').at(-1), file] as const))(
  'the plans of %s',
  (_name, file) => {
    it('are the same in every field after they went out and came in again', async () => {
      const first = await imported(readFileSync(file, 'utf8'))
      const text = await exported(first.desk, first.planIds)
      const second = await imported(text)
      expect(content(second.desk, second.planIds)).toEqual(content(first.desk, first.planIds))
      expect(await exported(second.desk, second.planIds)).toBe(text)
    })
  },
)

describe('an exported plan', () => {
  it.each(['ostfold', 'robertsfors'] as const)('of the sample %s comes in again elsewhere', async (sample) => {
    const first = await aBackend()
    const path = join(first.home, 'sample.fyr')
    makeSample(path, { sample, today: '2026-09-15', years: 1, visitsPerYear: 5 })
    const file = openFile(path)
    const store = createStore(file.db, { now: () => '', device: 'c0dec1c1', readOnly: true, counted: file.counted })
    const plans = readAll(store, 'plans', 'id')
    const text = writePlanFile(plansForFile(store, plans))
    file.close()
    const { desk, planIds } = await imported(text)
    expect(planIds).toHaveLength(plans.length)
    expect(plans.length).toBeGreaterThan(0)
    // People of the sample are not here: who is responsible is all that is lost.
    expect(await exported(desk, planIds)).toBe(text.replaceAll(/^ *responsible: .*\n/gm, ''))
  })
  it('of its own has its name, and none is written where nobody says where', async () => {
    const desk = await aBackend({
      ports: (home) => ({ pickSave: async ({ kind }) => (kind === 'workspace' ? join(home, 'a.fyr') : null) }),
    })
    const { id } = await desk.call('plans.add', { title: 'Plan: A/B', versionLabel: '2.0' })
    expect(await desk.call('plans.export', { ids: [id] })).toBeNull()
    const other = await aBackend()
    const plan = await other.call('plans.add', { title: 'Plan: A/B', versionLabel: '2.0' })
    expect((await other.call('plans.export', { ids: [plan.id, plan.id] }))?.name).toBe('Plan A B 2.0.yaml')
  })
})
