import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { Menu, type MenuEntry } from '#renderer/components/menu.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './plan-tree.module.css'

/** How a part moves among its like; a way that is null is at its end. */
export interface Moves {
  readonly up: (() => void) | null
  readonly down: (() => void) | null
}
interface Props {
  readonly id: string
  readonly name: string
  readonly title: ReactNode
  /** Beside the title: who, how it stands. */
  readonly facts?: ReactNode
  /** Null: it has no order of its own. */
  readonly moves?: Moves | null
  readonly more?: readonly MenuEntry[]
  readonly onRemove: () => void
  readonly editor: ReactNode
  /** What hangs under it; folds away. */
  readonly children?: ReactNode
}

/** A line of the tree: its title, what can be done with it in a menu, its fields where they are opened, and what hangs under it. */
export function TreeRow({ id, name, title, facts, moves = null, more = [], onRemove, editor, children }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const [editing, setEditing] = useState(false)
  const [folded, setFolded] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (editing) fields.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [editing])
  const close = () => {
    setEditing(false)
    row.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
  }
  const order: MenuEntry[] = moves
    ? [
        {
          id: 'up',
          label: t('strategy.tree.up'),
          icon: 'up',
          disabled: readOnly || !moves.up,
          run: () => moves.up?.(),
        },
        {
          id: 'down',
          label: t('strategy.tree.down'),
          icon: 'down',
          disabled: readOnly || !moves.down,
          run: () => moves.down?.(),
        },
      ]
    : []
  return (
    <li ref={row} className={styles.item} data-row={id}>
      <div className={styles.row}>
        {children ? (
          <IconButton
            icon={folded ? 'right' : 'down'}
            label={t(folded ? 'strategy.tree.expand' : 'strategy.tree.collapse', { name })}
            expanded={!folded}
            onPress={() => setFolded(!folded)}
          />
        ) : (
          <span className={styles.noChildren} />
        )}
        <div className={styles.words}>
          {title}
          {facts && <span className={styles.facts}>{facts}</span>}
        </div>
        <Menu
          label={t('strategy.tree.menu', { name })}
          entries={[
            {
              id: 'edit',
              label: t('strategy.tree.edit'),
              icon: 'edit',
              run: () => setEditing(true),
            },
            ...more,
            ...order,
            {
              id: 'remove',
              label: t('strategy.tree.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly,
              run: onRemove,
            },
          ]}
        />
      </div>
      {editing && (
        <div ref={fields} className={styles.editor}>
          {editor}
          <div>
            <Button small onPress={close}>
              {t('strategy.tree.close')}
            </Button>
          </div>
        </div>
      )}
      {children && !folded && <div className={styles.children}>{children}</div>}
    </li>
  )
}
