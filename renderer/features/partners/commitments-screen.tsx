import { useCallback, useMemo, useState } from 'react'
import type { Column } from '#renderer/components/data-list.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { NewCommitment } from '#renderer/components/new-commitment.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterEmpty } from '#renderer/components/register-empty.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'
import { CommitmentDetail } from './commitment-detail.tsx'
import { commitmentListDefaults, commitmentSorts, filterOf } from './commitment-filter.ts'
import { CommitmentFilters } from './commitment-filters.tsx'
import { useCommitmentRegister } from './commitment-register.ts'
import { CommitmentState } from './commitment-state.tsx'
import { PartnerAreas } from './partner-areas.tsx'
import styles from './partners.module.css'
import { type CommitmentRow, type Pair, sumsOfRows, type UnitSum } from './sums.ts'

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
  const sums = useOperation('commitments.sums', { filter }, { keepPrevious: true })
  const all = useOperation('commitments.count', { filter: {} })
  const columns = useColumns()
  const { groups, bulk } = useCommitmentRegister()
  const quantity = useQuantity()
  const sumsOf = useCallback(
    (rows: readonly CommitmentRow[]) =>
      sumsOfRows(rows)
        .map(({ unit, delivered, pledged }) =>
          t('partners.quantity.both', {
            delivered: quantity.number(delivered, unit),
            pledged: quantity.words(pledged, unit),
          }),
        )
        .join(' · '),
    [t, quantity],
  )
  const register = useRegister({
    register: 'commitments',
    area: 'commitments',
    openId: id,
    operation: 'commitments.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: sums.data?.count,
    change,
    groups,
    sums: sumsOf,
  })
  const late = sums.data?.overdue ?? 0
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
                sums.data && (
                  <span role="status">
                    {t('partners.register.count', {
                      count: sums.data.count,
                      shown: format.number(sums.data.count),
                    })}
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
            <CommitmentFilters
              state={state}
              change={change}
              tools={<RegisterTools register={register} columns={columns} />}
            />
            <RegisterList
              register={register}
              label={t('app.areas.commitments')}
              columns={columns}
              nameOf={(row) => row.title}
              bulk={bulk}
              sums={sums.data && <Sums sums={sums.data.sums} left={leftOut(sums.data)} />}
              empty={
                <RegisterEmpty
                  count={all.data}
                  icon="commitments"
                  none={{ title: t('partners.register.empty'), text: t('partners.register.emptyText') }}
                  action={addButton}
                  noMatch={{ title: t('partners.register.noMatch'), text: t('partners.register.noMatchText') }}
                  onShowAll={() => change(commitmentListDefaults)}
                />
              }
            />
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

/** Whether anything shown is in no sum: it is proposed or was withdrawn. */
function leftOut({ byStatus }: OutputOf<'commitments.sums'>): boolean {
  return byStatus.some(({ status, count }) => count > 0 && (status === 'proposed' || status === 'withdrawn'))
}

/** What all that is shown comes to, per unit, exact to the øre and the hundredth. */
function Sums({ sums, left }: { readonly sums: readonly UnitSum[]; readonly left: boolean }) {
  const t = useT()
  const words = useSumWords()
  if (sums.length === 0) return null
  return (
    <>
      <ul aria-label={t('partners.register.sums')} className={styles.sums}>
        {sums.map((sum) => (
          <li key={sum.unit}>{words(sum)}</li>
        ))}
      </ul>
      {left && <span>{t('partners.register.sumsNote')}</span>}
    </>
  )
}

function useSumWords() {
  const t = useT()
  const quantity = useQuantity()
  return useCallback(
    (sum: UnitSum) =>
      t(sum.over > 0 ? 'partners.register.sumWordsOver' : 'partners.register.sumWords', {
        unit: t(`codes.commitmentUnit.${sum.unit}`),
        pledged: quantity.words(sum.pledged, sum.unit),
        delivered: quantity.words(sum.delivered, sum.unit),
        remaining: quantity.words(sum.remaining, sum.unit),
        over: quantity.words(sum.over, sum.unit),
      }),
    [t, quantity],
  )
}

function useColumns(): readonly Column<CommitmentRow>[] {
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
    return [
      {
        key: 'title',
        header: t('partners.register.what'),
        sort: 'title',
        width: 'minmax(112px, 2.2fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>{row.title}</span>
            <span className={styles.quiet}>
              {row.partnerName} · {t(`codes.commitmentKind.${row.kind}`)}
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
        cell: (row) => <span className={styles.cut}>{row.partnerName}</span>,
      },
      {
        key: 'amount',
        header: t('partners.commitments.progress'),
        width: 'minmax(120px, 1.3fr)',
        cell: (row) => <div className={`${styles.two} ${styles.figure}`}>{amounts(row)}</div>,
      },
      {
        key: 'status',
        header: t('partners.register.status'),
        width: '160px',
        cell: (row) => <CommitmentState row={row} />,
      },
      {
        key: 'period',
        header: t('partners.register.period'),
        sort: 'periodTo',
        width: '104px',
        show: 'wide',
        cell: (row) => format.day(row.periodTo),
      },
    ]
  }, [t, format, quantity])
}
