import { Link } from '@tanstack/react-router'
import { pathOf } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './partners.module.css'

const parts = ['partners', 'commitments', 'giveAndTake'] as const

/** The three ways to look at the partnership: who is in it, what was promised, and all of it at a glance. */
export function PartnerAreas({ here }: { readonly here: (typeof parts)[number] }) {
  const t = useT()
  return (
    <nav aria-label={t('partners.areas')} className={styles.areas}>
      {parts.map((part) => (
        <Link
          key={part}
          to={pathOf(part)}
          className={styles.area ?? ''}
          aria-current={part === here ? 'page' : undefined}
        >
          {t(`app.areas.${part}`)}
        </Link>
      ))}
    </nav>
  )
}
