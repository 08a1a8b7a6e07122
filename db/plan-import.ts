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
import { indicatorsOfPlan } from '#shared/plan-file/read.ts'
import type { Writer } from './changes.ts'
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

/** The plan here that a plan of a file may be: of its title, and of its organisation or of none. */
export function planHere(store: Store, { fields }: FilePlan): Plan | undefined {
  const { title, organisation } = fields
  return readAll(store, 'plans', 'id').find(
    (one) => one.title === title && (one.organisation === organisation || one.organisation === null),
  )
}

/** Makes one plan with all its parts, as a draft unless the file says otherwise. Indicators that are here already are used as they are. */
export function importPlan(write: Writer, file: FilePlan, maker: Maker): Id {
  const { newId, personNamed: named } = maker
  const planId = write.insert('plans', { id: newId(), previousVersionId: null, ...file.fields }).id
  file.sections.forEach((section, position) => {
    write.insert('planSections', { id: newId(), planId, position, ...section })
  })
  for (const wording of file.wordings) write.insert('wordings', { id: newId(), planId, goalId: null, ...wording })
  const indicators = new Map(readAll(write, 'indicators', 'code').map((one) => [one.code.toLowerCase(), one]))
  const country = file.fields.country ?? write.country
  const areas = new Map<number, Id>()
  for (const { fields: area, responsible } of file.areas) {
    areas.set(
      area.number,
      write.insert('focusAreas', { id: newId(), planId, responsibleId: named(responsible), previousId: null, ...area })
        .id,
    )
  }
  const made = new Map<FileIndicator, Id>()
  const main = new Set(file.indicators)
  for (const one of indicatorsOfPlan(file)) {
    made.set(one, indicatorOf(write, one, main.has(one) ? planId : null, indicators, country, maker))
  }
  let position = 0
  const strategies = (all: readonly FileStrategy[], goalId: Id | null, focusAreaId: Id | null) => {
    all.forEach((one, at) => {
      write.insert('strategies', {
        id: newId(),
        planId,
        goalId,
        focusAreaId: goalId ? null : focusAreaId,
        position: at,
        ...one,
      })
    })
  }
  const activities = (all: readonly FileActivity[], goalId: Id | null, areaId: Id | null) => {
    for (const { fields: own, responsible, areaNumber } of all) {
      const focusAreaId = areaId ?? (areaNumber === null ? null : (areas.get(areaNumber) ?? null))
      const placed = { planId, focusAreaId, goalId, strategyId: null, previousId: null }
      write.insert('activities', { id: newId(), ...placed, responsibleId: named(responsible), ...own })
    }
  }
  const projects = (all: readonly FileProject[], areaId: Id | null) => {
    for (const { fields: own, areaNumbers } of all) {
      const stated = areaNumbers.map((number) => areas.get(number)).filter((id) => id !== undefined)
      const focusAreaIds = areaId ? [areaId] : [...new Set(stated)]
      const crossCutting = focusAreaIds.length === 0
      write.insert('projects', { id: newId(), ...blankProject, planId, focusAreaIds, crossCutting, ...own })
    }
  }
  const goals = (all: readonly FileGoal[], focusAreaId: Id | null, parentId: Id | null) => {
    for (const one of all) {
      const own = one.indicators.map((indicator) => made.get(indicator)).filter((id) => id !== undefined)
      const lead = one.indicators.find((indicator) => indicator.lead)
      const goal: Omit<Goal, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'> = {
        planId,
        focusAreaId,
        parentId,
        position: position++,
        responsibleId: named(one.responsible),
        referenceId: one.referenceCode === null ? null : (indicators.get(one.referenceCode.toLowerCase())?.id ?? null),
        leadIndicatorId: lead ? (made.get(lead) ?? null) : null,
        previousId: null,
        ...one.fields,
      }
      const goalId = write.insert('goals', { id: newId(), ...goal }).id
      for (const wording of one.wordings) write.insert('wordings', { id: newId(), planId, goalId, ...wording })
      for (const indicatorId of new Set(own))
        write.insert('goalLinks', { id: newId(), ...blankLink, goalId, indicatorId })
      strategies(one.strategies, goalId, null)
      activities(one.activities, goalId, focusAreaId)
      goals(one.subGoals, focusAreaId, goalId)
    }
  }
  for (const area of file.areas) {
    const areaId = areas.get(area.fields.number) ?? null
    goals(area.goals, areaId, null)
    strategies(area.strategies, null, areaId)
    activities(area.activities, null, areaId)
    projects(area.projects, areaId)
  }
  goals(file.goals, null, null)
  activities(file.activities, null, null)
  projects(file.projects, null)
  return planId
}

function indicatorOf(
  write: Writer,
  one: FileIndicator,
  planId: Id | null,
  known: Map<string, Indicator>,
  country: Country,
  { newId, today, actor, personNamed }: Maker,
): Id {
  let { code } = one.fields
  for (let next = 2; one.coined && isOther(write, known.get(code.toLowerCase()), one); next += 1) {
    code = one.fields.code.replace(/\d+$/, String(next))
  }
  // One that is here already keeps its own fields and figures.
  const here = known.get(code.toLowerCase())
  if (here) return here.id
  const indicator = write.insert('indicators', {
    id: newId(),
    planId,
    responsibleId: personNamed(one.responsible),
    ...one.fields,
    code,
  })
  known.set(code.toLowerCase(), indicator)
  for (const figure of one.figures) {
    const regionCode = regionOf(figure.regionCode, one.fields.regionCodes, country)
    write.insert('measurements', {
      id: newId(),
      indicatorId: indicator.id,
      vintage: today,
      enteredBy: actor,
      ...figure,
      regionCode,
    })
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
