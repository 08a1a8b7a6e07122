/** Makes records of a plan file's plans. The caller holds the transaction; a rule that a part breaks refuses the whole, told by its line. */
import { invalid } from '#shared/contract/problem.ts'
import type { FieldMessages } from '#shared/domain/checked.ts'
import type { Goal } from '#shared/domain/records/goal.ts'
import type { Indicator } from '#shared/domain/records/indicator.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { type FileRemark, fileMessage } from '#shared/plan-file/nodes.ts'
import type {
  FileActivity,
  FileGoal,
  FileIndicator,
  FilePlan,
  FileProject,
  FileStrategy,
} from '#shared/plan-file/parts.ts'
import { goalsOfPlan } from '#shared/plan-file/read.ts'
import type { Writer } from './changes.ts'
import { wrongInActivity, wrongInGoal } from './goal-checks.ts'
import { wrongInPlan } from './plan-checks.ts'
import { readAll, type Store } from './store.ts'

export interface Maker {
  readonly newId: () => Id
  readonly today: Day
  readonly language: Language
  readonly actor: string
}

/** Every indicator of a plan in the file, those of its main goal first. */
export function indicatorsOfFile(plan: FilePlan): FileIndicator[] {
  return [...plan.indicators, ...goalsOfPlan(plan).flatMap((goal) => goal.indicators)]
}

/**
 * What of a file's indicators clashes with those here: the same code and title is the same indicator and is used as it is, the same code
 * with another title is an error. Within the file likewise.
 */
export function indicatorClashes(store: Store, plans: readonly FilePlan[]): FileRemark[] {
  const known = new Map(
    readAll(store, 'indicators', 'code').map(({ code, title }) => [code.toLowerCase(), { title, here: true }]),
  )
  return plans.flatMap(indicatorsOfFile).flatMap(({ node, fields }) => {
    const found = known.get(fields.code.toLowerCase())
    if (!found) known.set(fields.code.toLowerCase(), { title: fields.title, here: false })
    if (!found || (!found.here && found.title === fields.title)) return []
    const same = found.title === fields.title
    const message = same
      ? fileMessage('indicatorReused', { code: fields.code })
      : fileMessage('indicatorTaken', { code: fields.code, title: found.title })
    return [
      { severity: same ? 'warning' : 'error', line: node.line, column: node.column, path: node.path, message } as const,
    ]
  })
}

/** Makes one plan with all its parts, as a draft unless the file says otherwise. @throws ProblemError `invalid` by path in the file. */
export function importPlan(write: Writer, file: FilePlan, maker: Maker): Id {
  const { newId } = maker
  const day = { today: maker.today, language: maker.language }
  const fields = { ...file.fields, previousVersionId: null }
  refuse(file.node.path, wrongInPlan(write, null, fields, day))
  const planId = write.insert('plans', { id: newId(), ...fields }).id
  file.sections.forEach((section, position) => {
    write.insert('planSections', { id: newId(), planId, position, ...section })
  })
  for (const wording of file.wordings) write.insert('wordings', { id: newId(), planId, goalId: null, ...wording })
  const indicators = new Map(readAll(write, 'indicators', 'code').map((one) => [one.code.toLowerCase(), one]))
  const areas = new Map<number, Id>()
  for (const { fields: area } of file.areas) {
    areas.set(
      area.number,
      write.insert('focusAreas', { id: newId(), planId, responsibleId: null, previousId: null, ...area }).id,
    )
  }
  for (const one of file.indicators) indicatorOf(write, one, planId, indicators, maker)
  for (const one of indicatorsOfFile(file)) indicatorOf(write, one, null, indicators, maker)
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
    for (const { node, fields: own, areaNumber } of all) {
      const focusAreaId = areaId ?? (areaNumber === null ? null : (areas.get(areaNumber) ?? null))
      const activity = { planId, focusAreaId, goalId, strategyId: null, responsibleId: null, previousId: null, ...own }
      refuse(node.path, wrongInActivity(write, null, activity, day))
      write.insert('activities', { id: newId(), ...activity })
    }
  }
  const projects = (all: readonly FileProject[], areaId: Id | null) => {
    for (const { fields: own } of all)
      write.insert('projects', {
        id: newId(),
        ...blankProject,
        planId,
        focusAreaIds: areaId ? [areaId] : [],
        crossCutting: areaId === null,
        ...own,
      })
  }
  const goals = (all: readonly FileGoal[], focusAreaId: Id | null, parentId: Id | null) => {
    for (const one of all) {
      const own = one.indicators
        .map(({ fields: { code } }) => indicators.get(code.toLowerCase())?.id)
        .filter((id) => id !== undefined)
      const lead = one.indicators.find((indicator) => indicator.lead)
      const goal: Omit<Goal, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'> = {
        planId,
        focusAreaId,
        parentId,
        position: position++,
        responsibleId: null,
        referenceId: one.referenceCode === null ? null : (indicators.get(one.referenceCode.toLowerCase())?.id ?? null),
        leadIndicatorId: lead ? (indicators.get(lead.fields.code.toLowerCase())?.id ?? null) : null,
        previousId: null,
        ...one.fields,
      }
      // Wordings that state the value stand in the file beside the goal, but are not here yet.
      const undecided =
        one.wordings.some(({ targetValue }) => targetValue !== null) && !one.wordings.some(({ inForce }) => inForce)
      const { targetValue, ...wrong } = wrongInGoal(write, null, goal, day)
      refuse(one.node.path, undecided || !targetValue ? wrong : { ...wrong, targetValue })
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
  { newId, today, actor }: Maker,
) {
  const key = one.fields.code.toLowerCase()
  // One that is here already keeps its own fields and figures.
  if (known.has(key)) return
  const indicator = write.insert('indicators', { id: newId(), planId, responsibleId: null, ...one.fields })
  known.set(key, indicator)
  for (const figure of one.figures) {
    const regionCode = figure.regionCode || (one.fields.regionCodes[0] ?? (write.country === 'SE' ? 'SE' : 'NO'))
    write.insert('measurements', {
      id: newId(),
      indicatorId: indicator.id,
      vintage: today,
      enteredBy: actor,
      ...figure,
      regionCode,
    })
  }
}

/** @throws ProblemError `invalid`, each field by its path in the file. */
function refuse(path: string, wrong: FieldMessages) {
  const fields = Object.entries(wrong)
  if (fields.length > 0)
    throw invalid(Object.fromEntries(fields.map(([field, message]) => [`${path}.${field}`, message])))
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
