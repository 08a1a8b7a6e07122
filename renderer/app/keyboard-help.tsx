import { Dialog } from '#renderer/components/dialog.tsx'
import { KeyHint } from '#renderer/components/notes.tsx'
import type { Action } from '#renderer/lib/shortcuts.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './keyboard-help.module.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly actions: readonly Action[]
}

/** Every shortcut that works now, and the keys of lists and fields. */
export function KeyboardHelp({ open, onClose, actions }: Props) {
  const t = useT()
  const keys = [
    'list',
    'type',
    'enter',
    'space',
    'select',
    'selectMany',
    'selectAll',
    'escape',
    'textArea',
    'tab',
  ] as const
  return (
    <Dialog open={open} onClose={onClose} title={t('app.actions.keyboard')}>
      <dl className={styles.keys}>
        {actions.map((action) =>
          action.shortcut ? (
            <div key={action.id} className={styles.row}>
              <dt>{action.label}</dt>
              <dd>
                <KeyHint shortcut={action.shortcut} />
              </dd>
            </div>
          ) : null,
        )}
        {keys.map((key) => (
          <div key={key} className={styles.row}>
            <dt>{t(`app.keys.${key}.does`)}</dt>
            <dd>{t(`app.keys.${key}.key`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
