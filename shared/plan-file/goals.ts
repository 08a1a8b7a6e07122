/** Goals, wordings, strategies, activities and projects of a plan file. */

import { activity, goalFields, strategyFields, wordingFields } from '../domain/records/goal.ts'
import { projectFields } from '../domain/records/project.ts'
import { day, text, title } from '../domain/values.ts'
import { readIndicators } from './indicators.ts'
import { fileMessage } from './message.ts'
import type { FileActivity, FileGoal, FileProject, FileSetting, FileStrategy, FileWording } from './parts.ts'
import { said, type Taking } from './taking.ts'
import { activityStatusWords, comparatorWords, goalStatusWords, kindWords, unitOf } from './words.ts'

/** A list of wordings; of none is said that it is in force unless the file does. */
export function readWordings(from: Taking, key: string, setting: FileSetting): FileWording[] {
  return from.maps(key, 'text').map((one) => {
    const place = one.line('where')
    const wording: FileWording = {
      text: one.field('text', one.requiredText('text', 10_000), wordingFields.text) ?? '',
      sourceDocument: one.line('source_document') ?? setting.source(one.line('source')),
      place,
      inForce: one.flag('in_force') ?? false,
      targetValue: one.number('value'),
    }
    one.rest()
    return wording
  })
}

export function readStrategies(from: Taking): FileStrategy[] {
  return from.maps('strategies', 'text').map((one) => {
    const variant = one.line('variant')
    const words = one.requiredText('text', 10_000)
    const examples = one.field('examples', one.texts('examples'), strategyFields.examples) ?? []
    const ref = one.line('id')
    one.rest()
    return { fields: { text: variant ? `${words} (${variant})` : words, examples }, ref }
  })
}

export function readActivities(from: Taking, setting: FileSetting): FileActivity[] {
  return from.maps('activities', 'title').map((one) => {
    const code = one.field('code', one.text('code'), activity.shape.code)
    const status = one.oneOf('status', activityStatusWords) ?? 'notStated'
    const comment = one.text('status_comment')
    const dependsOn = one.line('depends_on')
    const fields = {
      code,
      title: one.field('title', one.required('title'), title) ?? '',
      year: one.field('year', one.number('year'), activity.shape.year),
      status,
      statusComment: said([comment, ...(code ? setting.conflictsAbout(code) : [])]),
      statusOn: one.field('status_on', one.text('status_on'), day),
      dueOn: one.field('due_on', one.text('due_on'), day),
      dependsOn,
    }
    const areaNumber = one.number('focus_area') ?? one.number('promise_inferred')
    const responsible = one.line('responsible')
    const refs = { ref: one.line('id'), strategy: one.line('strategy'), previous: one.line('previous') }
    one.rest()
    return { node: one.node, fields, responsible, areaNumber, ...refs }
  })
}

export function readProjects(from: Taking, key: string, setting: FileSetting): FileProject[] {
  return from.maps(key).map((one) => {
    const number = one.line('code')
    const startYear = one.number('start_year')
    if (startYear === null) one.wrong('start_year', fileMessage('missing', { key: 'start_year' }))
    one.skip('conflict')
    const areaNumbers = one.numbers('focus_areas')
    const fields = {
      title: one.required('title'),
      number,
      startYear: one.field('start_year', startYear, projectFields.startYear) ?? 2000,
      lighthouse: one.flag('lighthouse') ?? true,
      description: said([one.text('description'), ...(number ? setting.conflictsAbout(number) : [])]),
    }
    one.rest()
    return { node: one.node, fields, areaNumbers }
  })
}

/** A goal with what hangs on it. The main goal's target becomes one too, where the plan states it. */
export function readGoal(one: Taking, setting: FileSetting): FileGoal {
  const code = one.required('code', 20)
  const wordings = readWordings(one, 'wordings', setting)
  const { indicators, notes } = readIndicators(one, code, setting)
  one.skip('conflict')
  const target = one.map('target')
  const at = readTarget(target)
  const leads = indicators.filter(({ lead }) => lead)
  if (leads.length > 1) one.wrong('indicators', fileMessage('severalLeads', { code }))
  const fields = {
    code,
    title: one.required('title'),
    ...at.fields,
    definition: said([...one.lines('definition'), at.condition, ...notes, ...setting.conflictsAbout(code)]),
    deadline: one.field('deadline', one.text('deadline'), day),
    status: one.oneOf('status', goalStatusWords),
    statusComment: one.field('status_comment', one.text('status_comment'), text),
    statusOn: one.field('status_on', one.text('status_on'), day),
    strategyIntro: one.text('strategies_intro'),
  }
  const goal = {
    node: one.node,
    fields,
    responsible: one.line('responsible'),
    place: one.field('place', one.number('place'), goalFields.position),
    previous: one.line('previous'),
    referenceCode: at.referenceCode,
    wordings,
    strategies: readStrategies(one),
    activities: readActivities(one, setting),
    indicators,
    subGoals: one.maps('sub_goals').map((sub) => readGoal(sub, setting)),
  }
  one.rest()
  return goal
}

function readTarget(target: Taking | null) {
  const kind = target?.oneOf('kind', kindWords) ?? 'none'
  const unit = unitOf(target?.line('unit') ?? null).unit
  const measuredIn = unitOf(target?.line('measured_in') ?? null).unit
  const value = target?.number('value') ?? target?.number('factor') ?? null
  const baselineValue = target?.number('baseline') ?? null
  const stated = unitOf(target?.line('baseline_unit') ?? null).unit
  const comparator = target?.oneOf('comparator', comparatorWords) ?? null
  const compared = target?.texts('compared_with') ?? []
  const fields = {
    targetKind: kind,
    targetValue: target?.field('value', value, goalFields.targetValue) ?? null,
    // Of a multiple plans name the unit of what is multiplied; of a place none is needed.
    targetUnit: unit,
    comparator,
    baselineValue,
    baselineUnit:
      stated ??
      // Said to be none, it is none.
      (baselineValue === null || target?.node.entries.has('baseline_unit')
        ? null
        : (measuredIn ?? (kind === 'level' || kind === 'absoluteChange' || kind === 'multiple' ? unit : null))),
    baselinePeriod: target?.period('baseline_period') ?? null,
    baselineSource: target?.line('baseline_source') ?? null,
    referenceText: target?.line('reference') ?? null,
    targetPeriod: target?.period('target_period') ?? target?.period('until') ?? null,
    test: said([target?.text('test') ?? null, compared.length > 0 ? compared.join(', ') : null]),
  }
  const condition = target?.text('condition') ?? null
  const referenceCode = target?.line('reference_indicator') ?? null
  // Fyr counts it itself.
  target?.skip('target_value_inferred')
  target?.rest()
  return { fields, condition, referenceCode }
}
