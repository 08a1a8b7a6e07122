/** Projects and milestones as sheets. */
import { lights, milestoneStates, projectStatuses } from '#shared/domain/records/project.ts'
import { codes, days, names, ticked, words, years } from './filters.ts'
import {
  amounts,
  byCode,
  byName,
  byYear,
  byYesNo,
  day,
  name,
  number,
  type RegisterRows,
  type RegisterSheet,
  text,
} from './register.ts'

type Project = RegisterRows['projects']
type Milestone = RegisterRows['milestones']

const money = (figure: (row: Project) => number | null) => (row: Project) =>
  row.currency === null ? [] : [{ unit: row.currency, value: figure(row) }]

const areas = text<Project>('focusAreas', 34, (row) => row.focusAreaTitles.join('; ') || null)
const leadCell = text<Project>('lead', 24, (row) => row.leadName)
const moneyCells = [
  ...amounts(
    'budget',
    money((row) => row.budgetAmount),
  ),
  ...amounts(
    'granted',
    money((row) => row.granted),
  ),
  ...amounts(
    'appliedFor',
    money((row) => row.appliedFor),
  ),
]
const projectTime = [
  {
    ...number<Project>('startYear', (row) => row.startYear),
    kind: 'text' as const,
    value: (row: Project) => String(row.startYear),
  },
  day<Project>('startOn', (row) => row.startOn),
  day<Project>('endPlanned', (row) => row.endPlannedOn),
  day<Project>('endActual', (row) => row.endActualOn),
]

export const projectsSheet: RegisterSheet<Project> = {
  columns: {
    title: [
      name('project', (row) => row.title),
      text('number', 12, (row) => row.number),
      text('lighthouse', 12, (row, w) => w.yesNo(row.lighthouse)),
      text('owners', 30, (row) => row.ownerNames.join('; ') || null),
    ],
    status: [text('status', 16, (row, w) => w.code('projectStatus', row.status))],
    light: [
      text('light', 14, (row, w) => row.light && w.code('light', row.light)),
      text('lightComment', 40, (row) => row.lightComment),
      day('lightOn', (row) => row.lightOn),
    ],
    lead: [leadCell],
    focusAreas: [areas],
    startYear: projectTime,
    period: projectTime,
    money: moneyCells,
    budget: moneyCells,
    milestones: [
      number('milestones', (row) => row.milestones, true),
      number('reached', (row) => row.reached, true),
      number('slipping', (row) => row.slipping, true),
      number('overdueMilestones', (row) => row.overdue, true),
    ],
    next: [
      text('nextMilestone', 30, (row) => row.nextMilestone?.title ?? null),
      day('nextMilestoneOn', (row) => row.nextMilestone?.standsOn ?? null),
    ],
  },
  groups: {
    status: byCode('status', 'projectStatus', projectStatuses, (row) => row.status),
    light: byCode('light', 'light', lights, (row) => row.light),
    lead: byName('lead', (row) => row.leadName),
    focusArea: byName('focusAreas', (row) => row.focusAreaTitles.join('; ')),
    startYear: byYear('startYear', (row) => row.startYear),
    lighthouse: byYesNo('lighthouse', (row) => row.lighthouse),
    owner: byName('owners', (row) => row.ownerNames.join('; ')),
  },
  filters: {
    text: words,
    statuses: codes('projectStatus', 'status'),
    lights: codes('light', 'light'),
    focusAreaId: names('focusAreas', 'focusAreas'),
    crossCuttingOnly: ticked('crossCuttingOnly'),
    lighthouseOnly: ticked('lighthouseOnly'),
    leadId: names('persons', 'lead'),
    partnerId: names('partners', 'partner'),
    year: years,
  },
  sorts: { title: 'project', startYear: 'startYear' },
}

const slip = [
  number<Milestone>('slipDays', (row) => row.slipDays),
  text<Milestone>('reason', 40, (row) => row.deviationReason),
]
const stateCell = text<Milestone>('state', 18, (row, w) => w.code('milestoneState', row.state))

export const milestonesSheet: RegisterSheet<Milestone> = {
  columns: {
    title: [name('milestone', (row) => row.title)],
    project: [text('project', 30, (row) => row.projectTitle)],
    owner: [text('owner', 24, (row) => row.ownerName)],
    state: [stateCell, number('daysOverdue', (row) => row.daysOverdue)],
    standsOn: [
      day('standsOn', (row) => row.standsOn),
      day('baselineOn', (row) => row.baselineOn),
      day('forecastOn', (row) => row.forecastOn),
      day('actualOn', (row) => row.actualOn),
    ],
    baseline: [day('baselineOn', (row) => row.baselineOn)],
    forecast: [day('forecastOn', (row) => row.forecastOn)],
    actual: [day('actualOn', (row) => row.actualOn)],
    slip,
  },
  groups: {
    project: byName('project', (row) => row.projectTitle),
    owner: byName('owner', (row) => row.ownerName),
    state: byCode('state', 'milestoneState', milestoneStates, (row) => row.state),
    year: byYear('year', (row) => row.standsOn),
  },
  filters: {
    text: words,
    projectId: names('projects', 'project'),
    ownerId: names('persons', 'owner'),
    states: codes('milestoneState', 'state'),
    lighthouseOnly: ticked('lighthouseOnly'),
    focusAreaId: names('focusAreas', 'focusAreas'),
    from: days('from'),
    to: days('to'),
  },
  sorts: { standsOn: 'standsOn', project: 'project', title: 'milestone' },
}
