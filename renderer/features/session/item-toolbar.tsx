import { Toolbar } from 'react-aria-components'
import { Menu } from '#renderer/components/menu.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { shortcutText } from '#renderer/lib/shortcuts.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './item-panel.module.css'
import type { Forms } from './use-forms.ts'
import { formShortcuts } from './use-item-actions.ts'

/** What most items need; the rest is in the menu, so that the row is one line. */
const atHand = ['proposal', 'vote', 'decision', 'action'] as const
const inMenu = ['dissent', 'note', 'disqualification'] as const

/** What can be added under the text, each with its key. */
export function ItemToolbar({ forms }: { readonly forms: Forms }) {
  const t = useT()
  const readOnly = useReadOnly()
  return (
    <Toolbar aria-label={t('session.add.title')} className={styles.toolbar ?? ''}>
      {atHand.map((kind) => (
        <WriteButton
          key={kind}
          small
          kind="quiet"
          icon="plus"
          shortcut={formShortcuts[kind]}
          onPress={() => forms.open(kind)}
        >
          {t(`session.short.${kind}`)} <kbd className={styles.key}>{shortcutText(formShortcuts[kind])}</kbd>
        </WriteButton>
      ))}
      <Menu
        label={t('session.add.more')}
        entries={inMenu.map((kind) => ({
          id: kind,
          label: t(`session.short.${kind}`),
          icon: 'plus',
          shortcut: formShortcuts[kind],
          disabled: readOnly,
          run: () => forms.open(kind),
        }))}
      />
    </Toolbar>
  )
}
