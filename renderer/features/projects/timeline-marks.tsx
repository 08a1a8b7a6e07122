import { useT } from '#renderer/lib/use-t.ts'
import styles from './timeline.module.css'

export type MarkKind = 'baseline' | 'forecast' | 'actual'

/** Told apart by shape: a hollow diamond, a filled smaller one, a disc with a tick. */
export function Mark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg className={styles.shape} data-kind={kind} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      {kind === 'baseline' && <path className={styles.hollow} d="M9 1.500 16.500 9 9 16.500 1.500 9Z" />}
      {kind === 'forecast' && <path className={styles.solid} d="M9 3.400 14.600 9 9 14.600 3.400 9Z" />}
      {kind === 'actual' && (
        <>
          <circle className={styles.solid} cx="9" cy="9" r="6.500" />
          <path className={styles.tick} d="M5.800 9.200 8.100 11.500 12.300 6.800" />
        </>
      )}
    </svg>
  )
}

/** What each sign stands for, in words. */
export function TimelineLegend() {
  const t = useT()
  return (
    <section className={styles.legend} aria-label={t('projects.timeline.legend')}>
      <ul>
        {(['baseline', 'forecast', 'actual'] as const).map((kind) => (
          <li key={kind}>
            <Mark kind={kind} />
            {t(`projects.timeline.marks.${kind}`)}
          </li>
        ))}
        {(['late', 'early'] as const).map((way) => (
          <li key={way}>
            <span className={`${styles.sample} ${styles.slip}`} data-way={way} />
            {t(`projects.timeline.marks.${way}`)}
          </li>
        ))}
        <li>
          <span className={`${styles.sample} ${styles.bar}`} />
          {t('projects.timeline.marks.bar')}
        </li>
        <li>
          <span className={`${styles.sample} ${styles.bar}`} data-ended />
          {t('projects.timeline.marks.ended')}
        </li>
      </ul>
    </section>
  )
}
