import { Toolbar } from 'react-aria-components'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { shortcutText } from '#renderer/lib/shortcuts.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import styles from './item-panel.module.css'
import { PutProposal } from './put-proposal.tsx'
import { type Forms, formKinds } from './use-forms.ts'
import { formShortcuts } from './use-item-actions.ts'

/** What can be added under the text, each with its key. */
export function ItemToolbar({ open, forms }: { readonly open: ItemDetail; readonly forms: Forms }) {
  const t = useT()
  return (
    <Toolbar aria-label={t('session.add.title')} className={styles.toolbar ?? ''}>
      <PutProposal open={open} />
      {formKinds.map((kind) => (
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
    </Toolbar>
  )
}
