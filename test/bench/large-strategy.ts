/**
 * `node large-strategy.ts FILE`: adds many plans with goals and indicators, and the figures of many years, to a sample, through the one
 * writer, so that log and search are as in a file that people wrote.
 */
import { transact, type Writer } from '#db/changes.ts'
import { openFile } from '#db/connection.ts'
import { blankGoal } from '#db/handlers/goals.ts'
import { uuidv7 } from '#db/ids.ts'
import { createStore } from '#db/store.ts'
import { blankArea, blankPlan } from '#shared/domain/records/plan.ts'
import { type LargeStrategy, largeStrategy } from './large-strategy-size.ts'

type InBatches = (count: number, each: (write: Writer, at: number) => void) => void
const now = '2026-11-22T21:00:00.000Z'
const idOf = () => uuidv7(Date.parse(now))
/** Records of one transaction. */
const batch = 500

const [path = ''] = process.argv.slice(2)
const file = openFile(path)
try {
  file.db.pragma('synchronous = OFF')
  const store = createStore(file.db, {
    now: () => now,
    device: '0000benc',
    deviceName: 'Bench',
    counted: file.counted,
  })
  const inBatches: InBatches = (count, each) => {
    for (let from = 0; from < count; from += batch) {
      transact(store, { actor: 'Bench', command: 'workspace.openSample' }, (write) => {
        for (let at = from; at < Math.min(count, from + batch); at++) each(write, at)
      })
    }
  }
  const responsibleId = String(file.db.prepare('SELECT min(id) FROM persons WHERE deleted_at IS NULL').pluck().get())
  const goalIds = addPlans(inBatches, largeStrategy, responsibleId)
  addFigures(inBatches, largeStrategy, addIndicators(inBatches, largeStrategy, goalIds, responsibleId))
  file.db.pragma('synchronous = FULL')
} finally {
  file.close()
}

/** Drafts with two areas each, goals with a level to reach, a wording in force and a strategy each. Gives the goals' ids, plan by plan. */
function addPlans(inBatches: InBatches, size: LargeStrategy, responsibleId: string): string[] {
  const goalIds: string[] = []
  inBatches(size.plans, (write, at) => {
    const planId = idOf()
    const title = `Stor strategi ${at}`
    write.insert('plans', {
      id: planId,
      ...blankPlan,
      title,
      periodFrom: 2020,
      periodTo: 2032,
      vision: 'Flere i arbeid.',
    })
    const areas = [1, 2].map((number) => ({ id: idOf(), number }))
    for (const { id, number } of areas) {
      write.insert('focusAreas', { id, planId, number, ...blankArea, title: `Innsatsområde ${number}` })
    }
    for (let position = 0; position < size.goalsOfPlan; position++) {
      const goalId = idOf()
      goalIds.push(goalId)
      write.insert('goals', {
        id: goalId,
        ...blankGoal,
        planId,
        focusAreaId: areas[position % 2]?.id ?? null,
        code: `M-${position + 1}`,
        title: `Flere arbeidsplasser ${position + 1}`,
        position,
        targetKind: 'level',
        targetValue: 3000,
        targetUnit: 'number',
        baselineValue: 1000,
        baselineUnit: 'number',
        baselinePeriod: '2020',
        targetPeriod: '2032',
        responsibleId,
      })
      const text = `Det skal bli flere arbeidsplasser i plan ${at}, mål ${position + 1}.`
      const source = { sourceDocument: null, place: null, targetValue: null }
      write.insert('wordings', { id: idOf(), planId, goalId, text, ...source, inForce: true })
      const strategy = { planId, goalId, focusAreaId: null, position: 0, examples: [] }
      write.insert('strategies', { id: idOf(), ...strategy, text: 'Arbeide sammen med næringslivet.' })
    }
  })
  return goalIds
}

/** Indicators tied to the goals by turns; the first of each goal leads it. */
function addIndicators(
  inBatches: InBatches,
  size: LargeStrategy,
  goalIds: readonly string[],
  responsibleId: string,
): string[] {
  const ids = Array.from({ length: size.indicators }, idOf)
  const nothing = { commitmentId: null, projectId: null, milestoneId: null, decisionId: null, visitId: null }
  inBatches(size.indicators, (write, at) => {
    const id = ids[at] ?? ''
    const goalId = goalIds[at % goalIds.length] ?? ''
    write.insert('indicators', {
      id,
      code: `S-${at}`,
      title: `Sysselsatte i næring ${at}`,
      planId: null,
      group: null,
      unit: 'number',
      unitText: 'arbeidsplasser',
      decimals: 0,
      direction: 'higherBetter',
      sourceName: 'SSB',
      sourceUrl: null,
      sourceTable: null,
      frequency: 'yearly',
      availability: 'open',
      regionCodes: ['31', '32'],
      breakdown: 'none',
      definition: 'Bosatte som arbeider.',
      calculation: null,
      responsibleId,
      nextExpectedOn: null,
      jumpFactor: null,
    })
    write.insert('goalLinks', { id: idOf(), goalId, ...nothing, followUpId: null, indicatorId: id, note: null })
    if (at < goalIds.length) write.revise('goals', goalId, { leadIndicatorId: id })
  })
  return ids
}

/** Of each indicator as many figures, a year each, in two regions by turns; those of the newest years in two vintages. */
function addFigures(inBatches: InBatches, size: LargeStrategy, indicatorIds: readonly string[]): void {
  const each = size.measurements / indicatorIds.length
  const years = Math.round(each * 0.45)
  inBatches(size.measurements, (write, at) => {
    const [of, nth] = [Math.floor(at / each), at % each]
    const again = nth >= years * 2
    const year = 2025 - (Math.floor(nth / 2) % years)
    write.insert('measurements', {
      id: idOf(),
      indicatorId: indicatorIds[of] ?? '',
      regionCode: nth % 2 === 0 ? '31' : '32',
      period: String(year),
      breakdownCode: null,
      value: 1000 + (of % 500) + (year - 1980) * 11 + (again ? 3 : 0),
      missingReason: null,
      status: 'final',
      vintage: again ? '2026-06-01' : '2026-03-01',
      seriesBreak: false,
      breakNote: null,
      sourceDocument: null,
      note: null,
      enteredBy: 'Bench',
    })
  })
}
