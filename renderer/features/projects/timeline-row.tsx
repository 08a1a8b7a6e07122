// biome-ignore-all lint/a11y/useSemanticElements: a table element can't hold rows placed by their distance, of which only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the treegrid is the one tab stop; rows are its active descendants
import { memo } from 'react'
import { Icon } from '#renderer/components/icon.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { daysBetween } from '#shared/domain/days.ts'
import { standsOn } from '#shared/domain/milestone-rules.ts'
import { projectBar, type Scale } from '#shared/domain/timeline.ts'
import type { Day } from '#shared/domain/values.ts'
import styles from './timeline.module.css'
import type { Line, TimelineMilestone, TimelineProject } from './timeline-lines.ts'
import { Mark, type MarkKind } from './timeline-marks.tsx'
import type { TimelineWords } from './use-timeline-words.ts'

export const rowHeight = 46

interface Props {
  readonly line: Line
  readonly id: string
  readonly index: number
  readonly top: number
  readonly active: boolean
  readonly scale: Scale
  readonly nameWidth: number
  readonly words: TimelineWords
  /** Where its forecast is being moved to; null = it isn't moved. */
  readonly movedTo: Day | null
  readonly canMove: boolean
}

/** One line: its name at the left, its time at the right. Clicks and drags are taken by the chart, by the `data-` names here. */
export const TimelineRow = memo(function TimelineRow(props: Props) {
  const { line, id, index, top, active, scale, nameWidth, words } = props
  const isProject = line.kind === 'project'
  return (
    <div
      id={id}
      role="row"
      aria-level={isProject ? 1 : 2}
      aria-rowindex={index + 2}
      aria-label={isProject ? words.sayProject(line.project) : words.sayMilestone(line.milestone)}
      {...(isProject && line.project.milestones.length > 0 ? { 'aria-expanded': line.open } : {})}
      data-index={index}
      data-active={active}
      data-kind={line.kind}
      className={styles.row}
      style={{ top, height: rowHeight, width: nameWidth + scale.width }}
    >
      <div role="rowheader" className={styles.name} style={{ width: nameWidth }}>
        {isProject ? <ProjectName line={line} /> : <MilestoneName milestone={line.milestone} />}
      </div>
      <div role="gridcell" className={styles.time} style={{ width: scale.width }}>
        {isProject ? (
          <ProjectTime project={line.project} open={line.open} scale={scale} />
        ) : (
          <MilestoneTime {...props} milestone={line.milestone} />
        )}
      </div>
    </div>
  )
})

function ProjectName({ line }: { readonly line: Extract<Line, { kind: 'project' }> }) {
  const t = useT()
  const { title, number, lighthouse, status, light, milestones } = line.project
  return (
    <>
      <span className={styles.toggle} data-toggle>
        {milestones.length > 0 && <Icon name={line.open ? 'down' : 'right'} size={14} />}
      </span>
      <span className={styles.words}>
        <span className={styles.title} data-open>
          {number && <span className={styles.number}>{number} </span>}
          {title}
        </span>
        <span className={styles.quiet}>
          {lighthouse && <Icon name="lighthouse" size={14} label={t('projects.list.lighthouse')} />}
          {t(`codes.projectStatus.${status}`)}
          {light && ` · ${t('projects.light.label', { light: t(`codes.light.${light}`).toLocaleLowerCase() })}`}
        </span>
      </span>
    </>
  )
}

function MilestoneName({ milestone }: { readonly milestone: TimelineMilestone }) {
  const t = useT()
  return (
    <span className={`${styles.words} ${styles.inner}`}>
      <span className={styles.title} data-open>
        {milestone.title}
      </span>
      <span className={styles.quiet}>
        <span className={styles.state} data-state={milestone.state}>
          {t(`codes.milestoneState.${milestone.state}`)}
        </span>
        {`· ${milestone.ownerName}`}
      </span>
    </span>
  )
}

interface TimeProps {
  readonly project: TimelineProject
  readonly open: boolean
  readonly scale: Scale
}
function ProjectTime({ project, open, scale }: TimeProps) {
  const { from, to, open: noEnd } = projectBar(project)
  const [left, right] = [scale.xOf(from), scale.xOf(to) + scale.dayWidth]
  const planned = project.endPlannedOn
  return (
    <>
      <div
        className={styles.bar}
        style={{ left, width: Math.max(4, right - left) }}
        {...(noEnd ? { 'data-no-end': true } : {})}
        {...(project.endActualOn ? { 'data-ended': true } : {})}
      />
      {project.endActualOn && planned && planned !== project.endActualOn && (
        <div className={styles.plannedEnd} style={{ left: scale.xOf(planned) + scale.dayWidth }} />
      )}
      {!open &&
        project.milestones.map((milestone) => (
          <Placed key={milestone.id} x={scale.middleOf(standsOn(milestone))}>
            <Mark kind={kindOf(milestone)} />
          </Placed>
        ))}
    </>
  )
}

function kindOf({ forecastOn, actualOn }: TimelineMilestone): MarkKind {
  return actualOn ? 'actual' : forecastOn ? 'forecast' : 'baseline'
}

function Placed({
  x,
  grab,
  children,
}: {
  readonly x: number
  readonly grab?: boolean
  readonly children: React.ReactNode
}) {
  return (
    <span className={styles.mark} style={{ left: x }} {...(grab ? { 'data-grab': true } : {})}>
      {children}
    </span>
  )
}

interface MilestoneTimeProps extends Props {
  readonly milestone: TimelineMilestone
}
function MilestoneTime({ milestone, scale, words, movedTo, canMove }: MilestoneTimeProps) {
  const format = useFormat()
  const { baselineOn, actualOn } = milestone
  const forecastOn = movedTo ?? milestone.forecastOn
  const end = actualOn ?? forecastOn
  const slip = end === null ? null : daysBetween(baselineOn, end)
  const [planned, reached] = [scale.middleOf(baselineOn), scale.middleOf(end ?? baselineOn)]
  const movable = canMove && actualOn === null
  const last = Math.max(planned, reached, forecastOn === null ? 0 : scale.middleOf(forecastOn))
  return (
    <>
      {slip !== null && slip !== 0 && (
        <div
          className={styles.slip}
          data-way={slip > 0 ? 'late' : 'early'}
          style={{ left: Math.min(planned, reached), width: Math.abs(reached - planned) }}
        />
      )}
      <Placed x={planned} grab={movable && milestone.forecastOn === null}>
        <Mark kind="baseline" />
      </Placed>
      {forecastOn !== null && (
        <Placed key="forecast" x={scale.middleOf(forecastOn)} grab={movable}>
          <Mark kind="forecast" />
        </Placed>
      )}
      {actualOn !== null && (
        <Placed x={reached}>
          <Mark kind="actual" />
        </Placed>
      )}
      {(movedTo !== null || (slip !== null && slip !== 0)) && (
        <span className={styles.label} style={{ left: last + 14 }} data-moving={movedTo !== null}>
          {movedTo !== null && `${format.day(movedTo)} · `}
          {words.slip(slip)}
        </span>
      )}
    </>
  )
}
