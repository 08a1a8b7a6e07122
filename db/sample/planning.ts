import ostfold from '#assets/samples/ostfold-plan.json' with { type: 'json' }
import robertsfors from '#assets/samples/robertsfors-plan.json' with { type: 'json' }
import { addDays } from '#shared/domain/days.ts'
import type { Activity, Goal, LinkKind } from '#shared/domain/records/goal.ts'
import type { Indicator, Measurement } from '#shared/domain/records/indicator.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import type { SampleName } from '../workspaces.ts'
import type { Foundation } from './foundation.ts'
import type { Random } from './random.ts'
import type { Setting } from './setting.ts'

type Texts = readonly string[]
interface Line {
  readonly text: string
  readonly examples: Texts
}
interface Said {
  readonly text: string
  readonly sourceDocument: string | null
  readonly place: string | null
  readonly inForce: boolean
  readonly targetValue?: number | null
}
/** What `assets/samples/*-plan.json` holds. Areas are by place, people by theirs in the secretariat; days count from the one that the data ends on. */
interface StrategySource {
  readonly plan: {
    readonly periodFrom: number | null
    readonly periodTo: number | null
    readonly vision: string | null
    readonly mission: string | null
    readonly mainGoal: string
    readonly values: Texts
    readonly adoptedBy?: string
  }
  readonly mainWordings: readonly Said[]
  readonly areas: readonly {
    readonly description: string | null
    readonly strategyIntro: string | null
    readonly strategies: readonly Line[]
    readonly variants: readonly { readonly text: string; readonly source: string }[]
    readonly responsible: number
  }[]
  readonly sections: readonly { readonly title: string; readonly lines: Texts }[]
  readonly indicators: readonly {
    readonly code: string
    readonly title: string
    /** Of the main goal. */
    readonly main: boolean
    readonly group: string | null
    readonly unit: string
    readonly unitText: string | null
    readonly decimals: number
    readonly direction: string
    readonly sourceName: string | null
    readonly frequency: string
    readonly availability: string
    readonly definition: string | null
    readonly regionCodes: Texts
    readonly breakdown: string
    readonly nextExpected: number | null
    readonly responsible: number | null
  }[]
  readonly goals: readonly {
    readonly code: string
    readonly area: number
    readonly title: string
    readonly definition: string | null
    readonly targetKind: string
    readonly targetValue: number | null
    readonly targetUnit: string | null
    readonly comparator: string | null
    readonly baselineValue: number | null
    readonly baselineUnit: string | null
    readonly baselinePeriod: string | null
    readonly baselineSource: string | null
    readonly reference: string | null
    readonly referenceText: string | null
    readonly targetPeriod: string | null
    readonly test: string | null
    readonly responsible: number | null
    readonly status: string | null
    readonly statusComment: string | null
    readonly lead: string | null
    readonly indicators: Texts
    readonly strategyIntro: string | null
    readonly strategies: readonly Line[]
    readonly wordings: readonly Said[]
    readonly projects: Texts
    readonly milestones: Texts
    readonly commitments: Texts
    /** How many of the newest decisions, visits and follow-ups serve it. */
    readonly decisions: number
    readonly visits: number
    readonly followUps: number
  }[]
  readonly activities: readonly {
    readonly code: string
    readonly title: string
    /** From the year that the data ends in. */
    readonly year: number | null
    readonly area: number | null
    readonly goal: string | null
    readonly responsible: number
    readonly status: string
    readonly statusComment: string | null
    readonly due: number | null
    readonly dependsOn: string | null
  }[]
  readonly measurements: readonly {
    readonly indicator: string
    readonly period: string
    readonly value: number | null
    readonly vintage: string
    readonly missingReason: string | null
    readonly status: string
    readonly breakNote: string | null
    readonly note: string | null
    readonly source: string | null
  }[]
}

export const strategySources: Readonly<Record<SampleName, StrategySource>> = { ostfold, robertsfors }

/** When goals were last judged, and when the thread was tied: days before the one that the data ends on. */
const judged = 24
const tied = 1

/** Goals, indicators and their figures in the plan that the projects serve, each figure on the day it came; then what serves each goal. */
export function planning(setting: Setting, people: Foundation, texts: StrategySource, random: Random): void {
  const { from, today, add } = setting
  const started = addDays(from, 8)
  const year = Number(today.slice(0, 4))
  const idOn = (day: Day) => random.id(Date.parse(`${day}T16:00:00Z`))
  const ours = (index: number | null) => (index === null ? null : (people.ours[index] ?? people.ours[0] ?? null))
  const idsOf = (codes: readonly { readonly code: string }[]) => new Map(codes.map(({ code }) => [code, idOn(started)]))
  const indicatorIds = idsOf(texts.indicators)
  const goalIds = idsOf(texts.goals)
  const indicatorId = (code: string | null) => (code === null ? null : (indicatorIds.get(code) ?? null))

  add(started, '16:00:00.000', (write) => {
    const { planId, areaIds } = planOf(write)
    const { mainGoal, adoptedBy = null, ...said } = texts.plan
    write.revise('plans', planId, { ...said, values: [...said.values], mainGoal, adoptedBy })
    texts.sections.forEach(({ title, lines }, position) => {
      write.insert('planSections', { id: idOn(started), planId, position, title, lines: [...lines] })
    })
    const inArea = (index: number | null) => (index === null ? null : (areaIds[index] ?? null))
    const lines = (own: readonly Line[], home: { goalId: Id | null; focusAreaId: Id | null }) => {
      own.forEach(({ text, examples }, position) => {
        write.insert('strategies', { id: idOn(started), planId, ...home, position, text, examples: [...examples] })
      })
    }
    const wordings = (own: readonly Said[], goalId: Id | null) => {
      for (const one of own) write.insert('wordings', { id: idOn(started), planId, goalId, targetValue: null, ...one })
    }
    wordings(texts.mainWordings, null)
    texts.areas.forEach((area, index) => {
      const id = areaIds[index]
      if (id === undefined) return
      write.revise('focusAreas', id, {
        description: area.description,
        strategyIntro: area.strategyIntro,
        titleVariants: [...area.variants],
        responsibleId: ours(area.responsible),
      })
      lines(area.strategies, { goalId: null, focusAreaId: id })
    })
    for (const { main, nextExpected, responsible, ...one } of texts.indicators) {
      write.insert('indicators', {
        ...(one as Pick<Indicator, 'unit' | 'direction' | 'frequency' | 'availability' | 'breakdown'> & typeof one),
        id: indicatorIds.get(one.code) ?? '',
        planId: main ? planId : null,
        sourceUrl: null,
        sourceTable: null,
        regionCodes: [...one.regionCodes],
        calculation: null,
        responsibleId: ours(responsible),
        nextExpectedOn: nextExpected === null ? null : addDays(today, nextExpected),
        jumpFactor: null,
      })
    }
    texts.goals.forEach((one, position) => {
      const id = goalIds.get(one.code) ?? ''
      write.insert('goals', {
        id,
        planId,
        focusAreaId: inArea(one.area),
        parentId: null,
        code: one.code,
        title: one.title,
        position,
        definition: one.definition,
        targetKind: one.targetKind as Goal['targetKind'],
        targetValue: one.targetValue,
        targetUnit: one.targetUnit as Goal['targetUnit'],
        comparator: one.comparator as Goal['comparator'],
        baselineValue: one.baselineValue,
        baselineUnit: one.baselineUnit as Goal['baselineUnit'],
        baselinePeriod: one.baselinePeriod,
        baselineSource: one.baselineSource,
        referenceId: indicatorId(one.reference),
        referenceText: one.referenceText,
        targetPeriod: one.targetPeriod,
        deadline: null,
        test: one.test,
        responsibleId: ours(one.responsible),
        status: null,
        statusComment: null,
        statusOn: null,
        leadIndicatorId: indicatorId(one.lead),
        strategyIntro: one.strategyIntro,
        previousId: null,
      })
      lines(one.strategies, { goalId: id, focusAreaId: null })
      wordings(one.wordings, id)
      for (const code of one.indicators) tie(write, idOn(started), id, 'indicator', indicatorId(code))
    })
    for (const { area, goal, responsible, due, year: offset, ...one } of texts.activities) {
      write.insert('activities', {
        ...one,
        id: idOn(started),
        planId,
        focusAreaId: inArea(area),
        goalId: goal === null ? null : (goalIds.get(goal) ?? null),
        strategyId: null,
        year: offset === null ? null : year + offset,
        responsibleId: ours(responsible),
        status: one.status as Activity['status'],
        statusOn: null,
        dueOn: due === null ? null : addDays(today, due),
        previousId: null,
      })
    }
  })
  figures(setting, texts, indicatorId, started, idOn)
  // The first sample days may lie after the day of judging where the data is short.
  const later = (day: Day) => (day < addDays(started, 1) ? addDays(started, 1) : day)
  add(later(addDays(today, -judged)), '16:30:00.000', (write) => {
    for (const { code, status, statusComment } of texts.goals) {
      if (status === null) continue
      write.revise('goals', goalIds.get(code) ?? '', {
        status: status as Goal['status'],
        statusComment,
        statusOn: later(addDays(today, -judged)),
      })
    }
  })
  add(later(addDays(today, -tied)), '20:00:00.000', (write) => {
    for (const goal of texts.goals) thread(write, goal, goalIds.get(goal.code) ?? '', () => idOn(today))
  })
}

/** Figures fetched before the file began are written down in its first days. */
function figures(
  { today, add }: Setting,
  texts: StrategySource,
  indicatorId: (code: string) => Id | null,
  started: Day,
  idOn: (day: Day) => Id,
): void {
  const come = texts.measurements.filter(({ vintage }) => vintage <= today)
  const onDay = Map.groupBy(come, ({ vintage }) => (vintage < addDays(started, 1) ? addDays(started, 1) : vintage))
  const regionOf = new Map(texts.indicators.map(({ code, regionCodes: [first] }) => [code, first ?? '']))
  for (const [day, rows] of [...onDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    add(day, '11:20:00.000', (write) => {
      for (const { indicator, source, breakNote, ...one } of rows) {
        write.insert('measurements', {
          ...one,
          id: idOn(day),
          indicatorId: indicatorId(indicator) ?? '',
          regionCode: regionOf.get(indicator) ?? '',
          breakdownCode: null,
          status: one.status as Measurement['status'],
          seriesBreak: breakNote !== null,
          breakNote,
          sourceDocument: source,
          enteredBy: null,
        })
      }
    })
  }
}

/** The plan that the projects of the sample belong to, and its areas by number. */
function planOf({ db }: Writer): { planId: Id; areaIds: Id[] } {
  const planId = db.prepare("SELECT id FROM plans WHERE status = 'inForce' AND deleted_at IS NULL").pluck().get() as Id
  const areaIds = db
    .prepare('SELECT id FROM focus_areas WHERE plan_id = ? AND deleted_at IS NULL ORDER BY number')
    .pluck()
    .all(planId) as Id[]
  return { planId, areaIds }
}

function tie(write: Writer, id: Id, goalId: Id, kind: LinkKind, recordId: Id | null | undefined): void {
  if (!recordId) return
  write.insert('goalLinks', {
    id,
    goalId,
    commitmentId: null,
    projectId: null,
    milestoneId: null,
    decisionId: null,
    visitId: null,
    followUpId: null,
    indicatorId: null,
    note: null,
    [`${kind}Id`]: recordId,
  })
}

/** Ties a goal to what there is by its title, and to the newest decisions, visits and follow-ups, each to one goal. */
function thread(write: Writer, goal: StrategySource['goals'][number], goalId: Id, newId: () => Id): void {
  const { db } = write
  const byName = (table: string, column: string, name: string) =>
    db
      .prepare(`SELECT id FROM ${table} WHERE ${column} = ? AND deleted_at IS NULL ORDER BY id LIMIT 1`)
      .pluck()
      .get(name)
  const named = [
    ['project', 'projects', 'number', goal.projects],
    ['milestone', 'milestones', 'title', goal.milestones],
    ['commitment', 'commitments', 'title', goal.commitments],
  ] as const
  for (const [kind, table, column, names] of named) {
    for (const name of names) tie(write, newId(), goalId, kind, byName(table, column, name) as Id | undefined)
  }
  const newest = [
    [
      'decision',
      `SELECT d.id FROM decisions d JOIN agenda_items i ON i.id = d.item_id
       WHERE d.deleted_at IS NULL AND i.confidential = 0 AND i.type = 'decision' AND i.number IS NOT NULL
         AND d.id NOT IN (SELECT decision_id FROM goal_links WHERE decision_id IS NOT NULL)
       ORDER BY d.decided_on DESC, i.number LIMIT ?`,
      goal.decisions,
    ],
    [
      'visit',
      `SELECT id FROM visits WHERE deleted_at IS NULL AND draft = 0 AND publishable_summary IS NOT NULL
         AND id NOT IN (SELECT visit_id FROM goal_links WHERE visit_id IS NOT NULL)
       ORDER BY visited_on DESC, id LIMIT ?`,
      goal.visits,
    ],
    [
      'followUp',
      `SELECT id FROM follow_ups WHERE deleted_at IS NULL AND status IN ('open')
         AND id NOT IN (SELECT follow_up_id FROM goal_links WHERE follow_up_id IS NOT NULL)
       ORDER BY due_on DESC, id LIMIT ?`,
      goal.followUps,
    ],
  ] as const
  for (const [kind, text, count] of newest) {
    for (const id of db.prepare(text).pluck().all(count) as Id[]) tie(write, newId(), goalId, kind, id)
  }
}
