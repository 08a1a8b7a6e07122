// biome-ignore-all lint/a11y/useSemanticElements: a table element can't hold rows placed by their distance, of which only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the treegrid is the one tab stop; rows are its active descendants
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import spokenStyles from '#renderer/components/spoken.module.css'
import { useGo } from '#renderer/lib/navigation.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { DayRange } from '#shared/domain/timeline.ts'
import styles from './timeline.module.css'
import { TimelineHeads, TimelineLines } from './timeline-axis.tsx'
import type { Line, Seen } from './timeline-lines.ts'
import { rowHeight, TimelineRow } from './timeline-row.tsx'
import { useAxis } from './use-axis.ts'
import type { useMove } from './use-move.ts'
import { rowIndexOf, useTimelineDrag, useWheelZoom } from './use-timeline-drag.ts'
import { dayOf, useTimelineKeys } from './use-timeline-keys.ts'
import { useTimelineWords } from './use-timeline-words.ts'

interface Props {
  readonly lines: readonly Line[]
  /** All days to be reached by scrolling. */
  readonly range: DayRange
  readonly zoom: Seen
  readonly onZoom: (zoom: Seen) => void
  readonly onToggle: (projectId: string) => void
  readonly moving: ReturnType<typeof useMove>
  /** Counts up whenever today is to be shown. */
  readonly todayAsked: number
}
const headHeight = 56

/** Projects and milestones against time: one tab stop, rows by arrow keys, only rows in sight in the page. */
export function TimelineChart({ lines, range, zoom, onZoom, onToggle, moving, todayAsked }: Props) {
  const t = useT()
  const id = useId()
  const go = useGo()
  const words = useTimelineWords()
  const scroller = useRef<HTMLDivElement>(null)
  const axis = useAxis(scroller, range, zoom, onZoom)
  const { scale, nameWidth } = axis
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const active = Math.max(0, activeKey === null ? 0 : lines.findIndex(({ key }) => key === activeKey))
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingEnd: headHeight,
    initialRect: { width: 1000, height: 700 },
    // The active row is what a screen reader stands on: it stays in the page when it is scrolled away.
    rangeExtractor: (seen) => {
      const own = defaultRangeExtractor(seen)
      return active < lines.length && !own.includes(active) ? [...own, active].sort((a, b) => a - b) : own
    },
  })
  const moveTo = useCallback(
    (index: number) => {
      const next = Math.max(0, Math.min(lines.length - 1, index))
      setActiveKey(lines[next]?.key ?? null)
      virtual.scrollToIndex(next)
      // In a low window the chart itself may stand half below the edge, or be taller than the room for it: its rows come into sight first.
      scroller.current?.scrollIntoView?.({ block: 'end' })
    },
    [lines, virtual],
  )
  const open = useCallback(
    (line: Line) => (line.kind === 'project' ? go('projects', line.project.id) : go('milestones', line.milestone.id)),
    [go],
  )
  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1)
  const onKeyDown = useTimelineKeys({ lines, active, moveTo, page, open, onToggle, onZoom, axis, moving })
  const pointer = useTimelineDrag(lines, axis, moving, scroller)
  useWheelZoom(scroller, axis)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is asked for
  useEffect(() => {
    if (todayAsked > 0) axis.show(today(), true)
  }, [todayAsked])

  function onClick(event: MouseEvent) {
    const target = event.target as Element
    const index = rowIndexOf(target)
    const line = index === null ? undefined : lines[index]
    if (!line) return
    setActiveKey(line.key)
    if (target.closest('[data-toggle]') && line.kind === 'project') onToggle(line.project.id)
    else if (target.closest('[data-open]')) open(line)
    // A click beside the name asks where the row is; one on the axis already sees it.
    else if (target.closest('[role="rowheader"]')) axis.show(dayOf(line))
  }
  const { move } = moving
  const body = { height: virtual.getTotalSize(), width: nameWidth + scale.width }
  return (
    <>
      <div
        ref={scroller}
        className={styles.scroller}
        role="treegrid"
        aria-label={t('projects.timeline.chart')}
        aria-rowcount={lines.length + 1}
        aria-colcount={2}
        aria-readonly={moving.readOnly}
        tabIndex={0}
        {...(lines.length > 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // A forecast on its way can't be left behind half moved.
          if (moving.current()?.stage === 'moving') moving.cancel()
        }}
      >
        <div role="rowgroup" className={styles.head} style={{ width: body.width }}>
          <div role="row" aria-rowindex={1} className={styles.headRow} style={{ height: headHeight }}>
            <div role="columnheader" className={styles.nameHead} style={{ width: nameWidth }}>
              {t('projects.timeline.name')}
            </div>
            <div role="columnheader" className={styles.timeHead}>
              <span className={spokenStyles.spoken}>
                {t('projects.timeline.axis', {
                  from: words.say(scale.range.from),
                  to: words.say(scale.range.to),
                })}
              </span>
              <TimelineHeads axis={axis} scroller={scroller} words={words} />
            </div>
          </div>
        </div>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the treegrid has the focus and takes the keys for the active row */}
        <div role="rowgroup" className={styles.body} style={body} onClick={onClick} {...pointer}>
          <TimelineLines axis={axis} scroller={scroller} />
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index]
            if (!line) return null
            return (
              <TimelineRow
                key={line.key}
                line={line}
                id={`${id}-${item.index}`}
                index={item.index}
                top={item.start}
                active={item.index === active}
                scale={scale}
                nameWidth={nameWidth}
                words={words}
                movedTo={move && line.key === move.milestone.id ? move.day : null}
                canMove={!moving.readOnly}
              />
            )
          })}
        </div>
      </div>
      <div role="status" className={spokenStyles.spoken}>
        {moving.spoken}
      </div>
    </>
  )
}
