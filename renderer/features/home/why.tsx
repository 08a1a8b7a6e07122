import { Badge } from '#renderer/components/notes.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { daysBetween } from '#shared/domain/days.ts'
import type { Overview } from './view.ts'

type Due = Overview['due'][number]

/** Why a company stands in the list: the agreed day has come, never visited, or how long ago it was. */
export function Why({ company }: { readonly company: Due }) {
  const t = useT()
  const format = useFormat()
  if (company.because === 'agreed') {
    return (
      <Badge tone="warning" icon="calendar">
        {t('home.next.agreed', { day: format.day(company.nextVisitBy) })}
      </Badge>
    )
  }
  if (company.lastVisitedOn === null) return <Badge icon="info">{t('home.next.never')}</Badge>
  const months = Math.floor(daysBetween(company.lastVisitedOn, today()) / 30.44)
  return (
    <Badge icon="clock">
      {months >= 24
        ? t('home.next.yearsAgo', { count: Math.floor(months / 12) })
        : t('home.next.monthsAgo', { count: months })}
    </Badge>
  )
}
