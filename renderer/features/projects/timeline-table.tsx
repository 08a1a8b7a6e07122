import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { TimelineMilestone, TimelineProject } from './timeline-lines.ts'
import styles from './timeline-table.module.css'
import { useTimelineWords } from './use-timeline-words.ts'

/** Rows at a time: a table of 10,000 would make every browser stall. */
const portion = 200
const columns = 7

/** The same as the chart in words: an ordinary table, for screen readers, for large text, for copying. */
export function TimelineTable({ projects }: { readonly projects: readonly TimelineProject[] }) {
  const t = useT()
  const format = useFormat()
  const [most, setMost] = useState(portion)
  const all = projects.reduce((sum, { milestones }) => sum + milestones.length, 0)
  const shown = upTo(projects, most)
  const count = Math.min(
    all,
    shown.reduce((sum, { milestones }) => sum + milestones.length, 0),
  )
  const caption = t('projects.timeline.table.caption')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.frame} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('projects.timeline.name')}</th>
            <th scope="col">{t('projects.milestones.owner')}</th>
            <th scope="col">{t('projects.timeline.marks.baseline')}</th>
            <th scope="col">{t('projects.timeline.marks.forecast')}</th>
            <th scope="col">{t('projects.timeline.marks.actual')}</th>
            <th scope="col">{t('projects.milestones.state')}</th>
            <th scope="col">{t('projects.milestones.slip')}</th>
          </tr>
        </thead>
        {shown.map((project) => (
          <tbody key={project.id}>
            <ProjectHead project={project} />
            {project.milestones.map((milestone) => (
              <MilestoneRow key={milestone.id} milestone={milestone} />
            ))}
            {project.milestones.length === 0 && (
              <tr>
                <td colSpan={columns} className={styles.empty}>
                  {t('projects.timeline.table.noMilestones')}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
      {shown.length < projects.length || count < all ? (
        <div className={styles.more}>
          <span role="status">
            {t('projects.timeline.table.shown', { shown: format.number(count), all: format.number(all) })}
          </span>
          <Button onPress={() => setMost(most + portion)}>
            {t('projects.timeline.table.more', { count: portion })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** The first projects and milestones, so many rows in all. */
function upTo(projects: readonly TimelineProject[], most: number): TimelineProject[] {
  let left = most
  return projects.flatMap((project) => {
    if (left <= 0) return []
    const milestones = project.milestones.slice(0, Math.max(0, left - 1))
    left -= milestones.length + 1
    return [{ ...project, milestones }]
  })
}

function ProjectHead({ project }: { readonly project: TimelineProject }) {
  const t = useT()
  const format = useFormat()
  const { id, number, title, lighthouse, status, light, startOn, startYear, endPlannedOn, endActualOn } = project
  const told = [
    ...(lighthouse ? [t('projects.list.lighthouse')] : []),
    t(`codes.projectStatus.${status}`),
    ...(light ? [t('projects.light.label', { light: t(`codes.light.${light}`).toLocaleLowerCase() })] : []),
    startOn
      ? t('projects.timeline.said.from', { day: format.day(startOn) })
      : t('projects.timeline.said.fromYear', { year: startYear }),
    ...(endPlannedOn ? [t('projects.timeline.said.to', { day: format.day(endPlannedOn) })] : []),
    ...(endActualOn ? [t('projects.timeline.said.ended', { day: format.day(endActualOn) })] : []),
    ...(endPlannedOn || endActualOn ? [] : [t('projects.timeline.said.noEnd')]),
  ]
  return (
    <tr className={styles.group}>
      <th scope="rowgroup" colSpan={columns}>
        <RecordLink area="projects" id={id}>
          {number ? `${number} ${title}` : title}
        </RecordLink>
        <span className={styles.told}>{told.join(' · ')}</span>
      </th>
    </tr>
  )
}

function MilestoneRow({ milestone }: { readonly milestone: TimelineMilestone }) {
  const t = useT()
  const format = useFormat()
  const words = useTimelineWords()
  const { id, title, ownerName, baselineOn, forecastOn, actualOn, state, slipDays, deviationReason } = milestone
  return (
    <tr>
      <th scope="row">
        <RecordLink area="milestones" id={id}>
          {title}
        </RecordLink>
      </th>
      <td>{ownerName}</td>
      <td className={styles.date}>{format.day(baselineOn)}</td>
      <td className={styles.date}>{forecastOn ? format.day(forecastOn) : '–'}</td>
      <td className={styles.date}>{actualOn ? format.day(actualOn) : '–'}</td>
      <td>{t(`codes.milestoneState.${state}`)}</td>
      <td>
        {slipDays === null ? '–' : words.slip(slipDays)}
        {deviationReason && <span className={styles.told}>{deviationReason}</span>}
      </td>
    </tr>
  )
}
