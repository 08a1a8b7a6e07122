/** Reads a plan file (docs/plan-format.md): what it holds of each plan, and by line what is wrong with it or has no place in Fyr. */
import { z } from 'zod'
import { focusAreaFields, planFields, planSectionFields } from '../domain/records/plan.ts'
import { countries, day, type Language, languages, year } from '../domain/values.ts'
import { readActivities, readGoal, readProjects, readStrategies, readWordings } from './goals.ts'
import { indicatorsIn, readIndicators } from './indicators.ts'
import { fileMessage } from './message.ts'
import { type FileNode, type FileRemark, readNodes } from './nodes.ts'
import type { FileArea, FileGoal, FilePlan, FileSetting } from './parts.ts'
import { activitiesOfPlan, goalsOfPlan, tellUnknown } from './references.ts'
import { Remarks, Taking } from './taking.ts'
import { planStatusWords, sectionHeadings } from './words.ts'

/** What a plan file holds. With an error among the remarks nothing may be made of it. */
export interface PlanFile {
  readonly formatVersion: number | null
  readonly plans: readonly FilePlan[]
  readonly remarks: readonly FileRemark[]
}

export function readPlanFile(text: string): PlanFile {
  const { root, remarks: unread } = readNodes(text)
  const remarks = new Remarks()
  if (!root) return { formatVersion: null, plans: [], remarks: unread }
  if (root.kind !== 'map' || scalarAt(root, 'format') !== 'board-package-seed') {
    remarks.add('error', root, fileMessage('notAPlanFile'))
    return { formatVersion: null, plans: [], remarks: remarks.all }
  }
  const file = new Taking(root, remarks)
  file.skip('format')
  const formatVersion = file.number('format_version')
  if (formatVersion !== 1) {
    file.wrong('format_version', fileMessage('newerFormat', { version: formatVersion ?? '?' }))
    return { formatVersion, plans: [], remarks: remarks.all }
  }
  const sources = namesById(file, 'sources', ['publisher', 'kind', 'published', 'revised', 'file', 'language'])
  const organisations = namesById(file, 'organisations', ['name', 'kind', 'country', 'source'])
  // An empty list says nothing; partners themselves are kept apart from plans.
  if (file.maps('partners').length === 0) file.skip('partners')
  else file.warn('partners', fileMessage('ignored', { key: 'partners' }))
  const conflicts = file.maps('conflicts').map((one) => {
    const conflict = { about: one.line('about') ?? '', text: one.required('text', 10_000) }
    one.skip('id', 'source')
    one.rest()
    return conflict
  })
  const setting: FileSetting = {
    source: (id) => (id === null ? null : (sources.get(id) ?? id)),
    conflictsAbout: (about) => conflicts.filter((one) => one.about === about).map((one) => one.text),
  }
  const plans = file.maps('plans').map((one) => readPlan(one, setting, organisations))
  if (plans.length === 0) file.wrong('plans', fileMessage('noPlans'))
  tellRepeated(plans, remarks)
  tellUnknown(plans, remarks)
  file.rest()
  return { formatVersion, plans, remarks: remarks.all }
}

function scalarAt(node: FileNode & { kind: 'map' }, key: string) {
  const found = node.entries.get(key)
  return found?.kind === 'scalar' ? found.value : null
}

function namesById(file: Taking, key: string, known: readonly string[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const one of file.maps(key)) {
    const [first, second] = known.map((name) => one.line(name))
    const id = one.line('id')
    if (id && first) names.set(id, (key === 'sources' && second ? `${first}, ${second}` : first).slice(0, 200))
    one.rest()
  }
  return names
}

const labels = {
  area: 'areaLabel',
  goal: 'goalLabel',
  sub_goal: 'subGoalLabel',
  strategy: 'strategyLabel',
  activity: 'activityLabel',
} as const

function readPlan(one: Taking, setting: FileSetting, organisations: ReadonlyMap<string, string>): FilePlan {
  const id = one.line('id')
  const language = one.oneOf(
    'language',
    Object.fromEntries(languages.map((word) => [word, word])) as Record<Language, Language>,
  )
  const country = one.oneOf(
    'country',
    Object.fromEntries(countries.map((word) => [word, word])) as Record<'NO' | 'SE', 'NO' | 'SE'>,
  )
  const organisation = one.line('organisation')
  const main = one.map('main_goal', 'text')
  const mainGoal = main?.text('text') ?? null
  const wordings = main ? readWordings(main, 'wordings', setting) : []
  const own = readIndicators(one, 'H', setting)
  // What the main goal itself aims at, and is measured by, is a goal like others: a plan has no target.
  const target = main?.has('target') ? mainTarget(main, mainGoal ?? '', setting) : null
  const measured = main && !target ? readIndicators(main, 'H', setting) : { indicators: [], notes: [] }
  main?.skip('code')
  main?.rest()
  const named = one.map('labels')
  const labelled = Object.fromEntries(
    Object.entries(labels).map(([key, field]) => [field, named?.line(key) ?? null]),
  ) as Record<(typeof labels)[keyof typeof labels], string | null>
  named?.rest()
  const areas = one.maps('focus_areas').map((area) => readArea(area, setting))
  const fields = {
    title: one.required('title'),
    organisation: organisation === null ? null : (organisations.get(organisation) ?? organisation),
    country,
    language: language ?? null,
    versionLabel: one.line('version_label'),
    periodFrom: one.field('period_from', one.number('period_from'), year),
    periodTo: one.field('period_to', one.number('period_to'), year),
    status: one.oneOf('status', planStatusWords) ?? ('draft' as const),
    adoptedBy: one.line('adopted_by'),
    adoptedOn: one.field('adopted_on', one.text('adopted_on'), day),
    vision: one.text('vision'),
    mission: one.text('mission'),
    mainGoal,
    values: one.field('values', one.texts('values'), planFields.values) ?? [],
    ...labelled,
  }
  const inLanguage = language ?? (country === 'SE' ? 'sv' : 'nb')
  const sections = one.maps('sections').map((section) => {
    const read = {
      title: section.required('title'),
      lines: section.field('lines', section.texts('lines'), planSectionFields.lines) ?? [],
    }
    section.rest()
    return read
  })
  for (const [key, headings] of Object.entries(sectionHeadings)) {
    const said =
      key === 'source'
        ? [setting.source(one.line('source'))]
        : key === 'conflicts'
          ? id
            ? setting.conflictsAbout(id)
            : []
          : one.lines(key)
    const lines = [
      ...said.filter((line) => line !== null),
      ...(key === 'conflicts' ? [...own.notes, ...measured.notes] : []),
    ]
    if (lines.length > 0)
      sections.push({ title: headings[inLanguage], lines: one.field(key, lines, z.array(z.string().max(2000))) ?? [] })
  }
  const goals = [
    ...(target ? [target] : []),
    ...one.maps('goals').map((goal) => readGoal(goal, setting)),
    ...one.maps('sub_goals').map((goal) => readGoal(goal, setting)),
  ]
  const plan = {
    node: one.node,
    fields,
    ref: id,
    previousVersion: one.line('previous_version'),
    wordings,
    sections,
    areas,
    goals,
    activities: readActivities(one, setting),
    indicators: [...own.indicators, ...measured.indicators],
    references: indicatorsIn(one, 'reference_indicators', setting),
    projects: [
      ...readProjects(one, 'lighthouse_projects_unplaced', setting),
      ...readProjects(one, 'projects', setting),
    ],
  }
  const placed = [
    ...[...plan.activities, ...goalsOfPlan(plan).flatMap((goal) => goal.activities)].map(({ node, areaNumber }) => ({
      node,
      numbers: areaNumber === null ? [] : [areaNumber],
    })),
    ...plan.projects.map(({ node, areaNumbers }) => ({ node, numbers: areaNumbers })),
  ]
  for (const { node, numbers } of placed) {
    const number = numbers.find((wanted) => !areas.some((area) => area.fields.number === wanted))
    if (number !== undefined) one.wrongAt(node, fileMessage('noSuchArea', { number }))
  }
  one.rest()
  return plan
}

/** The main goal's own target, as a goal H of the whole plan. */
function mainTarget(main: Taking, title: string, setting: FileSetting): FileGoal {
  const entries = new Map(main.node.entries)
  for (const key of ['text', 'wordings']) entries.delete(key)
  const scalar = (value: string) => ({ ...main.node, kind: 'scalar' as const, value })
  entries.set('title', scalar(title))
  if (!entries.has('code')) entries.set('code', scalar('H'))
  main.skip('target', 'baseline_measurements', 'indicators', 'strategies', 'definition')
  return readGoal(main.with({ ...main.node, entries }), setting)
}

function readArea(one: Taking, setting: FileSetting): FileArea {
  one.skip('id')
  const number = one.number('number')
  if (number === null) one.wrong('number', fileMessage('missing', { key: 'number' }))
  const variants = one.maps('title_variants', 'text').map((variant) => {
    const read = {
      text: variant.required('text'),
      source: variant.line('source_document') ?? setting.source(variant.line('source')),
    }
    variant.rest()
    return read
  })
  const definition = [...one.lines('definition'), ...one.lines('description')].join('\n')
  const area = {
    node: one.node,
    fields: {
      number: one.field('number', number, focusAreaFields.number) ?? 0,
      title: one.required('title'),
      titleVariants: one.field('title_variants', variants, focusAreaFields.titleVariants) ?? [],
      description: definition || null,
      strategyIntro: one.text('strategies_intro'),
    },
    responsible: one.line('responsible'),
    previous: one.number('previous'),
    goals: one.maps('goals').map((goal) => readGoal(goal, setting)),
    strategies: readStrategies(one),
    activities: readActivities(one, setting),
    projects: [...readProjects(one, 'lighthouse_projects', setting)],
  }
  one.rest()
  return area
}

function tellRepeated(plans: readonly FilePlan[], remarks: Remarks) {
  for (const plan of plans) {
    tellTwice(
      goalsOfPlan(plan).map(({ node, fields }) => ({ node, code: fields.code })),
      remarks,
    )
    tellTwice(
      plan.areas.map(({ node, fields }) => ({ node, code: String(fields.number) })),
      remarks,
    )
    tellTwice(
      activitiesOfPlan(plan).flatMap(({ node, fields }) => (fields.code ? [{ node, code: fields.code }] : [])),
      remarks,
    )
  }
}

function tellTwice(all: readonly { readonly node: FileNode; readonly code: string }[], remarks: Remarks) {
  const seen = new Set<string>()
  for (const { node, code } of all) {
    if (seen.has(code.toLowerCase())) remarks.add('error', node, fileMessage('codeTwice', { code }))
    seen.add(code.toLowerCase())
  }
}
