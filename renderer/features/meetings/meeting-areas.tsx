import { Link } from '@tanstack/react-router'
import { pathOf } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './meetings.module.css'

const parts = ['meetings', 'yearPlan', 'queue'] as const

/** The three ways to look at what is planned: the list, the year, and what waits for an agenda. */
export function MeetingAreas({ here }: { readonly here: (typeof parts)[number] }) {
  const t = useT()
  return (
    <nav aria-label={t('meetings.parts')} className={styles.parts}>
      {parts.map((part) => (
        <Link
          key={part}
          to={pathOf(part)}
          className={styles.part ?? ''}
          aria-current={part === here ? 'page' : undefined}
        >
          {t(`app.areas.${part}`)}
        </Link>
      ))}
    </nav>
  )
}
