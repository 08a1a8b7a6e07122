import { useMemo, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { type Column, DataList } from '#renderer/components/data-list.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { NewCommitment } from '#renderer/components/new-commitment.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'
import { CommitmentDetail } from './commitment-detail.tsx'
import { commitmentListDefaults, commitmentSorts, filterOf } from './commitment-filter.ts'
import { CommitmentFilters } from './commitment-filters.tsx'
import { CommitmentState } from './commitment-state.tsx'
import { PartnerAreas } from './partner-areas.tsx'
import styles from './partners.module.css'
import { type CommitmentRow, type Pair, sumsOfRows } from './sums.ts'
import { useEveryCommitment } from './use-every-commitment.ts'

/** A line of the register: a commitment, or the head of a partner's group with what it comes to. */
type Line =
  | { readonly kind: 'commitment'; readonly key: string; readonly row: CommitmentRow }
  | {
      readonly kind: 'partner'
      readonly key: string
      readonly partnerId: string
      readonly name: string
      readonly rows: readonly CommitmentRow[]
    }

/** Everything that was promised, over all partners. `id`: the open commitment, from the address. */
export function CommitmentsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [adding, setAdding] = useState(false)
  const [state, change] = useListState(commitmentListDefaults)
  const filter = filterOf(state)
  const sort = commitmentSorts.find((one) => one === state.sort) ?? 'periodTo'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const list = useEveryCommitment({ filter, sort, direction })
  const all = useOperation('commitments.count', { filter: {} })
  const columns = useColumns()
  const rows = useMemo(() => list.data ?? [], [list.data])
  const lines = useMemo(
    () => (state.grouped ? grouped(rows, format.compare) : rows.map(asLine)),
    [rows, state.grouped, format],
  )
  const late = rows.filter((row) => row.isOverdue).length
  const close = () => go('commitments', null, { keepSearch: true, without: ['tab'] })
  const addButton = (
    <WriteButton kind="primary" icon="plus" onPress={() => setAdding(true)}>
      {t('partners.commitments.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('partners.commitments.detail')}
        onClose={close}
        detail={
          id ? (
            <CommitmentDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={close} />
          ) : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.commitments')}
              detail={
                list.data && (
                  <span role="status">
                    {t('partners.register.count', { count: rows.length, shown: format.number(rows.length) })}
                    {late > 0 && (
                      <>
                        {' · '}
                        <span className={styles.late}>
                          {t('partners.register.overdue', { count: late, shown: format.number(late) })}
                        </span>
                      </>
                    )}
                  </span>
                )
              }
              actions={addButton}
            />
            <PartnerAreas here="commitments" />
            <CommitmentFilters state={state} change={change} />
            <DataList
              label={t('app.areas.commitments')}
              rows={lines}
              keyOf={(line) => line.key}
              columns={columns}
              selectedKey={id}
              onOpen={(line) =>
                line.kind === 'commitment'
                  ? go('commitments', line.row.id, { keepSearch: true })
                  : go('partners', line.partnerId, { search: { tab: 'commitments' } })
              }
              sort={{ by: sort, direction }}
              onSort={(next) => change({ sort: next.by, direction: next.direction })}
              total={lines.length}
              loading={list.isPending}
              error={list.error}
              onRetry={() => void list.refetch()}
              textOf={(line) => (line.kind === 'commitment' ? line.row.title : line.name)}
              rowHeight={58}
              empty={
                all.data ? (
                  <EmptyState
                    icon="search"
                    title={t('partners.register.noMatch')}
                    action={
                      <Button onPress={() => change(commitmentListDefaults)}>{t('partners.register.showAll')}</Button>
                    }
                  >
                    {t('partners.register.noMatchText')}
                  </EmptyState>
                ) : (
                  <EmptyState icon="commitments" title={t('partners.register.empty')} action={addButton}>
                    {t('partners.register.emptyText')}
                  </EmptyState>
                )
              }
            />
            <Sums rows={rows} />
          </>
        }
      />
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('partners.commitments.add')} closeOutside={false}>
        <NewCommitment
          partnerId={null}
          onDone={(made) => {
            setAdding(false)
            go('commitments', made.id, { keepSearch: true })
          }}
          onCancel={() => setAdding(false)}
        />
      </Dialog>
    </>
  )
}

const asLine = (row: CommitmentRow): Line => ({ kind: 'commitment', key: row.id, row })

/** Partners by name, each followed by its commitments in the order of the list. */
function grouped(rows: readonly CommitmentRow[], compare: (a: string, b: string) => number): Line[] {
  const groups = [...Map.groupBy(rows, (row) => row.partnerId)].map(([partnerId, own]) => ({
    partnerId,
    name: own[0]?.partnerName ?? '',
    rows: own,
  }))
  return groups
    .sort((a, b) => compare(a.name, b.name))
    .flatMap((group) => [
      { kind: 'partner' as const, key: `partner ${group.partnerId}`, ...group },
      ...group.rows.map(asLine),
    ])
}

/** What all that is shown comes to, per unit, exact to the øre and the hundredth. */
function Sums({ rows }: { readonly rows: readonly CommitmentRow[] }) {
  const t = useT()
  const words = useSumWords()
  const sums = sumsOfRows(rows)
  if (sums.length === 0) return null
  return (
    <section className={styles.foot} aria-label={t('partners.register.sums')}>
      <h2>{t('partners.register.sums')}</h2>
      <ul>
        {sums.map((sum) => (
          <li key={sum.unit}>{words(sum)}</li>
        ))}
      </ul>
      {rows.some((row) => row.stage !== 'promised') && (
        <p className={styles.quiet}>{t('partners.register.sumsNote')}</p>
      )}
    </section>
  )
}

function useSumWords() {
  const t = useT()
  const quantity = useQuantity()
  return (sum: ReturnType<typeof sumsOfRows>[number]) =>
    t(sum.over > 0 ? 'partners.register.sumWordsOver' : 'partners.register.sumWords', {
      unit: t(`codes.commitmentUnit.${sum.unit}`),
      pledged: quantity.words(sum.pledged, sum.unit),
      delivered: quantity.words(sum.delivered, sum.unit),
      remaining: quantity.words(sum.remaining, sum.unit),
      over: quantity.words(sum.over, sum.unit),
    })
}

function useColumns(): readonly Column<Line>[] {
  const t = useT()
  const format = useFormat()
  const quantity = useQuantity()
  return useMemo(() => {
    const pair = (of: Pair, unit: CommitmentUnit) => (
      <>
        <span className={styles.cut}>{quantity.words(of.delivered, unit)}</span>
        <span className={styles.quiet}>
          {t(of.delivered > of.pledged ? 'partners.quantity.ofOver' : 'partners.quantity.of', {
            pledged: quantity.words(of.pledged, unit),
          })}
        </span>
      </>
    )
    const amounts = ({ unit, pledged, delivered }: CommitmentRow) =>
      unit === null || pledged === null ? t('partners.commitments.notCounted') : pair({ pledged, delivered }, unit)
    /** One unit as a commitment has it; several on a line each. */
    const totals = (rows: readonly CommitmentRow[]) => {
      const sums = sumsOfRows(rows)
      const [only] = sums
      if (only && sums.length === 1) return pair(only, only.unit)
      return sums.map((sum) => (
        <span key={sum.unit} className={styles.cut}>
          {t('partners.quantity.both', {
            delivered: quantity.number(sum.delivered, sum.unit),
            pledged: quantity.words(sum.pledged, sum.unit),
          })}
        </span>
      ))
    }
    return [
      {
        key: 'title',
        header: t('partners.register.what'),
        sort: 'title',
        width: 'minmax(112px, 2.2fr)',
        cell: (line) =>
          line.kind === 'partner' ? (
            <div className={styles.two}>
              <strong className={styles.cut}>{line.name}</strong>
              <span className={styles.quiet}>{t('partners.register.groupCount', { count: line.rows.length })}</span>
            </div>
          ) : (
            <div className={styles.two}>
              <span className={styles.main}>{line.row.title}</span>
              <span className={styles.quiet}>
                {line.row.partnerName} · {t(`codes.commitmentKind.${line.row.kind}`)}
              </span>
            </div>
          ),
      },
      {
        key: 'partner',
        header: t('partners.commitments.partner'),
        sort: 'partner',
        width: 'minmax(110px, 1.2fr)',
        show: 'wide',
        cell: (line) => (line.kind === 'partner' ? '' : <span className={styles.cut}>{line.row.partnerName}</span>),
      },
      {
        key: 'amount',
        header: t('partners.commitments.progress'),
        width: 'minmax(120px, 1.3fr)',
        cell: (line) => (
          <div className={`${styles.two} ${styles.figure}`}>
            {line.kind === 'partner' ? totals(line.rows) : amounts(line.row)}
          </div>
        ),
      },
      {
        key: 'status',
        header: t('partners.register.status'),
        width: '160px',
        cell: (line) => (line.kind === 'partner' ? '' : <CommitmentState row={line.row} />),
      },
      {
        key: 'period',
        header: t('partners.register.period'),
        sort: 'periodTo',
        width: '104px',
        show: 'wide',
        cell: (line) => (line.kind === 'partner' ? '' : format.day(line.row.periodTo)),
      },
    ]
  }, [t, format, quantity])
}
