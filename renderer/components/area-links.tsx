import { Link } from '@tanstack/react-router'
import { type Area, pathOf } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './area-links.module.css'

interface Props {
  /** Names the links for screen readers: "Parts of the partnership". */
  readonly label: string
  readonly parts: readonly Area[]
  readonly here: Area
}

/** The ways to look at an area, one of them at hand. Each is a place of its own. */
export function AreaLinks({ label, parts, here }: Props) {
  const t = useT()
  return (
    <nav aria-label={label} className={styles.areas}>
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
