import { useCallback, useMemo, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { RadioGroup, Switch } from '#renderer/components/choices.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { zooms } from '#shared/domain/timeline.ts'
import { ProjectAreas } from './project-areas.tsx'
import styles from './timeline.module.css'
import { TimelineChart } from './timeline-chart.tsx'
import { TimelineFilters } from './timeline-filters.tsx'
import { daysShown, filterOf, linesOf, type Seen, timelineDefaults, zoomOf } from './timeline-lines.ts'
import { TimelineLegend } from './timeline-marks.tsx'
import { TimelineReason } from './timeline-reason.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { useMove } from './use-move.ts'

const none: never[] = []

/** Baseline, forecast and actual date of every milestone on one axis of time, from week to decade; or the same as a table. */
export function TimelineScreen() {
  const t = useT()
  const go = useGo()
  const [state, change] = useListState(timelineDefaults)
  const timeline = useOperation('milestones.timeline', filterOf(state), { keepPrevious: true })
  const projects = timeline.data ?? none
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [todayAsked, setTodayAsked] = useState(0)
  const lines = useMemo(() => linesOf(projects, hidden), [projects, hidden])
  const range = useMemo(() => daysShown(projects, today()), [projects])
  const moving = useMove(projects)
  const zoom = zoomOf(state)
  const onZoom = useCallback((next: Seen) => change({ zoom: next }), [change])
  const onToggle = useCallback(
    (id: string) =>
      setHidden((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    [],
  )
  const filtered = state.project !== null || state.area !== null || state.lighthouse
  const allHidden = projects.every(({ id, milestones }) => milestones.length === 0 || hidden.has(id))
  return (
    <div className={styles.page} data-table={state.table}>
      <PageHeader title={t('app.areas.timeline')} detail={t('projects.timeline.detail')} />
      <ProjectAreas here="timeline" />
      <div className={styles.tools}>
        {!state.table && (
          <RadioGroup
            label={t('projects.timeline.zoom')}
            hideLabel
            look="segments"
            options={(['fit', ...zooms] as const).map((key) => ({ key, label: t(`projects.timeline.zooms.${key}`) }))}
            value={zoom}
            onChange={onZoom}
          />
        )}
        {!state.table && (
          <>
            <Button onPress={() => setTodayAsked((times) => times + 1)}>{t('projects.timeline.toToday')}</Button>
            <Button onPress={() => setHidden(allHidden ? new Set() : new Set(projects.map(({ id }) => id)))}>
              {t(allHidden ? 'projects.timeline.expandAll' : 'projects.timeline.collapseAll')}
            </Button>
          </>
        )}
        <TimelineFilters state={state} change={change} />
        <div className={styles.end}>
          <Switch
            label={t('projects.timeline.asTable')}
            checked={state.table}
            onChange={(table) => change({ table })}
          />
          {!state.table && (
            <Popover label={t('projects.timeline.keys')} icon="help">
              <p className={styles.keys}>{t('projects.timeline.keysText')}</p>
            </Popover>
          )}
        </div>
      </div>
      {timeline.isPending && <Loading lines={8} />}
      {timeline.error && <ErrorNote error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.data && projects.length === 0 && (
        <EmptyState
          icon="timeline"
          title={t('projects.timeline.noMatch')}
          action={
            filtered || !state.ended ? (
              <Button onPress={() => change({ ...timelineDefaults, ended: true })}>
                {t('projects.timeline.showAll')}
              </Button>
            ) : (
              <Button onPress={() => go('projects')}>{t('projects.milestones.register.toProjects')}</Button>
            )
          }
        >
          {t('projects.timeline.noMatchText')}
        </EmptyState>
      )}
      {projects.length > 0 &&
        (state.table ? (
          <TimelineTable projects={projects} />
        ) : (
          <>
            <TimelineChart
              lines={lines}
              range={range}
              zoom={zoom}
              onZoom={onZoom}
              onToggle={onToggle}
              moving={moving}
              todayAsked={todayAsked}
            />
            <TimelineLegend />
          </>
        ))}
      {moving.move?.stage === 'asking' && (
        <TimelineReason key={moving.move.milestone.id} moving={moving} asked={moving.move} />
      )}
    </div>
  )
}
