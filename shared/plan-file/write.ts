/** Writes plans as the YAML that `readPlanFile` reads again (docs/plan-format.md). What is not stated is left out. */
import { Document, isMap, isScalar, isSeq, visit } from 'yaml'
import type {
  FileActivity,
  FileArea,
  FileFigure,
  FileGoal,
  FileIndicator,
  FilePlan,
  FileProject,
  FileStrategy,
  FileWording,
} from './parts.ts'
import {
  activityStatusWords,
  availabilityWords,
  breakdownWords,
  comparatorWords,
  directionWords,
  frequencyWords,
  goalStatusWords,
  kindWords,
  measurementWords,
  planStatusWords,
  unitWord,
  wordOf,
} from './words.ts'

/** A part of a plan file without its place in a file. */
export type Unplaced<T> = T extends readonly (infer U)[]
  ? readonly Unplaced<U>[]
  : T extends object
    ? { readonly [K in keyof T as K extends 'node' ? never : K]: Unplaced<T[K]> }
    : T

/** The whole file; indicators are written where they come first, later on only by code and title. */
export function writePlanFile(plans: readonly Unplaced<FilePlan>[]): string {
  const file = { format: 'board-package-seed', format_version: 1, plans: plans.map(planOf) }
  // Quoted where YAML 1.1 would read "NO" as false or a day as a moment.
  const document = new Document(file, { compat: 'yaml-1.1', aliasDuplicateObjects: false })
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(key) || !figureLists.has(String(key.value)) || !isSeq(value)) return undefined
      // A line per figure: there are more of them than of all else.
      for (const figure of value.items) {
        if (!isMap(figure)) continue
        figure.flow = true
        // Unquoted, "?" within braces would begin a key.
        for (const { value: said } of figure.items) {
          if (isScalar(said) && typeof said.value === 'string') said.type = 'QUOTE_DOUBLE'
        }
      }
      return visit.SKIP
    },
  })
  return document.toString({ lineWidth: 0 })
}
const figureLists: ReadonlySet<string> = new Set(['measurements', 'earlier_measurements'])

type Content = Readonly<Record<string, unknown>>
/** Without what says nothing: null, empty texts and lists, parts with nothing in them. */
function stated(content: Content): Content {
  const said = (value: unknown) =>
    value !== null && value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(content).filter(([, value]) => said(value)))
}
/** Null where it is what the reader takes without a word. */
const unless = <T>(usual: T, value: T, written: unknown = value) => (value === usual ? null : written)

function planOf({ fields, ...parts }: Unplaced<FilePlan>): Content {
  const indicator = indicatorWriter()
  const labels = stated({
    area: fields.areaLabel,
    goal: fields.goalLabel,
    sub_goal: fields.subGoalLabel,
    strategy: fields.strategyLabel,
    activity: fields.activityLabel,
  })
  const main = stated({ text: fields.mainGoal, wordings: parts.wordings.map(wordingOf) })
  return stated({
    id: parts.ref,
    previous_version: parts.previousVersion,
    title: fields.title,
    organisation: fields.organisation,
    version_label: fields.versionLabel,
    language: fields.language,
    country: fields.country,
    period_from: fields.periodFrom,
    period_to: fields.periodTo,
    status: wordOf(planStatusWords, fields.status),
    adopted_by: fields.adoptedBy,
    adopted_on: fields.adoptedOn,
    vision: fields.vision,
    mission: fields.mission,
    values: fields.values,
    labels: Object.keys(labels).length > 0 ? labels : null,
    main_goal: Object.keys(main).length > 0 ? main : null,
    indicators: parts.indicators.map(indicator),
    focus_areas: parts.areas.map((area) => areaOf(area, indicator)),
    goals: parts.goals.map((goal) => goalOf(goal, indicator)),
    activities: parts.activities.map(activityOf),
    projects: parts.projects.map(projectOf),
    reference_indicators: parts.references.map(indicator),
    sections: parts.sections.map(({ title, lines }) => stated({ title, lines })),
  })
}

type WriteIndicator = (one: Unplaced<FileIndicator>) => Content

function areaOf({ fields, responsible, previous, ...parts }: Unplaced<FileArea>, indicator: WriteIndicator): Content {
  return stated({
    number: fields.number,
    previous,
    title: fields.title,
    title_variants: fields.titleVariants.map(({ text, source }) => stated({ text, source_document: source })),
    description: fields.description,
    responsible,
    goals: parts.goals.map((goal) => goalOf(goal, indicator)),
    strategies_intro: fields.strategyIntro,
    strategies: parts.strategies.map(strategyOf),
    activities: parts.activities.map(activityOf),
    lighthouse_projects: parts.projects.map(projectOf),
  })
}

function goalOf({ fields, ...one }: Unplaced<FileGoal>, indicator: WriteIndicator): Content {
  return stated({
    code: fields.code,
    previous: one.previous,
    place: one.place,
    title: fields.title,
    responsible: one.responsible,
    target: targetOf(fields, one.referenceCode),
    definition: fields.definition,
    deadline: fields.deadline,
    status: fields.status === null ? null : wordOf(goalStatusWords, fields.status),
    status_comment: fields.statusComment,
    status_on: fields.statusOn,
    wordings: one.wordings.map(wordingOf),
    indicators: one.indicators.map(indicator),
    strategies_intro: fields.strategyIntro,
    strategies: one.strategies.map(strategyOf),
    activities: one.activities.map(activityOf),
    sub_goals: one.subGoals.map((sub) => goalOf(sub, indicator)),
  })
}

function targetOf(fields: Unplaced<FileGoal>['fields'], referenceCode: string | null): Content | null {
  const target = stated({
    value: fields.targetValue,
    unit: fields.targetUnit === null ? null : unitWord(fields.targetUnit, null),
    comparator: fields.comparator === null ? null : wordOf(comparatorWords, fields.comparator),
    baseline: fields.baselineValue,
    baseline_unit: fields.baselineUnit === null ? null : unitWord(fields.baselineUnit, null),
    baseline_period: fields.baselinePeriod,
    baseline_source: fields.baselineSource,
    reference: fields.referenceText,
    reference_indicator: referenceCode,
    target_period: fields.targetPeriod,
    test: fields.test,
  })
  if (fields.targetKind === 'none' && Object.keys(target).length === 0) return null
  // Without the word the reader takes the target's unit for that of the baseline.
  const unit = fields.baselineValue !== null && fields.baselineUnit === null ? { baseline_unit: null } : {}
  return { kind: wordOf(kindWords, fields.targetKind), ...target, ...unit }
}

function indicatorWriter(): WriteIndicator {
  const written = new Set<string>()
  return ({ fields, lead, responsible, linkNote, figures, earlier }) => {
    const key = fields.code.toLowerCase()
    const here = { code: fields.code, title: fields.title, lead: unless(false, lead), link_note: linkNote }
    if (written.has(key)) return stated(here)
    written.add(key)
    return stated({
      ...here,
      group: fields.group,
      unit: unitWord(fields.unit, null),
      unit_text: fields.unitText,
      decimals: fields.decimals,
      direction: wordOf(directionWords, fields.direction),
      data_source: fields.sourceName,
      source_url: fields.sourceUrl,
      source_table: fields.sourceTable,
      frequency: wordOf(frequencyWords, fields.frequency),
      availability: wordOf(availabilityWords, fields.availability),
      regions: fields.regionCodes,
      breakdown: unless('none', fields.breakdown, wordOf(breakdownWords, fields.breakdown)),
      definition: fields.definition,
      calculation: fields.calculation,
      responsible,
      next_expected_on: fields.nextExpectedOn,
      jump_factor: fields.jumpFactor,
      measurements: figures.map(figureOf),
      earlier_measurements: earlier.map(figureOf),
    })
  }
}

function figureOf(figure: Unplaced<FileFigure>): Content {
  return stated({
    region: figure.regionCode,
    period: figure.period,
    part: figure.breakdownCode,
    value: figure.value,
    missing_reason: figure.missingReason,
    status: wordOf(measurementWords, figure.status),
    series_break: unless(false, figure.seriesBreak),
    break_note: figure.breakNote,
    source_document: figure.sourceDocument,
    note: figure.note,
    vintage: figure.vintage,
    entered_by: figure.enteredBy,
  })
}

function wordingOf({ text, sourceDocument, place, inForce, targetValue }: Unplaced<FileWording>): Content {
  return stated({
    text,
    source_document: sourceDocument,
    where: place,
    in_force: unless(false, inForce),
    value: targetValue,
  })
}

function strategyOf({ fields: { text, examples }, ref }: Unplaced<FileStrategy>): Content {
  return stated({ id: ref, text, examples })
}

function activityOf({ fields, responsible, areaNumber, ...refs }: Unplaced<FileActivity>): Content {
  return stated({
    id: refs.ref,
    code: fields.code,
    previous: refs.previous,
    title: fields.title,
    year: fields.year,
    status: unless('notStated', fields.status, wordOf(activityStatusWords, fields.status)),
    status_comment: fields.statusComment,
    status_on: fields.statusOn,
    due_on: fields.dueOn,
    depends_on: fields.dependsOn,
    focus_area: areaNumber,
    strategy: refs.strategy,
    responsible,
  })
}

function projectOf({ fields, areaNumbers }: Unplaced<FileProject>): Content {
  return stated({
    code: fields.number,
    title: fields.title,
    start_year: fields.startYear,
    lighthouse: unless(true, fields.lighthouse),
    focus_areas: areaNumbers,
    description: fields.description,
  })
}
