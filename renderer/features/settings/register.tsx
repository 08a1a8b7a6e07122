import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Badge, EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import styles from './settings.module.css'

interface Props<R> {
  readonly entity: InputOf<'history.of'>['entity']
  readonly query: { data: readonly R[] | undefined; error: Error | null; refetch: () => unknown }
  readonly titleOf: (record: R) => string
  readonly detailOf: (record: R) => string
  /** A word in a badge, for what is out of the ordinary: a partner that left. */
  readonly badgeOf?: (record: R) => string | null
  /** The fields of an open record, each saving itself. */
  readonly fields: (record: R) => ReactNode
  readonly addLabel: string
  /** The form of a new record, in a dialog; calls `done` with its id when the record is made. */
  readonly addForm: (done: (id: string) => void, cancel: () => void) => ReactNode
  /** Removes with undo in the notice. */
  readonly onRemove: (record: R) => void
  readonly empty: string
}

const place = { record: null as string | null }

/** A small register, listed whole: a line opens into its fields. Which one is open stands in the address, so that others can lead to it. */
export function Register<R extends { id: string }>(props: Props<R>) {
  const { entity, query, titleOf, detailOf, badgeOf, fields, addLabel, addForm, onRemove, empty } = props
  const t = useT()
  const names = useFieldNames()
  const [{ record: open }, change] = useListState(place)
  const openLine = useRef<HTMLButtonElement>(null)
  const [adding, setAdding] = useState(false)
  const [history, setHistory] = useState<string | null>(null)
  const known = query.data?.some((record) => record.id === open) ?? false
  // Whoever comes from the palette, or has made a record, finds the focus at it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the open record only when another one opens
  useEffect(() => {
    if (!known) return
    openLine.current?.focus()
    openLine.current?.scrollIntoView?.({ block: 'nearest' })
  }, [open, known])
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return (
    <>
      {query.data.length === 0 ? (
        <EmptyState title={empty} />
      ) : (
        <ul className={styles.register}>
          {query.data.map((record) => (
            <li key={record.id} className={styles.record}>
              <button
                type="button"
                className={styles.line}
                aria-expanded={open === record.id}
                ref={open === record.id ? openLine : undefined}
                onClick={() => change({ record: open === record.id ? null : record.id })}
              >
                <span className={styles.words}>
                  <span className={styles.title}>{titleOf(record)}</span>
                  {detailOf(record) && <span className={styles.quiet}>{detailOf(record)}</span>}
                </span>
                {badgeOf?.(record) && <Badge>{badgeOf(record)}</Badge>}
                <Icon name={open === record.id ? 'up' : 'down'} size={14} />
              </button>
              {open === record.id && (
                <div className={styles.open}>
                  {fields(record)}
                  <div className={styles.row}>
                    <Button small icon="history" onPress={() => setHistory(record.id)}>
                      {t('common.history')}
                    </Button>
                    <Button small icon="remove" onPress={() => onRemove(record)}>
                      {t('common.remove')}
                    </Button>
                  </div>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon="plus" onPress={() => setAdding(true)}>
          {addLabel}
        </Button>
      </div>
      <Dialog open={adding} onClose={() => setAdding(false)} title={addLabel} closeOutside={false}>
        {addForm(
          (id) => {
            setAdding(false)
            change({ record: id })
          },
          () => setAdding(false),
        )}
      </Dialog>
      <Dialog open={history !== null} onClose={() => setHistory(null)} title={t('common.history')}>
        {history && <HistoryPanel entity={entity} id={history} {...names} />}
      </Dialog>
    </>
  )
}
