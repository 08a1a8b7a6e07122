/** Makes records of a plan file's plans. The caller holds the transaction, and has held the plans to the rules (`checkPlans`). */
import { fullName } from '#shared/domain/person-rules.ts'
import type { Goal } from '#shared/domain/records/goal.ts'
import type { Indicator } from '#shared/domain/records/indicator.ts'
import type { Plan } from '#shared/domain/records/plan.ts'
import type { Country, Day, Id } from '#shared/domain/values.ts'
import { type CheckSetting, regionOf } from '#shared/plan-file/check.ts'
import type {
  FileActivity,
  FileGoal,
  FileIndicator,
  FilePlan,
  FileProject,
  FileStrategy,
} from '#shared/plan-file/parts.ts'
import { goalsOfPlan, indicatorsOfPlan, nameOf, plansByRef } from '#shared/plan-file/references.ts'
import type { Writer } from './changes.ts'
import { inOrderMade } from './ids.ts'
import { figuresInForce } from './repositories/measurements.ts'
import { readAll, type Store } from './store.ts'

export interface Maker {
  readonly newId: () => Id
  readonly today: Day
  readonly actor: string
  /** The one person here of that name; null where nobody or several have it. */
  personNamed(name: string | null): Id | null
}

/** What of the open file a plan file is held against. */
export function planFileSetting(store: Store, moment: Pick<CheckSetting, 'today' | 'language'>): CheckSetting {
  const known = new Map(readAll(store, 'indicators', 'code').map((one) => [one.code.toLowerCase(), one]))
  const people = namesOf(store)
  return {
    ...moment,
    country: store.country,
    indicator: (code) => known.get(code) ?? null,
    peopleNamed: (name) => people.get(name.toLowerCase())?.length ?? 0,
  }
}

/** Finds the one person of a full name. */
export function personFinder(store: Store): Maker['personNamed'] {
  const people = namesOf(store)
  return (name) => {
    const [one, other] = name === null ? [] : (people.get(name.toLowerCase()) ?? [])
    return one === undefined || other !== undefined ? null : one
  }
}

/** People by their full name in small letters. */
function namesOf(store: Store): Map<string, Id[]> {
  const names = new Map<string, Id[]>()
  for (const person of readAll(store, 'persons', 'id')) {
    const name = fullName(person).toLowerCase()
    names.set(name, [...(names.get(name) ?? []), person.id])
  }
  return names
}

/** The plan here that a plan of a file may be: of its title and version, and of its organisation or of none. */
export function planHere(store: Store, { fields }: FilePlan): Plan | undefined {
  const { title, organisation, versionLabel } = fields
  return readAll(store, 'plans', 'id').find(
    (one) =>
      one.title === title &&
      one.versionLabel === versionLabel &&
      (one.organisation === organisation || one.organisation === null),
  )
}

/** What is made of one plan, by what the file names it by. */
interface Made {
  readonly planId: Id
  readonly areas: Map<number, Id>
  readonly goals: Map<string, Id>
  readonly activities: Map<string, Id>
}
/** What the plans of one import share. */
interface Import {
  readonly write: Writer
  readonly maker: Maker
  /** Every indicator, by its code in small letters. */
  readonly indicators: Map<string, Indicator>
  /** Ids of those that the import made. */
  readonly own: Set<Id>
}

/**
 * Makes plans with all their parts, as drafts unless the file says otherwise, each tied to the version before it where that one is among
 * them. Indicators that are here already are used as they are. Gives the ids in the order of the plans.
 */
export function importPlans(write: Writer, plans: readonly FilePlan[], maker: Maker): Id[] {
  const shared: Import = {
    write,
    maker: { ...maker, newId: inOrderMade(maker.newId) },
    indicators: new Map(readAll(write, 'indicators', 'code').map((one) => [one.code.toLowerCase(), one])),
    own: new Set(),
  }
  const byRef = plansByRef(plans)
  const made = new Map<FilePlan, Made>()
  const making = new Set<FilePlan>()
  const make = (plan: FilePlan): Made | null => {
    const there = made.get(plan)
    // The rules refuse a ring; it is not gone round for ever.
    if (there || making.has(plan)) return there ?? null
    making.add(plan)
    const previous = byRef.get(plan.previousVersion ?? '')
    const one = importPlan(shared, plan, previous ? make(previous) : null)
    made.set(plan, one)
    return one
  }
  return plans.flatMap((plan) => make(plan)?.planId ?? [])
}

function importPlan(shared: Import, file: FilePlan, before: Made | null): Made {
  const { write, maker, indicators } = shared
  const { newId, personNamed: named } = maker
  const planId = write.insert('plans', { id: newId(), previousVersionId: before?.planId ?? null, ...file.fields }).id
  const here: Made = { planId, areas: new Map(), goals: new Map(), activities: new Map() }
  file.sections.forEach((section, position) => {
    write.insert('planSections', { id: newId(), planId, position, ...section })
  })
  for (const wording of file.wordings) write.insert('wordings', { id: newId(), planId, goalId: null, ...wording })
  for (const { fields: area, responsible, previous } of file.areas) {
    const previousId = sameIn(before?.areas, previous)
    const placed = { id: newId(), planId, responsibleId: named(responsible), previousId }
    here.areas.set(area.number, write.insert('focusAreas', { ...placed, ...area }).id)
  }
  const country = file.fields.country ?? write.country
  const measuring = new Map<FileIndicator, Id>()
  const main = new Set(file.indicators)
  for (const one of indicatorsOfPlan(file)) {
    measuring.set(one, indicatorOf(shared, one, main.has(one) ? planId : null, country))
  }
  const places = placesOf(file)
  const strategyIds = new Map<string, Id>()
  const strategies = (all: readonly FileStrategy[], goalId: Id | null, areaId: Id | null) => {
    all.forEach(({ fields, ref }, position) => {
      const home = { planId, goalId, focusAreaId: goalId ? null : areaId, position }
      const { id } = write.insert('strategies', { id: newId(), ...home, ...fields })
      if (ref !== null) strategyIds.set(ref, id)
    })
  }
  const activities = (all: readonly FileActivity[], goalId: Id | null, areaId: Id | null) => {
    for (const one of all) {
      const focusAreaId = areaId ?? sameIn(here.areas, one.areaNumber)
      const [strategyId, previousId] = [sameIn(strategyIds, one.strategy), sameIn(before?.activities, one.previous)]
      const placed = { planId, focusAreaId, goalId, strategyId, previousId, responsibleId: named(one.responsible) }
      const { id } = write.insert('activities', { id: newId(), ...placed, ...one.fields })
      const name = nameOf(one)
      if (name !== null) here.activities.set(name, id)
    }
  }
  const projects = (all: readonly FileProject[], areaId: Id | null) => {
    for (const { fields: own, areaNumbers } of all) {
      const stated = areaNumbers.map((number) => here.areas.get(number)).filter((id) => id !== undefined)
      const focusAreaIds = areaId ? [areaId] : [...new Set(stated)]
      const crossCutting = focusAreaIds.length === 0
      write.insert('projects', { id: newId(), ...blankProject, planId, focusAreaIds, crossCutting, ...own })
    }
  }
  const goalIds = new Map<FileGoal, Id>()
  const goals = (all: readonly FileGoal[], focusAreaId: Id | null, parentId: Id | null) => {
    for (const one of all) {
      const own = one.indicators.flatMap((indicator) => {
        const id = measuring.get(indicator)
        return id === undefined ? [] : [[id, indicator.linkNote] as const]
      })
      const lead = one.indicators.find((indicator) => indicator.lead)
      const goal: Omit<Goal, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'> = {
        planId,
        focusAreaId,
        parentId,
        position: places.get(one) ?? 0,
        responsibleId: named(one.responsible),
        referenceId: one.referenceCode === null ? null : (indicators.get(one.referenceCode.toLowerCase())?.id ?? null),
        leadIndicatorId: lead ? (measuring.get(lead) ?? null) : null,
        previousId: sameIn(before?.goals, one.previous),
        ...one.fields,
      }
      const goalId = write.insert('goals', { id: newId(), ...goal }).id
      goalIds.set(one, goalId)
      here.goals.set(one.fields.code, goalId)
      for (const wording of one.wordings) write.insert('wordings', { id: newId(), planId, goalId, ...wording })
      for (const [indicatorId, note] of new Map(own)) {
        write.insert('goalLinks', { id: newId(), ...blankLink, goalId, indicatorId, note })
      }
      strategies(one.strategies, goalId, null)
      goals(one.subGoals, focusAreaId, goalId)
    }
  }
  for (const area of file.areas) {
    const areaId = here.areas.get(area.fields.number) ?? null
    goals(area.goals, areaId, null)
    strategies(area.strategies, null, areaId)
    projects(area.projects, areaId)
  }
  goals(file.goals, null, null)
  projects(file.projects, null)
  // Activities last: each may carry out any strategy of the plan.
  for (const area of file.areas) {
    const areaId = here.areas.get(area.fields.number) ?? null
    for (const goal of goalsOfPlan({ ...file, areas: [area], goals: [] })) {
      activities(goal.activities, goalIds.get(goal) ?? null, areaId)
    }
    activities(area.activities, null, areaId)
  }
  for (const goal of goalsOfPlan({ ...file, areas: [] })) activities(goal.activities, goalIds.get(goal) ?? null, null)
  activities(file.activities, null, null)
  return here
}

/** What a name stands for; null for none. */
function sameIn<N extends string | number>(names: ReadonlyMap<N, Id> | undefined, name: N | null): Id | null {
  return name === null ? null : (names?.get(name) ?? null)
}

/** The places of a plan's goals: those that the file states, else the order in which they stand in it. */
function placesOf(file: FilePlan): Map<FileGoal, number> {
  const goals = goalsOfPlan(file).map((goal, at) => ({ goal, place: goal.place ?? at }))
  return new Map(goals.sort((a, b) => a.place - b.place).map(({ goal }, place) => [goal, place]))
}

function indicatorOf(
  { write, maker, indicators, own }: Import,
  one: FileIndicator,
  planId: Id | null,
  country: Country,
): Id {
  const { newId, today, actor, personNamed } = maker
  let { code } = one.fields
  for (let next = 2; one.coined && isOther(write, indicators.get(code.toLowerCase()), one); next += 1) {
    code = one.fields.code.replace(/\d+$/, String(next))
  }
  const here = indicators.get(code.toLowerCase())
  if (here) {
    // One that is here already keeps its own fields and figures; what an earlier plan of the file had of it is this plan's main goal's.
    if (planId !== null && here.planId === null && own.has(here.id)) {
      indicators.set(code.toLowerCase(), write.revise('indicators', here.id, { planId }))
    }
    return here.id
  }
  const responsibleId = personNamed(one.responsible)
  const indicator = write.insert('indicators', { id: newId(), planId, responsibleId, ...one.fields, code })
  indicators.set(code.toLowerCase(), indicator)
  own.add(indicator.id)
  // Of figures of one day the last is in force.
  for (const { vintage, enteredBy, ...figure } of [...one.earlier, ...one.figures]) {
    const regionCode = regionOf(figure.regionCode, one.fields.regionCodes, country)
    const fetched = vintage === null ? { vintage: today, enteredBy: enteredBy ?? actor } : { vintage, enteredBy }
    write.insert('measurements', { id: newId(), indicatorId: indicator.id, ...fetched, ...figure, regionCode })
  }
  return indicator.id
}

/** An indicator here that a coined code may not be shared with: of another title, or with other figures, as of another organisation. */
function isOther(store: Store, here: Indicator | undefined, { fields, figures }: FileIndicator): boolean {
  if (!here) return false
  const known = figuresInForce(store, here.id)
  return (
    here.title !== fields.title ||
    figures.some((one) => !known.some(({ period, value }) => period === one.period && value === one.value))
  )
}

const blankLink = {
  commitmentId: null,
  projectId: null,
  milestoneId: null,
  decisionId: null,
  visitId: null,
  followUpId: null,
  indicatorId: null,
  note: null,
}
const blankProject = {
  leadId: null,
  startOn: null,
  endPlannedOn: null,
  endActualOn: null,
  status: 'notStated' as const,
  budgetAmount: null,
  currency: null,
  nextDecisionId: null,
  continuesAsId: null,
  effect: null,
}
