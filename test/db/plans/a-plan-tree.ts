/** Plans with parts, written straight into the store: any tree, also one that no operation would make in one go. */
import { transact, type Writer } from '#db/changes.ts'
import { uuidv7 } from '#db/ids.ts'
import type { Store } from '#db/store.ts'
import type { Activity, Goal } from '#shared/domain/records/goal.ts'
import { blankArea } from '#shared/domain/records/plan.ts'
import type { Id } from '#shared/domain/values.ts'

let made = 0
/** Ids that sort as they are made. */
export function nextId(): Id {
  made += 1
  const bytes = new Uint8Array(10)
  new DataView(bytes.buffer).setUint32(6, made)
  return uuidv7(1_795_000_000_000 + made, bytes)
}

/** One change of the log. */
export function written<T>(store: Store, work: (write: Writer) => T extends PromiseLike<unknown> ? never : T): T {
  return transact<T>(store, { actor: 'Kari Berg', command: 'test' }, work).value
}

const blankGoal = {
  focusAreaId: null,
  parentId: null,
  definition: null,
  targetKind: 'none',
  targetValue: null,
  targetUnit: null,
  comparator: null,
  baselineValue: null,
  baselineUnit: null,
  baselinePeriod: null,
  baselineSource: null,
  referenceId: null,
  referenceText: null,
  targetPeriod: null,
  deadline: null,
  test: null,
  responsibleId: null,
  status: null,
  statusComment: null,
  statusOn: null,
  leadIndicatorId: null,
  strategyIntro: null,
  previousId: null,
} as const

export function aGoal(write: Writer, planId: Id, code: string, given: Partial<Goal> = {}): Id {
  return write.insert('goals', {
    ...blankGoal,
    id: nextId(),
    planId,
    code,
    title: `Mål ${code}`,
    position: 0,
    ...given,
  }).id
}

export function anArea(write: Writer, planId: Id, number: number, title = `Område ${number}`): Id {
  return write.insert('focusAreas', { ...blankArea, id: nextId(), planId, number, title }).id
}

export function aStrategy(write: Writer, planId: Id, home: { goalId?: Id; focusAreaId?: Id }, text: string): Id {
  const none = { goalId: null, focusAreaId: null, position: 0, examples: [] }
  return write.insert('strategies', { ...none, ...home, id: nextId(), planId, text }).id
}

export function aWording(write: Writer, planId: Id, goalId: Id | null, text: string, inForce = false): Id {
  const fields = { planId, goalId, text, inForce, sourceDocument: null, place: null, targetValue: null }
  return write.insert('wordings', { ...fields, id: nextId() }).id
}

export function anActivity(write: Writer, planId: Id, title: string, given: Partial<Activity> = {}): Id {
  return write.insert('activities', {
    focusAreaId: null,
    goalId: null,
    strategyId: null,
    code: null,
    year: null,
    responsibleId: null,
    status: 'notStated',
    statusComment: null,
    statusOn: null,
    dueOn: null,
    dependsOn: null,
    previousId: null,
    ...given,
    id: nextId(),
    planId,
    title,
  }).id
}

export function aSection(write: Writer, planId: Id, position: number, title: string, lines: string[] = []): Id {
  return write.insert('planSections', { id: nextId(), planId, position, title, lines }).id
}

export function anIndicator(write: Writer, code: string, planId: Id | null = null): Id {
  return write.insert('indicators', {
    id: nextId(),
    code,
    title: `Indikator ${code}`,
    planId,
    group: null,
    unit: 'percent',
    unitText: null,
    decimals: 1,
    direction: 'higherBetter',
    sourceName: null,
    sourceUrl: null,
    sourceTable: null,
    frequency: 'yearly',
    availability: 'open',
    regionCodes: [],
    breakdown: 'none',
    definition: null,
    calculation: null,
    responsibleId: null,
    nextExpectedOn: null,
    jumpFactor: null,
  }).id
}

export type Served =
  | 'commitmentId'
  | 'projectId'
  | 'milestoneId'
  | 'decisionId'
  | 'visitId'
  | 'followUpId'
  | 'indicatorId'
export function aLink(write: Writer, goalId: Id, kind: Served, id: Id, note: string | null = null): Id {
  return write.insert('goalLinks', {
    commitmentId: null,
    projectId: null,
    milestoneId: null,
    decisionId: null,
    visitId: null,
    followUpId: null,
    indicatorId: null,
    goalId,
    note,
    [kind]: id,
    id: nextId(),
  }).id
}
