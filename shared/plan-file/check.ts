/** The rules that the screens hold plans to, said of the lines of a plan file, so that a preview tells what an import would refuse. */
import type { FieldMessages } from '../domain/checked.ts'
import { checkActivity, checkGoal, checkWording } from '../domain/goal-rules.ts'
import { checkIndicator } from '../domain/indicator-rules.ts'
import { checkMeasurement } from '../domain/measurement-rules.ts'
import { formatPeriod } from '../domain/periods.ts'
import { checkPlan } from '../domain/plan-rules.ts'
import type { IndicatorUnit } from '../domain/records/indicator.ts'
import type { Country, Day, Language } from '../domain/values.ts'
import { fileMessage } from './message.ts'
import type { FileNode, FileRemark } from './nodes.ts'
import type { FileActivity, FileFigure, FileGoal, FileIndicator, FilePlan, FileWording } from './parts.ts'
import { activitiesOfPlan, goalsOfPlan, indicatorsOfPlan, plansByRef } from './references.ts'

/** What the file that plans are imported into has. */
export interface CheckSetting {
  readonly today: Day
  readonly language: Language
  /** The partnership's; plans may name their own. */
  readonly country: Country
  /** Title and unit of an indicator that is here already, by its code in small letters. */
  indicator(code: string): { readonly title: string; readonly unit: IndicatorUnit } | null
  /** How many people here have a name. */
  peopleNamed(name: string): number
}

/**
 * All that is said of a file of which some plans are looked at. What can't be read is told once: the rules, to which it isn't there, say
 * nothing of it or of what it is a part of.
 */
export function remarksOf(
  read: readonly FileRemark[],
  plans: readonly FilePlan[],
  setting: CheckSetting,
): FileRemark[] {
  const faulty = read.flatMap(({ severity, path, message }) =>
    severity === 'error' && path !== null && message.key !== fileMessage('missing').key
      ? [path, path.replace(/\.[^.]*$/, '')]
      : [],
  )
  const told = new Set(faulty)
  const byRules = checkPlans(plans, setting)
  return [...read, ...byRules.filter(({ severity, path }) => severity !== 'error' || !told.has(path ?? ''))]
}

/** What is wrong with plans as they would be imported, and what is to be looked at; by line. */
function checkPlans(plans: readonly FilePlan[], setting: CheckSetting): FileRemark[] {
  const known = new Map<string, string>()
  const versions = versionsIn(plans)
  const [tooMany] = versions.size > mostVersions ? plans : []
  if (tooMany)
    return [remark('error', tooMany.node, fileMessage('tooManyVersions', { count: versions.size, most: mostVersions }))]
  return plans.flatMap((plan) => {
    const own = versions.get(plan) ?? { ...plan.fields, id: '', previousVersionId: null }
    const wrong = checkPlan(own.id, own, [...versions.values()], setting)
    const remarks = [
      ...told(plan.node, wrong, { previousVersionId: ['previous_version'] }),
      ...checkParts(plan, setting),
    ]
    for (const { node, fields, coined } of indicatorsOfPlan(plan)) {
      const here = setting.indicator(fields.code.toLowerCase())
      const title = here?.title ?? known.get(fields.code.toLowerCase())
      if (title === undefined) known.set(fields.code.toLowerCase(), fields.title)
      else if (title !== fields.title && coined) continue
      else if (title !== fields.title)
        remarks.push(remark('error', node, fileMessage('indicatorTaken', { code: fields.code, title })))
      else if (here) remarks.push(remark('warning', node, fileMessage('indicatorReused', { code: fields.code })))
    }
    return remarks
  })
}

/** Versions are held against each other; a file of thousands would never be through. */
const mostVersions = 200

/** The plans that follow another or are followed; their places in the file stand for the ids that they will have. */
function versionsIn(plans: readonly FilePlan[]) {
  const places = new Map<FilePlan, string>()
  plans.forEach((plan, place) => {
    places.set(plan, String(place))
  })
  const byRef = plansByRef(plans)
  const before = new Map(plans.map((plan) => [plan, byRef.get(plan.previousVersion ?? '')]))
  const followed = new Set(before.values())
  return new Map(
    plans.flatMap((plan) => {
      const previous = before.get(plan)
      if (previous === undefined && !followed.has(plan)) return []
      const previousVersionId = previous === undefined ? null : (places.get(previous) ?? null)
      return [[plan, { ...plan.fields, id: places.get(plan) ?? '', previousVersionId }] as const]
    }),
  )
}

function checkParts(plan: FilePlan, setting: CheckSetting): FileRemark[] {
  const moment = { today: setting.today, language: setting.language }
  const goals = goalsOfPlan(plan)
  const units = new Map<string, IndicatorUnit>()
  for (const { fields } of indicatorsOfPlan(plan)) {
    const code = fields.code.toLowerCase()
    if (!units.has(code)) units.set(code, setting.indicator(code)?.unit ?? fields.unit)
  }
  const activities = activitiesOfPlan(plan)
  return [
    ...wordingsInForce(plan.node, plan.wordings),
    ...goals.flatMap((goal) => checkOneGoal(goal, units, setting)),
    ...activities.flatMap((one) => told(one.node, checkOneActivity(one, moment))),
    ...indicatorsOfPlan(plan).flatMap((one) => checkOneIndicator(one, plan, setting)),
    ...[...plan.areas, ...goals, ...activities, ...indicatorsOfPlan(plan)].flatMap(({ node, responsible }) => {
      const found = responsible === null ? 1 : setting.peopleNamed(responsible)
      const key = found === 0 ? 'nobodyNamed' : 'severalNamed'
      return found === 1
        ? []
        : [remark('warning', at(node, ['responsible']), fileMessage(key, { name: responsible ?? '' }))]
    }),
  ]
}

function checkOneGoal(goal: FileGoal, units: ReadonlyMap<string, IndicatorUnit>, setting: CheckSetting): FileRemark[] {
  const lead = goal.indicators.find((one) => one.lead)?.fields.code.toLowerCase() ?? null
  const reference = goal.referenceCode?.toLowerCase() ?? null
  const wrong = checkGoal(
    {
      ...goal.fields,
      ...blankGoal,
      // Codes stand for the ids that they will have.
      referenceId: reference,
      leadIndicatorId: lead,
    },
    {
      // What the file says twice is told when it is read; area and parent are those that the goal stands under.
      twin: null,
      area: null,
      parent: null,
      ring: null,
      leadUnit: lead === null ? null : (units.get(lead) ?? null),
      undecided:
        goal.wordings.some(({ targetValue }) => targetValue !== null) && !goal.wordings.some(({ inForce }) => inForce),
    },
    setting,
  )
  const unknown = reference !== null && !units.has(reference) && setting.indicator(reference) === null
  return [
    ...told(goal.node, wrong, targetKeys),
    ...wordingsInForce(goal.node, goal.wordings),
    ...(unknown
      ? [
          remark(
            'error',
            at(goal.node, ['target', 'reference_indicator']),
            fileMessage('noReferenceIndicator', { code: goal.referenceCode ?? '' }),
          ),
        ]
      : []),
  ]
}

function checkOneActivity({ fields }: FileActivity, moment: { today: Day; language: Language }): FieldMessages {
  const placed = {
    planId: '',
    focusAreaId: null,
    goalId: null,
    strategyId: null,
    responsibleId: null,
    previousId: null,
  }
  return checkActivity({ ...fields, ...placed }, { twin: null, goal: null, area: null, strategy: null }, moment)
}

function checkOneIndicator(
  { node, fields, figures, earlier }: FileIndicator,
  plan: FilePlan,
  setting: CheckSetting,
): FileRemark[] {
  // What is here already keeps its own fields and figures: the file's are not taken.
  if (setting.indicator(fields.code.toLowerCase())?.title === fields.title) return []
  const country = plan.fields.country ?? setting.country
  const hasFractions = [...figures, ...earlier].some(
    ({ value }) => value !== null && (value < 1 || !Number.isInteger(value)),
  )
  // Of each figure in force the day it was fetched.
  const seen = new Map<string, Day>()
  const check =
    (key: string, wrongBeside: (place: string, vintage: Day) => string | null) =>
    (figure: FileFigure, place: number) => {
      // Told when it was read.
      if (figure.period === '') return []
      const own = {
        ...figure,
        regionCode: regionOf(figure.regionCode, fields.regionCodes, country),
        vintage: figure.vintage ?? setting.today,
      }
      const wrong = checkMeasurement(own, { indicator: fields, country }, setting)
      const beside = wrongBeside(JSON.stringify([own.regionCode, own.period, own.breakdownCode]), own.vintage)
      if (beside !== null) wrong.period ??= fileMessage(beside, { period: formatPeriod(own.period, setting.language) })
      const list = at(node, [key])
      return told((list.kind === 'list' ? list.items[place] : null) ?? node, wrong, figureKeys)
    }
  return [
    // Units against goals are told at the goal, periods at the figure.
    ...told(
      node,
      checkIndicator(fields, { twin: null, leads: [], periods: [], hasFractions, hasParts: false }, setting),
    ),
    ...figures.flatMap(
      check('measurements', (key, vintage) => {
        if (seen.has(key)) return 'figureTwice'
        seen.set(key, vintage)
        return null
      }),
    ),
    ...earlier.flatMap(
      check('earlier_measurements', (key, vintage) => ((seen.get(key) ?? '') < vintage ? 'earlierAlone' : null)),
    ),
  ]
}

/** The region of a figure: as stated, else the indicator's first, else the country. */
export function regionOf(stated: string, regionCodes: readonly string[], country: Country): string {
  return stated || (regionCodes[0] ?? country)
}

function wordingsInForce(node: FileNode, wordings: readonly FileWording[]): FileRemark[] {
  const [other, second] = wordings.filter(({ inForce }) => inForce)
  if (!other || !second) return []
  const wrong = checkWording({ planId: '', inForce: true }, { goal: null, other })
  return Object.values(wrong).map((message) => remark('error', at(node, ['wordings']), message))
}

function told(
  node: FileNode,
  wrong: FieldMessages,
  keys: Readonly<Record<string, readonly string[]>> = {},
): FileRemark[] {
  return Object.entries(wrong).map(([field, message]) => {
    const path = keys[field] ?? [field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]
    return remark('error', at(node, path), message)
  })
}

/** The deepest part of a path that the file has: of a missing value its owner's line is told. */
function at(node: FileNode, path: readonly string[]): FileNode {
  const [key, ...rest] = path
  const next = key !== undefined && node.kind === 'map' ? node.entries.get(key) : undefined
  return next ? at(next, rest) : node
}

function remark(
  severity: FileRemark['severity'],
  { line, column, path }: FileNode,
  message: FileRemark['message'],
): FileRemark {
  return { severity, line, column, path, message }
}

const targetKeys = {
  targetKind: ['target', 'kind'],
  targetValue: ['target', 'value'],
  targetUnit: ['target', 'unit'],
  comparator: ['target', 'comparator'],
  baselineValue: ['target', 'baseline'],
  baselineUnit: ['target', 'baseline_unit'],
  baselinePeriod: ['target', 'baseline_period'],
  targetPeriod: ['target', 'target_period'],
  referenceId: ['target', 'reference_indicator'],
  test: ['target', 'test'],
}
const figureKeys = {
  regionCode: ['region'],
  breakdownCode: ['part'],
}
const blankGoal = {
  planId: '',
  focusAreaId: null,
  parentId: null,
  position: 0,
  responsibleId: null,
  previousId: null,
}
