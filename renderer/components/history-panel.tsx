import { useId, useState } from 'react'
import { useClient } from '#renderer/lib/client.ts'
import { areaOfEntity } from '#renderer/lib/record-areas.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useInfiniteOperation } from '#renderer/lib/use-infinite-operation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useUndo } from '#renderer/lib/use-undo.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { Button, IconButton } from './button.tsx'
import { ChangedText } from './changed-text.tsx'
import { Dialog } from './dialog.tsx'
import styles from './history-panel.module.css'
import { Badge, ErrorNote, Loading } from './notes.tsx'
import { RecordLink } from './record-link.tsx'
import { WriteButton } from './write-button.tsx'

type Change = OutputOf<'history.of'>['rows'][number]
type Field = Change['fields'][number]
interface Names {
  /** A field's label; undefined leaves the field out (inner fields nobody needs to read). */
  readonly fieldName: (field: string, entity: string) => string | undefined
  /** A value in words, where it is more than text: codes, ids, days. Undefined = shown as it is. */
  readonly fieldValue?: (field: string, value: unknown, entity: string) => string | undefined
}
interface Whole {
  readonly entity: InputOf<'history.of'>['entity']
  readonly id: string
}
interface Listed extends Names {
  /** The record that the list is about, which needs no title of its own; none in the history of the whole file. */
  readonly of?: Whole
}

/** Everything that happened to a record and its parts, newest first and page by page, each with a way to undo it. */
export function HistoryPanel({ entity, id, fieldName, fieldValue }: Whole & Partial<Names>) {
  const t = useT()
  const every = useFieldNames()
  // A screen may have words of its own for its record; its parts are told of in the words of all.
  const names: Names = {
    fieldName: (field, kind) => (kind === entity && fieldName ? fieldName(field, kind) : every.fieldName(field, kind)),
    fieldValue: (field, value, kind) =>
      kind === entity && fieldValue ? fieldValue(field, value, kind) : every.fieldValue(field, value, kind),
  }
  const history = useInfiniteOperation('history.of', { entity, id })
  if (history.error) return <ErrorNote error={history.error} onRetry={history.retry} />
  if (history.loading) return <Loading />
  return (
    <div className={styles.panel}>
      <ChangeList changes={history.rows} of={{ entity, id }} {...names} />
      {history.hasMore && (
        <div>
          <Button onPress={history.loadMore} busy={history.loadingMore}>
            {t('common.showMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A list of changes, as in a record's history and in that of the whole file. */
export function ChangeList({ changes, ...names }: Listed & { readonly changes: readonly Change[] }) {
  const t = useT()
  const format = useFormat()
  const id = useId()
  if (changes.length === 0) return <p>{t('app.history.none')}</p>
  return (
    <ol className={styles.list}>
      {changes.map((change, index) => (
        <li key={change.stamp} className={styles.change}>
          <div className={styles.top}>
            <span id={`${id}-${index}`}>
              <strong>{change.actor || t('app.history.someone')}</strong> · {format.instant(change.at)}
              {change.device && <span className={styles.quiet}> · {change.device}</span>}
            </span>
            <UndoChange change={change} describedBy={`${id}-${index}`} />
          </div>
          {change.undoes && <p className={styles.quiet}>{t('app.history.undidEarlier')}</p>}
          <ChangedRecords change={change} {...names} />
        </li>
      ))}
    </ol>
  )
}

function UndoChange({ change, describedBy }: { readonly change: Change; readonly describedBy: string }) {
  const t = useT()
  const { undo } = useUndo()
  const [busy, setBusy] = useState(false)
  if (change.undone) return <Badge>{t('app.history.undone')}</Badge>
  if (!change.undoable) return <span className={styles.quiet}>{t('history.cannotUndo')}</span>
  return (
    <WriteButton
      small
      kind="quiet"
      icon="undo"
      describedBy={describedBy}
      busy={busy}
      onPress={() => {
        setBusy(true)
        void undo(change.stamp).finally(() => setBusy(false))
      }}
    >
      {t('common.undo')}
    </WriteButton>
  )
}

/** A change of more records than this says how many more; a sample file is made in one. */
const recordsShown = 8

function ChangedRecords({ change, of, ...names }: Listed & { readonly change: Change }) {
  const t = useT()
  const details = useRestOf(change, of ?? null)
  const all: Change = { ...change, fields: details.fields, names: details.names }
  const records = [...Map.groupBy(all.fields, (field) => field.recordId).values()]
  const shown = details.open ? records : records.slice(0, recordsShown)
  const fieldsShown = shown.reduce((count, fields) => count + fields.length, 0)
  const left = change.fieldCount - fieldsShown
  return (
    <ul className={styles.fields}>
      {shown.map((fields) => {
        const [first] = fields
        if (!first) return null
        const lines = fields.map((field) => (
          <FieldLine key={field.field} field={field} change={all} whole={of === undefined} {...names} />
        ))
        // What happened to the record as a whole stands in its line.
        const marked = fields.length === 1 && (first.field === '*' || first.field === 'deletedAt')
        const titled = first.recordId !== of?.id
        return (
          <li key={first.recordId} className={marked && titled ? styles.marked : undefined}>
            {titled && <RecordTitle first={first} change={all} {...names} />}
            <ul className={styles.fields}>{lines}</ul>
          </li>
        )
      })}
      {left > 0 && (
        <li>
          <Button small kind="quiet" busy={details.busy} onPress={() => void details.more()}>
            {t('history.moreFields', { count: left })}
          </Button>
        </li>
      )}
    </ul>
  )
}

/** The fields of a change that are shown: the first of them, and the rest as it is asked for. */
function useRestOf(change: Change, of: Whole | null) {
  const client = useClient()
  const [rest, setRest] = useState<{ fields: Field[]; names: Change['names']; next: string | null } | null>(null)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  async function more(): Promise<void> {
    setOpen(true)
    if (change.fieldCount === change.fields.length) return
    setBusy(true)
    const reply = await client.ask('history.details', {
      stamp: change.stamp,
      of,
      cursor: rest?.next ?? null,
      limit: 200,
    })
    setBusy(false)
    if (!reply.ok) return
    const { rows, names, next } = reply.value
    setRest((before) => ({
      fields: [...(before?.fields ?? []), ...rows],
      names: { ...before?.names, ...names },
      next,
    }))
  }
  return { fields: rest?.fields ?? change.fields, names: rest?.names ?? change.names, open, busy, more }
}

/** Kind and name of a record; those with a page of their own lead there. */
function RecordTitle({ first, change, ...names }: Names & { readonly first: Field; readonly change: Change }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const format = useFormat()
  const name = nameIn(change, first.recordId, format.day)
  const area = areaOfEntity[first.entity]
  return (
    <span>
      {t(`app.entities.${first.entity}`)}
      {name && ' · '}
      {name && area ? (
        <RecordLink area={area} id={first.recordId}>
          {name}
        </RecordLink>
      ) : (
        <span className={styles.record}>{name}</span>
      )}{' '}
      <IconButton
        icon="history"
        label={t('history.ofRecord', { name: name ?? t(`app.entities.${first.entity}`) })}
        onPress={() => setOpen(true)}
      />
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('history.ofRecord', { name: name ?? t(`app.entities.${first.entity}`) })}
      >
        {open && <HistoryPanel entity={first.entity} id={first.recordId} {...names} />}
      </Dialog>
    </span>
  )
}

interface LineProps extends Names {
  readonly field: Field
  readonly change: Change
  /** In the history of the whole file: confidential texts stay with their record. */
  readonly whole: boolean
}
function FieldLine({ field: one, change, whole, fieldName, fieldValue }: LineProps) {
  const t = useT()
  const format = useFormat()
  if (one.field === '*') return <li>{t('app.history.made')}</li>
  if (one.field === 'deletedAt') return <li>{one.value ? t('app.history.removed') : t('app.history.restored')}</li>
  const name = fieldName(one.field, one.entity)
  if (!name) return null
  const words = (value: unknown) => {
    if (whole && one.field === 'confidentialText' && value) return t('app.history.confidential')
    return (
      (Array.isArray(value) ? undefined : fieldValue?.(one.field, value, one.entity)) ??
      namesOf(change, value, format.day) ??
      fieldValue?.(one.field, value, one.entity) ??
      plainValue(value, t('common.yes'), t('common.no'), t('common.empty'))
    )
  }
  return (
    <li>
      <span className={styles.name}>{name}</span> <ChangedText before={words(one.before)} after={words(one.value)} />
    </li>
  )
}

function nameIn(change: Change, id: string, day: (day: string | null) => string): string | undefined {
  const found = change.names[id]
  return found && [found.name, day(found.day)].filter(Boolean).join(', ')
}

/** An id, or a list with an id in it, by names; undefined for all else. */
function namesOf(change: Change, value: unknown, day: (day: string | null) => string): string | undefined {
  const ids = [value].flat().filter((one) => typeof one === 'string')
  if (!ids.some((id) => Object.hasOwn(change.names, id))) return undefined
  return ids.map((id) => nameIn(change, id, day) ?? id).join(', ')
}

function plainValue(value: unknown, yes: string, no: string, empty: string): string {
  if (value === null || value === undefined || value === '') return empty
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value))
    return value.length === 0 ? empty : value.map((one) => plainValue(one, yes, no, empty)).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
