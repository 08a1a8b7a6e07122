import { Button } from '#renderer/components/button.tsx'
import { ChangeList } from '#renderer/components/history-panel.tsx'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useInfiniteOperation } from '#renderer/lib/use-infinite-operation.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { entities } from '#shared/contract/desk.ts'
import styles from './settings.module.css'

const everything = { of: null as string | null }

/** Everything that was changed in the file, newest first, each change with its way back. */
export function HistoryPage() {
  const t = useT()
  const names = useFieldNames()
  const [{ of }, change] = useListState(everything)
  const only = entities.find((entity) => entity === of) ?? null
  const history = useInfiniteOperation('history.latest', { entities: only ? [only] : [] })
  return (
    <div className={styles.fields}>
      <div className={styles.filter}>
        <Select
          label={t('settings.history.area')}
          emptyLabel={t('settings.history.all')}
          options={entities.map((key) => ({ key, label: t(`app.entities.${key}`) }))}
          value={only}
          onChange={(next) => change({ of: next })}
        />
      </div>
      {history.error && <ErrorNote error={history.error} onRetry={history.retry} />}
      {history.loading ? <Loading /> : <ChangeList changes={history.rows} {...names} showEntity />}
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
