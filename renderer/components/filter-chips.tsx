import { useT } from '#renderer/lib/use-t.ts'
import { Button } from './button.tsx'
import styles from './filter-chips.module.css'
import { Icon } from './icon.tsx'

interface Chip {
  readonly key: string
  readonly label: string
  readonly remove: () => void
}

/** What a list is filtered by, in words; a press takes one off. Nothing where nothing is filtered. */
export function FilterChips({ chips, onClear }: { readonly chips: readonly Chip[]; readonly onClear: () => void }) {
  const t = useT()
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('common.filter')}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            className={styles.chip}
            onClick={chip.remove}
            aria-label={`${t('common.remove')}: ${chip.label}`}
          >
            {chip.label}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      <li>
        <Button small kind="quiet" onPress={onClear}>
          {t('common.removeFilters')}
        </Button>
      </li>
    </ul>
  )
}
