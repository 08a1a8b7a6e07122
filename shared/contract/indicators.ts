import { z } from 'zod'
import {
  availabilities,
  frequencies,
  indicator,
  indicatorChanges,
  indicatorUnits,
  measurement,
  measurementChanges,
  measurementStatuses,
  periodText,
  regionCode,
} from '#shared/domain/records/indicator.ts'
import { count, day, id, line } from '#shared/domain/values.ts'
import { byId, changed, direction, done, many, message, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'
import { warning } from './warning.ts'

/** A figure in force: of its period, the one with the latest vintage. */
export const currentFigure = z.object({
  period: z.string(),
  regionCode: z.string(),
  value: z.number().nullable(),
  missingReason: z.string().nullable(),
  status: z.enum(measurementStatuses),
  vintage: day,
  seriesBreak: z.boolean(),
})
export const indicatorRow = indicator.extend({
  responsibleName: z.string().nullable(),
  planTitle: z.string().nullable(),
  /** Goals that it measures, those of plans in force first: a goal and the one that it took over from are both here. */
  goals: z.array(
    z.object({
      id,
      code: z.string(),
      title: z.string(),
      lead: z.boolean(),
      planTitle: z.string(),
      versionLabel: z.string().nullable(),
      inForce: z.boolean(),
    }),
  ),
  /** The newest figure of its first region, the whole; null where there is none. */
  latest: currentFigure.nullable(),
  /** The one of the period before it that has a value. */
  previous: currentFigure.nullable(),
  /** Days since `nextExpectedOn` passed: a figure of the newest period that comes moves that day on. 0 where nothing is late. */
  daysOverdue: z.int(),
  /** How many periods have a figure. */
  figures: z.int(),
})
export const indicatorFilter = z.strictObject({
  text: z.string().max(200).default(''),
  planId: id.nullable().default(null),
  goalId: id.nullable().default(null),
  /** Told or measured for one of these regions. */
  regionCodes: z.array(z.string().max(40)).max(30).default([]),
  units: z.array(z.enum(indicatorUnits)).default([]),
  frequencies: z.array(z.enum(frequencies)).default([]),
  availabilities: z.array(z.enum(availabilities)).default([]),
  responsibleId: id.nullable().default(null),
  /** Expected, but not come. */
  overdueOnly: z.boolean().default(false),
  /** No figure at all, or none for two years. */
  withoutRecentOnly: z.boolean().default(false),
  /** No source or no definition. */
  incompleteOnly: z.boolean().default(false),
})
/** A figure as it is entered. What is left out: status final, no break, vintage today. */
export const enteredFigure = z.strictObject({
  indicatorId: id,
  regionCode,
  period: periodText,
  breakdownCode: line.default(null),
  value: z.number().nullable(),
  missingReason: line.default(null),
  status: z.enum(measurementStatuses).default('final'),
  vintage: day.nullable().default(null),
  seriesBreak: z.boolean().default(false),
  breakNote: line.default(null),
  sourceDocument: line.default(null),
  note: z.string().max(10_000).nullable().default(null),
})
/** A dimension of a statistics file. */
const dimension = z.object({
  id: z.string(),
  label: z.string(),
  role: z.enum(['region', 'period', 'content', 'other']),
  values: z.array(z.object({ code: z.string(), label: z.string() })),
})
/** How a statistics file becomes figures of one indicator. Every dimension that is neither region nor period is held to one value, or is the breakdown. */
export const figureMapping = z.strictObject({
  indicatorId: id,
  regionDimension: z.string().nullable(),
  /** Where the file has no region. */
  regionCode: regionCode.nullable().default(null),
  periodDimension: z.string(),
  breakdownDimension: z.string().nullable().default(null),
  /** Dimension → code of the value that is taken. */
  held: z.record(z.string(), z.string()).default({}),
  /** Only these regions; empty = all. */
  regions: z.array(z.string()).max(1000).default([]),
})
/** What importing a figure does. `older`: retrieved before what stands, so it is kept as an earlier vintage and not put in force. */
const figureOutcomes = ['new', 'unchanged', 'revised', 'jump', 'older', 'refused'] as const
const statisticsFile = {
  format: z.enum(['jsonStat', 'csv']),
  text: z.string().max(30_000_000, 'problems.field.fileTooLarge'),
}

/** A whole file as JSON, whose quotes and line ends take two characters each. */
const largestFile = 60_100_000

const indicatorReads = ['indicators', 'measurements', 'goals', 'plans', 'persons'] as const
const touches = ['indicators', 'measurements'] as const

export const indicatorOperations = {
  'indicators.list': query({
    input: z.strictObject({
      filter: indicatorFilter.prefault({}),
      sort: z.enum(['code', 'title', 'nextExpectedOn']).default('code'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(indicatorRow),
    reads: indicatorReads,
  }),
  'indicators.totals': query({
    input: z.strictObject({ filter: indicatorFilter.prefault({}) }),
    output: z.object({ count: z.int(), overdue: z.int(), withoutRecent: z.int(), withoutSource: z.int() }),
    reads: indicatorReads,
  }),
  'indicators.open': query({
    input: byId,
    output: z.object({
      indicator: indicatorRow,
      /** Figures in force, by region, breakdown and period; at most 5,000, the newest periods. */
      series: z.array(
        z.object({
          regionCode: z.string(),
          regionName: z.string(),
          breakdownCode: z.string().nullable(),
          figures: z.array(measurement),
        }),
      ),
      cut: z.boolean(),
      /** Goals that are to be better than this series. */
      referenceOf: z.array(z.object({ id, code: z.string(), title: z.string() })),
      warnings: z.array(warning),
    }),
    reads: indicatorReads,
  }),
  'indicators.add': command({
    input: indicatorChanges.required({ code: true, title: true }).extend({
      /** Tied to these goals at once. */
      goalIds: z.array(id).max(50).default([]),
    }),
    output: indicator,
    touches: [...touches, 'goals'],
  }),
  'indicators.revise': command({
    input: z.strictObject({ id, changes: indicatorChanges }),
    output: indicator,
    touches: [...touches, 'goals'],
  }),
  'indicators.reviseMany': command({
    input: many(
      indicatorChanges.pick({
        responsibleId: true,
        frequency: true,
        availability: true,
        nextExpectedOn: true,
        sourceName: true,
        direction: true,
      }),
    ),
    output: changed,
    touches: [...touches, 'goals'],
  }),
  /** With its figures and its links to goals; refused while it is a goal's lead indicator or reference series. */
  'indicators.remove': command({ input: byId, output: done, touches: [...touches, 'goals'] }),
  /** Those expected and not come, and those expected soon; overdue first. */
  'indicators.reminders': query({
    input: z.strictObject({ withinDays: z.int().min(0).max(365).default(30) }),
    output: z.array(
      z.object({
        id,
        code: z.string(),
        title: z.string(),
        responsibleName: z.string().nullable(),
        dueOn: day,
        daysOverdue: z.int(),
      }),
    ),
    reads: indicatorReads,
  }),
  /** Every vintage of one figure, the newest first: what was said before it was revised. */
  'measurements.vintages': query({
    input: z.strictObject({ indicatorId: id, regionCode, period: periodText, breakdownCode: line.default(null) }),
    output: z.array(measurement),
    reads: ['measurements'],
  }),
  /** What the grid shows: a row per indicator and region, a column per period; the figures in force. */
  'measurements.grid': query({
    input: z.strictObject({
      /** Of a plan, or of a goal, or these. */
      planId: id.nullable().default(null),
      goalId: id.nullable().default(null),
      indicatorIds: z.array(id).max(200).default([]),
      /** Years of the columns, both ends with. */
      fromYear: z.int(),
      toYear: z.int(),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          indicator: indicator.pick({
            id: true,
            code: true,
            title: true,
            unit: true,
            unitText: true,
            decimals: true,
            frequency: true,
          }),
          regionCode: z.string(),
          regionName: z.string(),
          /** By period. */
          figures: z.array(measurement),
        }),
      ),
    }),
    reads: indicatorReads,
  }),
  /**
   * Enters figures of a grid or a form: all or none, in one change. One that equals the figure in force changes nothing; one that
   * differs is a new vintage, or corrects the vintage of the same day. What is wrong is told by `figures.N.field`. A figure that jumps
   * is refused with `problems.field.jump` until `confirmJumps`. One of the newest period moves `nextExpectedOn` of its indicator on.
   */
  'measurements.enter': command({
    input: z.strictObject({
      figures: z.array(enteredFigure).min(1).max(5000),
      confirmJumps: z.boolean().default(false),
    }),
    output: z.object({ added: z.int(), corrected: z.int(), unchanged: z.int() }),
    touches: [...touches, 'goals'],
    maxInput: 5_000_000,
  }),
  'measurements.revise': command({
    input: z.strictObject({
      id,
      changes: measurementChanges.omit({ indicatorId: true, enteredBy: true }),
      confirmJumps: z.boolean().default(false),
    }),
    output: measurement,
    touches: [...touches, 'goals'],
  }),
  'measurements.remove': command({ input: byId, output: done, touches: ['measurements', 'goals'] }),
  /**
   * Reads a statistics file (JSON-stat 2 or CSV, as SSB and SCB give them) and, with a mapping, says figure by figure what importing
   * it would do. Nothing is written.
   */
  'measurements.previewImport': query({
    input: z.strictObject({
      ...statisticsFile,
      mapping: figureMapping.nullable().default(null),
      vintage: day.nullable().default(null),
    }),
    output: z.object({
      title: z.string().nullable(),
      source: z.string().nullable(),
      /** The day that the file says it was updated. */
      updatedOn: day.nullable(),
      dimensions: z.array(dimension),
      cells: z.int(),
      /** Null until a mapping is given. The first 500 rows; `counts` are of all. */
      rows: z
        .array(
          z.object({
            regionCode: z.string(),
            period: z.string().nullable(),
            periodAsRead: z.string(),
            breakdownCode: z.string().nullable(),
            value: z.number().nullable(),
            missingReason: z.string().nullable(),
            status: z.enum(measurementStatuses),
            outcome: z.enum(figureOutcomes),
            /** In force now. */
            before: z.number().nullable(),
            remark: message.nullable(),
          }),
        )
        .nullable(),
      /** `refused` holds the `unread` lines too. */
      counts: z.record(z.enum(figureOutcomes), z.int()).nullable(),
      /** Lines that name no figure: another number of columns, or the same as a line before. `problems` tell the first of them. */
      unread: z.int(),
      problems: z.array(z.object({ line: z.int().nullable(), message })),
    }),
    reads: ['measurements', 'indicators'],
    maxInput: largestFile,
  }),
  /** Enters what `measurements.previewImport` showed; what is refused there, lines that cannot be read among it, is left out and counted. */
  'measurements.import': command({
    input: z.strictObject({
      ...statisticsFile,
      mapping: figureMapping,
      vintage: day,
      sourceDocument: line.default(null),
      confirmJumps: z.boolean().default(false),
    }),
    output: z.object({ added: z.int(), corrected: z.int(), unchanged: z.int(), refused: z.int() }),
    touches: [...touches, 'goals'],
    maxInput: largestFile,
  }),
  /** Regions by words, for the picker: counties, municipalities, countries, and codes in use in the file. At most 30. */
  'regions.find': query({
    input: z.strictObject({ text: z.string().max(100).default(''), limit: count.default(30) }),
    output: z.array(
      z.object({ code: z.string(), name: z.string(), validTo: day.nullable(), followedBy: z.string().nullable() }),
    ),
    reads: ['measurements', 'indicators'],
  }),
}
