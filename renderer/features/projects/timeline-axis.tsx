import { type RefObject, useEffect, useState } from 'react'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type AxisUnit, ticksOf } from '#shared/domain/timeline.ts'
import type { Day } from '#shared/domain/values.ts'
import styles from './timeline.module.css'
import type { Axis } from './use-axis.ts'
import type { TimelineWords } from './use-timeline-words.ts'

interface Props {
  readonly axis: Axis
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly words: TimelineWords
}
/** How far one scrolls before lines are drawn anew, in pixels. */
const stride = 400

/** The lines in sight and a little more, each with its place and length: an axis of decades in days would be 100,000 of them. */
function useTicks({ axis, scroller }: Pick<Props, 'axis' | 'scroller'>, unit: AxisUnit) {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const read = () => setLeft(Math.floor(element.scrollLeft / stride) * stride)
    read()
    element.addEventListener('scroll', read, { passive: true })
    return () => element.removeEventListener('scroll', read)
  }, [scroller])
  const { scale, view } = axis
  const range = { from: scale.dayAt(left - stride), to: scale.dayAt(left + view + 2 * stride) }
  const ticks = ticksOf(unit, range)
  return ticks.map((day, index) => {
    const x = scale.xOf(day)
    const next = ticks[index + 1]
    return { day, x, width: (next ? scale.xOf(next) : scale.width) - x }
  })
}

/** The two lines of heads above the chart. The column's own name tells the range; its lines are for the eyes. */
export function TimelineHeads({ axis, scroller, words }: Props) {
  const { scale, nameWidth } = axis
  const minor = useTicks({ axis, scroller }, scale.minor)
  const major = useTicks({ axis, scroller }, scale.major)
  // Where everything is squeezed into the view, only some of the lines have room for their labels.
  const every = Math.max(1, Math.ceil(40 / Math.max(1, minor[0]?.width ?? 40)))
  return (
    <div className={styles.heads} style={{ width: scale.width }} aria-hidden="true">
      {major.map(({ day, x, width }) => (
        <div key={day} className={styles.major} style={{ left: x, width }}>
          <span style={{ left: nameWidth + 8 }}>{words.whole(scale.major, day)}</span>
        </div>
      ))}
      {minor.map(({ day, x, width }) => (
        <div key={day} className={styles.minor} style={{ left: x, width: width * every }}>
          {isLabelled(scale.minor, day, every) && words.short(scale.minor, day)}
        </div>
      ))}
      <TodayHead axis={axis} />
    </div>
  )
}

function isLabelled(unit: AxisUnit, day: Day, every: number): boolean {
  if (every === 1) return true
  // Years are squeezed alone; the others give way to the next zoom before.
  return unit === 'year' && Number(day.slice(0, 4)) % niceStep(every) === 0
}
const niceStep = (every: number) => [2, 5, 10, 20, 50, 100].find((step) => step >= every) ?? 100

function TodayHead({ axis }: { readonly axis: Axis }) {
  const t = useT()
  return (
    <div className={styles.todayHead} style={{ left: axis.scale.middleOf(today()) }}>
      {t('projects.timeline.today')}
    </div>
  )
}

/** The lines behind the rows, and today. */
export function TimelineLines({ axis, scroller }: Pick<Props, 'axis' | 'scroller'>) {
  const { scale, nameWidth } = axis
  const minor = useTicks({ axis, scroller }, scale.minor)
  return (
    <div className={styles.lines} style={{ left: nameWidth, width: scale.width }} aria-hidden="true">
      {minor.map(({ day, x, width }) =>
        width < 6 ? null : <div key={day} className={styles.line} style={{ left: x }} />,
      )}
      <div className={styles.today} style={{ left: scale.middleOf(today()) }} />
    </div>
  )
}
