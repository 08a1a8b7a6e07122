import { useEffect, useRef, useState } from 'react'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { daysBetween } from '#shared/domain/days.ts'
import type { Day } from '#shared/domain/values.ts'
import type { TimelineMilestone, TimelineProject } from './timeline-lines.ts'
import { useTimelineWords } from './use-timeline-words.ts'

export interface Move {
  readonly milestone: TimelineMilestone
  readonly day: Day
  /** `asking`: for the reason. `saved`: shown at its new place until the data say the same. */
  readonly stage: 'moving' | 'asking' | 'saved'
}

/** A forecast on its way to another day: moved, asked the reason for where it is late, set, or put back. */
export function useMove(projects: readonly TimelineProject[]) {
  const t = useT()
  const words = useTimelineWords()
  const toasts = useToasts()
  const readOnly = useReadOnly()
  const command = useCommand('milestones.forecast', { done: t('projects.milestones.forecast.done') })
  const [move, setMove] = useState<Move | null>(null)
  const [spoken, setSpoken] = useState('')
  // Pointer and keys come faster than renderings.
  const latest = useRef<Move | null>(null)
  const change = (next: Move | null) => {
    latest.current = next
    setMove(next)
  }
  useEffect(() => {
    if (move?.stage !== 'saved') return
    const now = projects.flatMap(({ milestones }) => milestones).find(({ id }) => id === move.milestone.id)
    if (now && now.forecastOn !== move.day) return
    latest.current = null
    setMove(null)
  }, [move, projects])

  /** False, with the reason told, where it can't be moved. */
  function start(milestone: TimelineMilestone): boolean {
    const why = readOnly ? 'readOnly' : milestone.actualOn !== null ? 'reached' : null
    if (why) {
      toasts.show({ text: t(`projects.timeline.move.${why}`) })
      return false
    }
    const day = milestone.forecastOn ?? milestone.baselineOn
    command.reset()
    change({ milestone, day, stage: 'moving' })
    setSpoken(t('projects.timeline.move.started', { day: words.say(day) }))
    return true
  }
  function to(day: Day) {
    const now = latest.current
    if (now?.stage !== 'moving' || day === now.day) return
    change({ ...now, day })
    const slip = words.slip(daysBetween(now.milestone.baselineOn, day)).toLocaleLowerCase()
    setSpoken(t('projects.timeline.move.at', { day: words.say(day), slip }))
  }
  function cancel() {
    if (!latest.current || latest.current.stage === 'saved') return
    change(null)
    setSpoken(t('projects.timeline.move.kept'))
  }
  /** Sets the day, or asks first why it is later than the baseline. */
  function confirm() {
    const now = latest.current
    if (now?.stage !== 'moving') return
    const { forecastOn, baselineOn } = now.milestone
    if (now.day === (forecastOn ?? baselineOn)) cancel()
    else if (now.day > baselineOn) change({ ...now, stage: 'asking' })
    else void save(null)
  }
  async function save(reason: string | null) {
    const now = latest.current
    if (!now) return
    const reply = await command.run({ id: now.milestone.id, forecastOn: now.day, reason })
    if (reply.ok) {
      change({ ...now, stage: 'saved' })
      setSpoken('')
    } else if (now.stage === 'moving') change({ ...now, stage: 'asking' })
  }
  return { move, spoken, readOnly, start, to, cancel, confirm, save, command, current: () => latest.current }
}
