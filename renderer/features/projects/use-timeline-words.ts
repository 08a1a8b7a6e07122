import { useMemo } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { formatMonth, formatMonthShort } from '#shared/domain/days.ts'
import { type AxisUnit, isoWeek } from '#shared/domain/timeline.ts'
import type { Day } from '#shared/domain/values.ts'
import { localeOf } from '#shared/i18n/translator.ts'
import type { TimelineMilestone, TimelineProject } from './timeline-lines.ts'

export type TimelineWords = ReturnType<typeof useTimelineWords>

/** What rows and lines of the timeline say, in the language of the screen. */
export function useTimelineWords() {
  const t = useT()
  const language = useLanguage()
  const format = useFormat()
  return useMemo(() => {
    const spoken = new Intl.DateTimeFormat(localeOf(language), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    const initial = new Intl.DateTimeFormat(localeOf(language), { weekday: 'narrow', timeZone: 'UTC' })
    const timeOf = (day: Day) => Date.parse(`${day}T00:00:00Z`)
    const say = (day: Day) => spoken.format(timeOf(day))
    const said = (parts: readonly (string | null | false)[]) => parts.filter(Boolean).join(', ')
    const quarter = (day: Day) => Math.ceil(Number(day.slice(5, 7)) / 3)
    const slip = (days: number | null) => {
      if (days === null) return t('projects.milestones.slipUnknown')
      if (days === 0) return t('projects.milestones.slipNone')
      const count = Math.abs(days)
      const told = { count, days: format.number(count) }
      return days > 0 ? t('projects.milestones.slipLate', told) : t('projects.milestones.slipEarly', told)
    }
    return {
      /** `1. mai 2026`. */
      say,
      slip,
      sayMilestone: ({ title, ownerName, baselineOn, forecastOn, actualOn, ...one }: TimelineMilestone) =>
        said([
          t('projects.timeline.said.milestone', { title }),
          t('projects.timeline.said.owner', { name: ownerName }),
          t('projects.timeline.said.baseline', { day: say(baselineOn) }),
          forecastOn !== null
            ? t('projects.timeline.said.forecast', { day: say(forecastOn) })
            : actualOn === null && t('projects.timeline.said.noForecast'),
          actualOn && t('projects.timeline.said.actual', { day: say(actualOn) }),
          t(`codes.milestoneState.${one.state}`).toLocaleLowerCase(),
          one.slipDays !== null && slip(one.slipDays).toLocaleLowerCase(),
          one.deviationReason && t('projects.timeline.said.reason', { reason: one.deviationReason }),
        ]),
      sayProject: (project: TimelineProject) => {
        const { number, title, startOn, endPlannedOn, endActualOn, light, milestones } = project
        const end = endActualOn
          ? t('projects.timeline.said.ended', { day: say(endActualOn) })
          : endPlannedOn
            ? t('projects.timeline.said.to', { day: say(endPlannedOn) })
            : t('projects.timeline.said.noEnd')
        return said([
          t('projects.timeline.said.project', { title: number ? `${number} ${title}` : title }),
          project.lighthouse && t('projects.timeline.said.lighthouse'),
          t(`codes.projectStatus.${project.status}`).toLocaleLowerCase(),
          light && t('projects.timeline.said.light', { light: t(`codes.light.${light}`).toLocaleLowerCase() }),
          startOn
            ? t('projects.timeline.said.from', { day: say(startOn) })
            : t('projects.timeline.said.fromYear', { year: project.startYear }),
          end,
          t('projects.timeline.said.milestones', { count: milestones.length }),
        ])
      },
      /** Short, for a line of the axis. */
      short: (unit: AxisUnit, day: Day) => {
        if (unit === 'day') return `${initial.format(timeOf(day))} ${Number(day.slice(8))}`
        if (unit === 'week') return t('projects.timeline.weekShort', { week: isoWeek(day).week })
        if (unit === 'month') return formatMonthShort(day, language, false)
        if (unit === 'quarter') return t('projects.timeline.quarterShort', { number: quarter(day) })
        return unit === 'year' ? day.slice(0, 4) : t('projects.timeline.decade', { year: day.slice(0, 4) })
      },
      /** Whole, for the head above the lines. */
      whole: (unit: AxisUnit, day: Day) => {
        if (unit === 'week') {
          return `${t('projects.timeline.weekShort', { week: isoWeek(day).week })}, ${formatMonth(day, language)}`
        }
        if (unit === 'month') return formatMonth(day, language)
        if (unit === 'quarter') {
          return t('projects.timeline.quarterOf', { number: quarter(day), year: day.slice(0, 4) })
        }
        return unit === 'decade' ? t('projects.timeline.decade', { year: day.slice(0, 4) }) : day.slice(0, 4)
      },
    }
  }, [t, language, format])
}
