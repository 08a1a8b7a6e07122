import { IconButton } from '#renderer/components/button.tsx'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './home.module.css'
import { useHomeView } from './view.ts'

/** One year back or forth; next year too, since its plan is made this year. */
export function YearSwitch({ year }: { readonly year: number }) {
  const t = useT()
  const { change } = useHomeView()
  const thisYear = Number(today().slice(0, 4))
  const go = (next: number) => change({ year: next === thisYear ? '' : String(next) })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and takes a legend; this is a row of two buttons
    <div role="group" aria-label={t('home.year')} className={styles.years}>
      <IconButton icon="left" label={t('home.yearBefore', { year: year - 1 })} onPress={() => go(year - 1)} />
      <span className={styles.yearNow} aria-live="polite">
        {year}
      </span>
      <IconButton
        icon="right"
        label={t('home.yearAfter', { year: year + 1 })}
        disabled={year > thisYear}
        onPress={() => go(year + 1)}
      />
    </div>
  )
}
