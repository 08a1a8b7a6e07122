import { useEffect } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { MultiSelect } from '#renderer/components/choices.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import { ChangeList } from '#renderer/components/history-panel.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useInfiniteOperation } from '#renderer/lib/use-infinite-operation.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { entities } from '#shared/contract/desk.ts'
import { deeds } from '#shared/contract/history.ts'
import { HistoryExport } from './history-export.tsx'
import styles from './settings.module.css'

const nothing = {
  of: [] as string[],
  actor: null as string | null,
  device: null as string | null,
  deed: null as string | null,
  from: null as string | null,
  to: null as string | null,
  text: '',
}
type State = typeof nothing
/** A page that a filter leaves shorter than this asks for the next by itself, until something is found or the log ends. */
const fewest = 20

/** Everything that was changed in the file, newest first, each change with its way back. */
export function HistoryPage() {
  const t = useT()
  const names = useFieldNames()
  const [state, change] = useListState(nothing)
  const filter = filterOf(state)
  const history = useInfiniteOperation('history.latest', filter)
  const { rows, hasMore, loadMore, loadingMore } = history
  const filtered = JSON.stringify(filter) !== JSON.stringify(filterOf(nothing))
  const looking = filtered && hasMore && rows.length < fewest
  useEffect(() => {
    if (looking && !loadingMore) loadMore()
  })
  return (
    <div className={styles.fields}>
      <div className={styles.edgeless}>
        <FilterBar
          label={t('history.search')}
          text={state.text}
          onText={(text) => change({ text })}
          chips={useChips(state, change)}
          onClear={() => change({ ...nothing, text: state.text })}
          tools={
            <Popover label={t('history.export.open')} icon="download" showLabel>
              <HistoryExport filter={filter} />
            </Popover>
          }
        >
          <FilterPanel state={state} change={change} />
        </FilterBar>
      </div>
      {history.error && <ErrorNote error={history.error} onRetry={history.retry} />}
      {history.loading && <Loading />}
      {!history.loading && (rows.length > 0 || !filtered) && <ChangeList changes={rows} {...names} />}
      {!history.loading && rows.length === 0 && filtered && !hasMore && <EmptyState title={t('history.nothingFits')} />}
      {looking && <p role="status">{t('history.lookingOn')}</p>}
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

function filterOf({ of, actor, device, deed, from, to, text }: State) {
  return {
    entities: entities.filter((entity) => of.includes(entity)),
    actor,
    device,
    deed: deeds.find((one) => one === deed) ?? null,
    from,
    to,
    text,
  }
}

interface Filtering {
  readonly state: State
  readonly change: (changes: Partial<State>) => void
}

function FilterPanel({ state, change }: Filtering) {
  const t = useT()
  const format = useFormat()
  const makers = useOperation('history.makers', {}).data
  const kinds = entities
    .map((key) => ({ key, label: t(`app.entities.${key}`) }))
    .toSorted((a, b) => format.compare(a.label, b.label))
  const options = (values: readonly string[] | undefined, nameless: string) =>
    (values ?? []).map((key) => ({ key, label: key || nameless })).toSorted((a, b) => format.compare(a.label, b.label))
  return (
    <>
      <div className={styles.pair}>
        <DayField label={t('history.from')} value={state.from} onChange={(from) => change({ from })} />
        <DayField
          label={t('history.to')}
          value={state.to}
          onChange={(to) => change({ to })}
          problem={state.from && state.to && state.from > state.to ? t('history.wrongOrder') : undefined}
        />
      </div>
      <Select
        label={t('history.actor')}
        emptyLabel={t('history.all')}
        options={options(makers?.actors, t('app.history.someone'))}
        value={state.actor}
        onChange={(actor) => change({ actor })}
      />
      <Select
        label={t('history.device')}
        emptyLabel={t('history.all')}
        options={options(makers?.devices, t('history.noDevice'))}
        value={state.device}
        onChange={(device) => change({ device })}
      />
      <Select
        label={t('history.deed')}
        emptyLabel={t('history.all')}
        options={deeds.map((key) => ({ key, label: t(`history.deeds.${key}`) }))}
        value={deeds.find((one) => one === state.deed) ?? null}
        onChange={(deed) => change({ deed })}
      />
      <MultiSelect
        label={t('history.kind')}
        look="list"
        options={kinds}
        value={entities.filter((entity) => state.of.includes(entity))}
        onChange={(of) => change({ of: [...of] })}
      />
    </>
  )
}

function useChips(state: State, change: Filtering['change']) {
  const t = useT()
  const format = useFormat()
  const { actor, device, deed, from, to } = filterOf(state)
  return [
    ...entities
      .filter((entity) => state.of.includes(entity))
      .map((entity) => ({
        key: entity as string,
        label: t(`app.entities.${entity}`),
        remove: () => change({ of: state.of.filter((one) => one !== entity) }),
      })),
    ...(deed ? [{ key: 'deed', label: t(`history.deeds.${deed}`), remove: () => change({ deed: null }) }] : []),
    ...(actor === null
      ? []
      : [{ key: 'actor', label: actor || t('app.history.someone'), remove: () => change({ actor: null }) }]),
    ...(device === null
      ? []
      : [{ key: 'device', label: device || t('history.noDevice'), remove: () => change({ device: null }) }]),
    ...(from
      ? [{ key: 'from', label: `${t('history.from')} ${format.day(from)}`, remove: () => change({ from: null }) }]
      : []),
    ...(to ? [{ key: 'to', label: `${t('history.to')} ${format.day(to)}`, remove: () => change({ to: null }) }] : []),
  ]
}
