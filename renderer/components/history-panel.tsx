import { useState } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useUndo } from '#renderer/lib/use-undo.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { Button } from './button.tsx'
import styles from './history-panel.module.css'
import { Badge, ErrorNote, Loading } from './notes.tsx'

export type Change = OutputOf<'history.of'>[number]
interface Names {
  /** A field's label; undefined leaves the field out (inner fields nobody needs to read). */
  readonly fieldName: (field: string, entity: string) => string | undefined
  /** A value in words, where it is more than text: codes, ids, days. Undefined = shown as it is. */
  readonly fieldValue?: (field: string, value: unknown, entity: string) => string | undefined
  /** Says which kind of record each line is about; for the history of the whole file. */
  readonly showEntity?: boolean
}
interface Props extends Names {
  readonly entity: InputOf<'history.of'>['entity']
  readonly id: string
}

/** Everything that happened to a record, newest first, each with a way to undo it. */
export function HistoryPanel({ entity, id, ...names }: Props) {
  const history = useOperation('history.of', { entity, id })
  if (history.isPending) return <Loading />
  if (history.error) return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />
  return <ChangeList changes={history.data} {...names} />
}

/** A list of changes, as in a record's history and in that of the whole file. */
export function ChangeList({
  changes,
  fieldName,
  fieldValue,
  showEntity,
}: Names & { readonly changes: readonly Change[] }) {
  const t = useT()
  const format = useFormat()
  const { undo } = useUndo()
  const [busy, setBusy] = useState<string | null>(null)
  if (changes.length === 0) return <p>{t('app.history.none')}</p>
  const words = (field: string, value: unknown, entity: string) =>
    fieldValue?.(field, value, entity) ?? plainValue(value, t('common.yes'), t('common.no'), t('common.empty'))
  return (
    <ol className={styles.list}>
      {changes.map((change) => (
        <li key={change.stamp} className={styles.change}>
          <div className={styles.top}>
            <span>
              <strong>{change.actor || t('app.history.someone')}</strong> · {format.instant(change.at)}
              {change.device && <span className={styles.quiet}> · {change.device}</span>}
            </span>
            {change.undone ? (
              <Badge>{t('app.history.undone')}</Badge>
            ) : (
              change.undoable && (
                <Button
                  small
                  kind="quiet"
                  icon="undo"
                  busy={busy === change.stamp}
                  onPress={() => {
                    setBusy(change.stamp)
                    void undo(change.stamp).finally(() => setBusy(null))
                  }}
                >
                  {t('common.undo')}
                </Button>
              )
            )}
          </div>
          {change.undoes && <p className={styles.quiet}>{t('app.history.undidEarlier')}</p>}
          <ul className={styles.fields}>
            {change.fields.map((one) => {
              if (one.field === '*')
                return (
                  <li key={`${one.recordId}*`}>
                    {t('app.history.made')}
                    {showEntity &&
                      ` · ${[t(`app.entities.${one.entity}`), nameOf(one.value)].filter(Boolean).join(' · ')}`}
                  </li>
                )
              const name = fieldName(one.field, one.entity)
              if (one.field === 'deletedAt') {
                return (
                  <li key={`${one.recordId}deleted`}>
                    {one.value ? t('app.history.removed') : t('app.history.restored')}
                  </li>
                )
              }
              if (!name) return null
              return (
                <li key={`${one.recordId}${one.field}`}>
                  {showEntity && `${t(`app.entities.${one.entity}`)} · `}
                  <span className={styles.name}>{name}</span>{' '}
                  <del className={styles.before}>{words(one.field, one.before, one.entity)}</del>{' '}
                  <ins className={styles.after}>{words(one.field, one.value, one.entity)}</ins>
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** What a new record is called, from the whole record that the change holds. */
function nameOf(record: unknown): string {
  if (typeof record !== 'object' || record === null) return ''
  const fields = record as Record<string, unknown>
  const parts = [fields.name ?? fields.title ?? fields.nameNb, fields.givenName, fields.familyName]
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ')
}

function plainValue(value: unknown, yes: string, no: string, empty: string): string {
  if (value === null || value === undefined || value === '') return empty
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value))
    return value.length === 0 ? empty : value.map((one) => plainValue(one, yes, no, empty)).join(', ')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > 300 ? `${text.slice(0, 300)} …` : text
}
