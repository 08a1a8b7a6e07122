import { useEffect, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { MultiSelect } from '#renderer/components/choices.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import { EmptyState, ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { problemText } from '#renderer/lib/problem-text.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { type RowOf, useInfiniteOperation } from '#renderer/lib/use-infinite-operation.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useUndo } from '#renderer/lib/use-undo.ts'
import { entities } from '#shared/contract/desk.ts'
import { isDone, type Problem } from '#shared/contract/problem.ts'
import styles from './settings.module.css'

type Row = RowOf<'trash.list'>
const nothing = { of: [] as string[], text: '' }
/** A filter that finds little looks on by itself, until this many are found or all was seen. */
const fewest = 20

/** What was removed, newest first, each with its way back. */
export function TrashPage() {
  const t = useT()
  const format = useFormat()
  const [state, change] = useListState(nothing)
  const chosen = entities.filter((entity) => state.of.includes(entity))
  const trash = useInfiniteOperation('trash.list', { entities: chosen, text: state.text })
  const { rows, hasMore, loadMore, loadingMore } = trash
  const filtered = chosen.length > 0 || state.text.trim() !== ''
  const looking = hasMore && rows.length < fewest
  useEffect(() => {
    if (looking && !loadingMore) loadMore()
  })
  const kinds = entities
    .map((key) => ({ key, label: t(`app.entities.${key}`) }))
    .toSorted((a, b) => format.compare(a.label, b.label))
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>
        {t('history.trash.text')} {t('history.trash.personalData')}
      </p>
      <div className={styles.edgeless}>
        <FilterBar
          label={t('history.trash.search')}
          text={state.text}
          onText={(text) => change({ text })}
          chips={chosen.map((entity) => ({
            key: entity,
            label: t(`app.entities.${entity}`),
            remove: () => change({ of: state.of.filter((one) => one !== entity) }),
          }))}
          onClear={() => change({ of: [] })}
          tools={null}
        >
          <MultiSelect
            label={t('history.kind')}
            look="list"
            options={kinds}
            value={chosen}
            onChange={(of) => change({ of: [...of] })}
          />
        </FilterBar>
      </div>
      {trash.error && <ErrorNote error={trash.error} onRetry={trash.retry} />}
      {trash.loading && <Loading />}
      {!trash.loading && rows.length === 0 && !hasMore && !trash.error && (
        <EmptyState title={t(filtered ? 'history.trash.nothingFits' : 'history.trash.empty')}>
          {!filtered && t('history.trash.emptyText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul className={styles.register}>
          {rows.map((row) => (
            <TrashRow key={`${row.entity} ${row.id}`} row={row} />
          ))}
        </ul>
      )}
      {looking && !trash.loading && <p role="status">{t('history.lookingOn')}</p>}
      {hasMore && !looking && (
        <div>
          <Button onPress={loadMore} busy={loadingMore}>
            {t('common.showMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

function TrashRow({ row }: { readonly row: Row }) {
  const t = useT()
  const format = useFormat()
  const toasts = useToasts()
  const { undo } = useUndo()
  const restore = useCommand('trash.restore')
  const [refused, setRefused] = useState<Problem | null>(null)
  const name = [row.name || t('history.trash.nameless'), format.day(row.day)].filter(Boolean).join(', ')
  const id = `trash-${row.id}`
  async function bringBack(withOwners: boolean): Promise<void> {
    const reply = await restore.run({ entity: row.entity, id: row.id, withOwners })
    setRefused(reply.ok || isDone(reply) ? null : reply.problem)
    if (!reply.ok) return
    const { change } = reply
    toasts.show({
      text: t('history.trash.restored', { count: reply.value.restored, name }),
      ...(change ? { action: { label: t('common.undo'), run: () => void undo(change) } } : {}),
    })
  }
  return (
    <li className={styles.record}>
      <div className={styles.trashLine}>
        <span className={styles.words} id={id}>
          <span className={styles.title}>
            {t(`app.entities.${row.entity}`)} · {name}
          </span>
          <span className={styles.quiet}>
            {t('history.trash.removedBy', {
              who: row.actor || t('app.history.someone'),
              when: format.instant(row.at),
            })}
            {row.device && ` · ${t('history.trash.onDevice', { device: row.device })}`}
          </span>
          {row.with > 0 && <span className={styles.quiet}>{t('history.trash.with', { count: row.with })}</span>}
          {row.erased && <span className={styles.quiet}>{t('history.trash.erased')}</span>}
        </span>
        <WriteButton small icon="undo" describedBy={id} busy={restore.busy} onPress={() => void bringBack(false)}>
          {t('history.trash.restore')}
        </WriteButton>
      </div>
      {refused && (
        <div role="alert" className={styles.trashNote}>
          <Note
            tone="warning"
            action={
              refused.key === 'problems.ownersInTrash' ? (
                <WriteButton small busy={restore.busy} onPress={() => void bringBack(true)}>
                  {t('history.trash.restoreBoth')}
                </WriteButton>
              ) : undefined
            }
          >
            {problemText(t, refused)}
          </Note>
        </div>
      )}
    </li>
  )
}
