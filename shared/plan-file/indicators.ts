/** Indicators of a plan file with their figures, and figures that a goal states beside its target. */

import { type Indicator, indicatorFields, regionCode } from '../domain/records/indicator.ts'
import { day } from '../domain/values.ts'
import { fileMessage } from './message.ts'
import type { FileFigure, FileIndicator, FileSetting } from './parts.ts'
import { said, type Taking } from './taking.ts'
import { availabilityWords, breakdownWords, directionWords, frequencyWords, measurementWords, unitOf } from './words.ts'

/** The indicators of a list. */
export function indicatorsIn(from: Taking, key: string, setting: FileSetting): FileIndicator[] {
  return from.maps(key).map((one) => readIndicator(one, setting))
}

/**
 * The indicators of the main goal or of a goal, whose code is `owner`. Figures of `baseline_measurements` become indicators of their own
 * by title; one without a period can't be a figure and comes back as a note.
 */
export function readIndicators(
  from: Taking,
  owner: string,
  setting: FileSetting,
): { indicators: FileIndicator[]; notes: string[] } {
  const indicators: FileIndicator[] = indicatorsIn(from, 'indicators', setting)
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
        coined: true,
        responsible: null,
        figures: [],
        earlier: [],
        linkNote: null,
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
      vintage: null,
      enteredBy: null,
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
  breakdown: 'none' as Indicator['breakdown'],
  definition: null,
  calculation: null,
  nextExpectedOn: null,
  jumpFactor: null as number | null,
}

function readIndicator(one: Taking, setting: FileSetting): FileIndicator {
  const code = one.required('code', 30)
  const { unit, unitText } = unitOf(one.line('unit'))
  const figures = one.maps('measurements').map(readFigure)
  const earlier = one.maps('earlier_measurements').map((figure) => {
    if (!figure.has('vintage')) figure.wrong('vintage', fileMessage('missing', { key: 'vintage' }))
    return readFigure(figure)
  })
  const fields = {
    ...blankIndicator,
    code: one.field('code', code || null, indicatorFields.code) ?? '',
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
    regionCodes: one.field('regions', one.texts('regions'), indicatorFields.regionCodes) ?? [],
    definition: said([one.text('definition'), ...setting.conflictsAbout(code)]),
    calculation: one.text('calculation'),
    nextExpectedOn: one.field('next_expected_on', one.text('next_expected_on'), day),
    breakdown: one.oneOf('breakdown', breakdownWords) ?? ('none' as const),
    jumpFactor: one.field('jump_factor', one.number('jump_factor'), indicatorFields.jumpFactor),
  }
  const lead = one.flag('lead') ?? false
  const responsible = one.line('responsible')
  const linkNote = one.line('link_note')
  one.rest()
  return { node: one.node, fields, lead, coined: false, responsible, figures, earlier, linkNote }
}

function readFigure(figure: Taking): FileFigure {
  const value = figure.number('value')
  const read = {
    regionCode: figure.field('region', figure.line('region'), regionCode) ?? '',
    period: figure.period('period') ?? '',
    breakdownCode: figure.line('part'),
    value,
    missingReason: figure.line('missing_reason'),
    status: figure.oneOf('status', measurementWords) ?? (value === null ? 'missing' : 'final'),
    seriesBreak: figure.flag('series_break') ?? false,
    breakNote: figure.line('break_note'),
    sourceDocument: figure.line('source_document'),
    note: figure.text('note'),
    vintage: figure.field('vintage', figure.text('vintage'), day),
    enteredBy: figure.line('entered_by'),
  } as const
  // What is there and can't be read is told already.
  if (!figure.has('period')) figure.wrong('period', fileMessage('missing', { key: 'period' }))
  if (figure.has('value') === (read.missingReason !== null)) figure.wrong('value', fileMessage('valueOrReason'))
  figure.rest()
  return read
}
