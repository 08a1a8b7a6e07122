/** Lighthouses and projects (board-package.md 4.1, section 11): an overview, the timeline, then project by project. */
import { Paragraph } from 'docx'
import { standsOn } from '../../domain/milestone-rules.ts'
import { cleanLine } from '../clean-text.ts'
import { isGoing } from '../exceptions.ts'
import { paperTable } from '../meeting/blocks.ts'
import { hasProjects } from '../meeting-parts.ts'
import {
  isReached,
  nameOf,
  nextDecisionParts,
  nextMilestone,
  type ProjectWords,
  projectWords,
} from '../project-words.ts'
import type { Snapshot, SnapshotProject } from '../snapshot.ts'
import { type Block, heading, linkTo, places, sentence } from './blocks.ts'
import { lightCell } from './light.ts'
import { projectBlocks } from './project.ts'
import { timelineBlocks } from './timeline.ts'

/** More projects than these would bury the rest of the contents: then their headings stand a level lower. */
const mostInContents = 30

/** Starts a page of its own. None where no project runs in the period, nor in older packages. */
export function projectsSection(snapshot: Snapshot): Block[] {
  if (!hasProjects(snapshot)) return []
  const words = projectWords(snapshot)
  const { t, number } = words
  const { rows } = snapshot.projects
  const going = rows.filter(isGoing)
  const lit = (light: SnapshotProject['light']) => number(going.filter((row) => row.light === light).length)
  const lighthouses = rows.filter(({ lighthouse }) => lighthouse).length
  const overdue = going.flatMap(({ milestones }) => milestones.filter(({ state }) => state === 'overdue')).length
  const told = { count: rows.length, number: number(rows.length), lighthouses: number(lighthouses) }
  const manyProjects = rows.length > mostInContents
  const level = manyProjects ? 4 : 3
  const each = rows.map((row, index) =>
    projectBlocks(row, words, { level, place: places.project(index), period: snapshot.package }),
  )
  return [
    heading(2, t('documents.projects.heading'), { pageBreakBefore: true }),
    sentence(t('documents.projects.lead', told), 'Lead'),
    sentence(t('documents.projects.state', { red: lit('red'), amber: lit('amber'), overdue: number(overdue) })),
    heading(3, t('documents.projects.overview')),
    ...overview(rows, words),
    ...timelineBlocks(snapshot),
    ...(manyProjects ? [heading(3, t('documents.projects.each'))] : []),
    ...each.flat(),
  ]
}

function overview(rows: readonly SnapshotProject[], words: ProjectWords): Block[] {
  const { t, day, number } = words
  return paperTable(
    [
      { header: t('documents.projects.project'), width: 2.7 },
      { header: t('documents.projects.responsible'), width: 1.6 },
      { header: t('documents.projects.status'), width: 1.2 },
      { header: t('documents.projects.light'), width: 1.35 },
      { header: t('documents.projects.milestones'), width: 1.4 },
      { header: t('documents.projects.next'), width: 2.3 },
    ],
    rows.map((row, index) => ({
      cells: [
        {
          blocks: [
            new Paragraph({ style: 'TableFirst', children: [linkTo(places.project(index), nameOf(row))] }),
            ...(row.lighthouse
              ? [new Paragraph({ style: 'TableText', text: cleanLine(t('documents.projects.lighthouse')) })]
              : []),
          ],
        },
        row.lead ?? t('documents.projects.notStated'),
        t(`codes.projectStatus.${row.status}`),
        lightCell(row.light, row.lightOn === null ? [] : [day(row.lightOn)], words),
        row.milestones.length === 0
          ? ''
          : t('documents.projects.reached', {
              reached: number(row.milestones.filter(isReached).length),
              number: number(row.milestones.length),
            }),
        nextLines(row, words),
      ],
    })),
  )
}

/** The next milestone and the next decision, days on lines of their own: no line's end parts them. */
function nextLines(row: SnapshotProject, { day }: ProjectWords): string[] {
  const milestone = nextMilestone(row)
  return [
    ...(milestone === undefined ? [] : [milestone.title, day(standsOn(milestone))]),
    ...nextDecisionParts(row, { day }),
  ]
}
