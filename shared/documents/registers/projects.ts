/** Projects and milestones as sheets. */
import { lights, milestoneStates, projectStatuses } from '#shared/domain/records/project.ts'
import { codes, days, names, ticked, words, years } from './filters.ts'
import {
  amounts,
  byCode,
  byName,
  byYear,
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
      areas,
      text('goals', 18, (row) => row.goalCodes.join('; ') || null),
    ],
    status: [text('status', 16, (row, w) => w.code('projectStatus', row.status))],
    light: [
      text('light', 14, (row, w) => row.light && w.code('light', row.light)),
      text('lightComment', 40, (row) => row.lightComment),
      day('lightOn', (row) => row.lightOn),
    ],
    lead: [leadCell],
    startYear: [...projectTime, ...moneyCells],
    slipping: [
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
    light: byCode('light', 'light', lights.toReversed(), (row) => row.light),
    lead: byName('lead', (row) => row.leadName),
    // One that serves several stands once, under all of them together: counted twice, it would make the sums lie.
    focusArea: {
      word: 'focusAreas',
      of: (row, { t }) => {
        const label = row.crossCutting ? t('projects.list.crossCutting') : row.focusAreaTitles.join(' · ')
        return label === '' ? null : { label, order: row.crossCutting ? 1 : 0 }
      },
    },
    startYear: byName('startYear', (row) => String(row.startYear)),
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
  texts: 'masked',
}

const slip = [
  number<Milestone>('slipDays', (row) => row.slipDays),
  text<Milestone>('reason', 40, (row) => row.deviationReason),
]
const stateCell = text<Milestone>('state', 18, (row, w) => w.code('milestoneState', row.state))

export const milestonesSheet: RegisterSheet<Milestone> = {
  columns: {
    title: [name('milestone', (row) => row.title), text('project', 30, (row) => row.projectTitle)],
    project: [text('project', 30, (row) => row.projectTitle)],
    owner: [text('owner', 24, (row) => row.ownerName)],
    state: [stateCell, number('daysOverdue', (row) => row.daysOverdue), ...slip],
    standsOn: [day('standsOn', (row) => row.standsOn)],
    baselineOn: [day('baselineOn', (row) => row.baselineOn)],
    forecastOn: [day('forecastOn', (row) => row.forecastOn)],
    actualOn: [day('actualOn', (row) => row.actualOn)],
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
  texts: 'masked',
}
