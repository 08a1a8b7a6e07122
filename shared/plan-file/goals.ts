/** Goals, indicators, wordings, strategies, activities and projects of a plan file. */

import { activity, goalFields, wordingFields } from '../domain/records/goal.ts'
import { indicatorFields } from '../domain/records/indicator.ts'
import { projectFields } from '../domain/records/project.ts'
import { day, text, title } from '../domain/values.ts'
import { fileMessage } from './nodes.ts'
import type { FileActivity, FileGoal, FileIndicator, FileProject, FileStrategy, FileWording } from './parts.ts'
import type { Taking } from './taking.ts'
import {
  activityStatusWords,
  availabilityWords,
  comparatorWords,
  directionWords,
  frequencyWords,
  goalStatusWords,
  kindWords,
  measurementWords,
  unitOf,
} from './words.ts'

/** What the whole file says that its parts refer to. */
export interface FileSetting {
  /** A source by its id, in words. */
  source(id: string | null): string | null
  /** What the file says is unsettled about a code or id; taken once. */
  conflictsAbout(about: string): string[]
}

const said = (lines: readonly (string | null)[]) =>
  lines.filter((line) => line !== null && line !== '').join('\n') || null

/** A list of wordings; of none is said that it is in force unless the file does. */
export function readWordings(from: Taking, key: string, setting: FileSetting): FileWording[] {
  return from.maps(key, 'text').map((one) => {
    const place = one.line('where')
    const wording: FileWording = {
      text: one.field('text', one.required('text', 10_000), wordingFields.text) ?? '',
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
    const words = one.required('text', 10_000)
    const strategy = { text: variant ? `${words} (${variant})` : words, examples: one.texts('examples') }
    one.rest()
    return strategy
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
    one.rest()
    return { node: one.node, fields, areaNumber }
  })
}

export function readProjects(from: Taking, key: string, setting: FileSetting): FileProject[] {
  return from.maps(key).map((one) => {
    const number = one.line('code')
    const startYear = one.number('start_year')
    if (startYear === null) one.wrong('start_year', fileMessage('missing', { key: 'start_year' }))
    one.skip('conflict')
    const fields = {
      title: one.required('title'),
      number,
      startYear: one.field('start_year', startYear, projectFields.startYear) ?? 2000,
      lighthouse: one.flag('lighthouse') ?? true,
      description: said([one.text('description'), ...(number ? setting.conflictsAbout(number) : [])]),
    }
    one.rest()
    return { node: one.node, fields }
  })
}

export function readIndicators(
  from: Taking,
  owner: string,
  setting: FileSetting,
): { indicators: FileIndicator[]; notes: string[] } {
  const indicators: FileIndicator[] = from.maps('indicators').map((one) => readIndicator(one, setting))
  const notes: string[] = []
  for (const one of from.maps('baseline_measurements')) {
    const name = one.required('title')
    const { unit, unitText } = unitOf(one.line('unit'))
    const [value, period, reason] = [one.number('value'), one.period('period'), one.line('text')]
    const [source, note] = [one.line('data_source'), one.text('note')]
    one.skip('period_inferred', 'data_source_inferred')
    one.rest()
    const same = (indicator: FileIndicator) => indicator.fields.title.toLowerCase() === name.toLowerCase()
    if (period === null || (value === null && reason === null)) {
      // A figure without a period can't be a measurement; it stays in words.
      notes.push(
        `${name}: ${[value, unitText ?? unit, reason, source, note].filter((part) => part !== null).join(', ')}`,
      )
      one.warn('period', fileMessage('figureWithoutPeriod', { title: name }))
      continue
    }
    let known = indicators.find(same)
    if (!known) {
      const own = indicators.filter(({ fields }) => fields.code.startsWith(`${owner}.B`)).length + 1
      known = {
        node: one.node,
        lead: false,
        figures: [],
        fields: {
          ...blankIndicator,
          code: `${owner}.B${own}`,
          title: name,
          unit: unit ?? 'notStated',
          unitText,
          sourceName: source,
          decimals: decimalsOf(value),
        },
      }
      indicators.push(known)
    }
    const figure = {
      regionCode: '',
      period,
      breakdownCode: null,
      value,
      missingReason: value === null ? reason : null,
      status: value === null ? ('missing' as const) : ('final' as const),
      seriesBreak: false,
      breakNote: null,
      sourceDocument: source,
      note,
    }
    const decimals = Math.max(known.fields.decimals, decimalsOf(value))
    indicators[indicators.indexOf(known)] = {
      ...known,
      fields: { ...known.fields, decimals },
      figures: [...known.figures, figure],
    }
  }
  return { indicators, notes }
}

const decimalsOf = (value: number | null) => Math.min(6, String(value ?? '').split('.')[1]?.length ?? 0)
const blankIndicator = {
  group: null,
  unitText: null,
  decimals: 0,
  direction: 'neutral' as const,
  sourceName: null,
  sourceUrl: null,
  sourceTable: null,
  frequency: 'notStated' as const,
  availability: 'open' as const,
  regionCodes: [] as string[],
  breakdown: 'none' as const,
  definition: null,
  calculation: null,
  nextExpectedOn: null,
  jumpFactor: null,
}

function readIndicator(one: Taking, setting: FileSetting): FileIndicator {
  const code = one.required('code', 30)
  const { unit, unitText } = unitOf(one.line('unit'))
  const figures = one.maps('measurements').map((figure) => {
    const value = figure.number('value')
    const read = {
      regionCode: figure.line('region') ?? '',
      period: figure.period('period') ?? '',
      breakdownCode: figure.line('part'),
      value,
      missingReason: figure.line('missing_reason'),
      status: figure.oneOf('status', measurementWords) ?? (value === null ? 'missing' : 'final'),
      seriesBreak: figure.flag('series_break') ?? false,
      breakNote: figure.line('break_note'),
      sourceDocument: figure.line('source_document'),
      note: figure.text('note'),
    } as const
    if (read.period === '') figure.wrong('period', fileMessage('missing', { key: 'period' }))
    if ((value === null) === (read.missingReason === null)) figure.wrong('value', fileMessage('valueOrReason'))
    figure.rest()
    return read
  })
  const fields = {
    ...blankIndicator,
    code,
    title: one.required('title'),
    group: one.line('group'),
    unit: unit ?? ('notStated' as const),
    unitText: one.line('unit_text') ?? unitText,
    decimals:
      one.field('decimals', one.number('decimals'), indicatorFields.decimals) ??
      Math.max(0, ...figures.map(({ value }) => decimalsOf(value))),
    direction:
      one.oneOf('direction', directionWords) ?? one.oneOf('direction_inferred', directionWords) ?? ('neutral' as const),
    sourceName: one.line('data_source'),
    sourceUrl: one.line('source_url'),
    sourceTable: one.line('source_table'),
    frequency: one.oneOf('frequency', frequencyWords) ?? ('notStated' as const),
    availability: one.oneOf('availability', availabilityWords) ?? ('open' as const),
    regionCodes: one.texts('regions'),
    definition: said([one.text('definition'), ...setting.conflictsAbout(code)]),
    calculation: one.text('calculation'),
    nextExpectedOn: one.field('next_expected_on', one.text('next_expected_on'), day),
  }
  const lead = one.flag('lead') ?? false
  one.rest()
  return { node: one.node, fields, lead, figures }
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
      (baselineValue === null
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
