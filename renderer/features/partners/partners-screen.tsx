import { useMemo, useState } from 'react'
import { RadioGroup } from '#renderer/components/choices.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterEmpty } from '#renderer/components/register-empty.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegisterOf } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { daysBetween } from '#shared/domain/days.ts'
import { type Partner, partnerStatuses } from '#shared/domain/records/partner.ts'
import { useAgreementWords } from './agreement-words.ts'
import { NewPartner } from './new-partner.tsx'
import { PartnerAreas } from './partner-areas.tsx'
import { PartnerDetail } from './partner-detail.tsx'
import { usePartnerRegister } from './partner-register.ts'
import styles from './partners.module.css'
import type { CommitmentRow } from './sums.ts'
import { useEveryCommitment } from './use-every-commitment.ts'

const defaults = {
  text: '',
  status: 'all',
  tab: 'overview',
  commitment: null as string | null,
  sort: 'name',
  direction: 'asc',
}
const openStatuses = ['promised', 'partlyDelivered'] as const
const partnerSorts = ['name', 'agreement', 'open'] as const
const soonDays = 90

interface Row extends Partner {
  readonly open: readonly CommitmentRow[]
}

/** Everybody in the partnership. `id`: the open partner, from the address; null shows the list alone. */
export function PartnersScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [state, change] = useListState(defaults)
  const [adding, setAdding] = useState(false)
  const partners = useOperation('partners.list', {})
  const open = useEveryCommitment({ filter: { statuses: [...openStatuses] } })
  const columns = useColumns()
  const status = partnerStatuses.find((one) => one === state.status) ?? null
  const rows = useMemo(() => {
    const words = state.text.trim().toLocaleLowerCase()
    const byPartner = Map.groupBy(open.data ?? [], (row) => row.partnerId)
    const found = (partners.data ?? [])
      .filter((one) => status === null || one.status === status)
      .filter((one) => `${one.name} ${one.shortName ?? ''}`.toLocaleLowerCase().includes(words))
      .map((one): Row => ({ ...one, open: byPartner.get(one.id) ?? [] }))
    const orders: Record<string, (a: Row, b: Row) => number> = {
      type: (a, b) => format.compare(t(`codes.partnerType.${a.partnerType}`), t(`codes.partnerType.${b.partnerType}`)),
      agreement: (a, b) => (a.agreementValidTo ?? '9999').localeCompare(b.agreementValidTo ?? '9999'),
      open: (a, b) => a.open.length - b.open.length,
    }
    const order = orders[state.sort] ?? (() => 0)
    const sorted = found.sort((a, b) => order(a, b) || format.compare(a.name, b.name))
    return state.direction === 'desc' ? sorted.reverse() : sorted
  }, [partners.data, open.data, state.text, state.sort, state.direction, status, format, t])
  const { groups, bulk } = usePartnerRegister<Row>()
  const sort = partnerSorts.find((one) => one === state.sort) ?? 'name'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const register = useRegisterOf({
    register: 'partners',
    area: 'partners',
    openId: id,
    source: {
      rows,
      loading: partners.isPending,
      error: partners.error ?? open.error,
      retry: () => void Promise.all([partners.refetch(), open.refetch()]),
    },
    input: { filter: { text: state.text, status }, sort, direction },
    order: { sort, direction },
    total: partners.data && rows.length,
    change,
    groups,
    without: ['commitment'],
  })
  const close = () => go('partners', null, { keepSearch: true, without: ['tab', 'commitment'] })
  const addButton = (
    <WriteButton kind="primary" icon="plus" onPress={() => setAdding(true)}>
      {t('partners.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('partners.detail')}
        onClose={close}
        detail={
          id ? (
            <PartnerDetail
              key={id}
              id={id}
              tab={state.tab}
              onTab={(tab) => change({ tab })}
              openCommitment={state.commitment}
              onCommitment={(commitment) => change({ commitment })}
              onClose={close}
            />
          ) : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.partners')}
              detail={
                partners.data && (
                  <span role="status">
                    {t('partners.list.count', { count: rows.length, shown: format.number(rows.length) })}
                  </span>
                )
              }
              actions={addButton}
            />
            <PartnerAreas here="partners" />
            <div className={styles.filters}>
              <RadioGroup
                label={t('app.fields.status')}
                hideLabel
                look="segments"
                options={[
                  { key: 'all', label: t('partners.list.all') },
                  ...partnerStatuses.map((key) => ({ key, label: t(`codes.partnerStatus.${key}`) })),
                ]}
                value={status ?? 'all'}
                onChange={(key) => change({ status: key })}
              />
              <div className={styles.searchRow}>
                <ListSearch
                  label={t('partners.list.search')}
                  value={state.text}
                  onChange={(text) => change({ text })}
                />
                <RegisterTools register={register} columns={columns} />
              </div>
            </div>
            <RegisterList
              register={register}
              label={t('app.areas.partners')}
              columns={columns}
              nameOf={(partner) => partner.name}
              bulk={bulk}
              empty={
                <RegisterEmpty
                  count={partners.data?.length}
                  icon="partners"
                  none={{ title: t('partners.list.empty'), text: t('partners.list.emptyText') }}
                  action={addButton}
                  noMatch={{ title: t('partners.list.noMatch'), text: t('partners.list.noMatchText') }}
                  onShowAll={() => change({ text: '', status: 'all' })}
                />
              }
            />
          </>
        }
      />
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('partners.add')} closeOutside={false}>
        <NewPartner
          onDone={(made) => {
            setAdding(false)
            go('partners', made, { search: { tab: 'fields' } })
          }}
          onCancel={() => setAdding(false)}
        />
      </Dialog>
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useT()
  const format = useFormat()
  const agreement = useAgreementWords()
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('app.fields.name'),
        sort: 'name',
        width: 'minmax(160px, 2fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>{row.name}</span>
            <span className={styles.quiet}>
              {t(`codes.partnerType.${row.partnerType}`)}
              {row.status !== 'active' && (
                <>
                  {' '}
                  <Badge>{t(`codes.partnerStatus.${row.status}`)}</Badge>
                </>
              )}
            </span>
          </div>
        ),
      },
      {
        key: 'agreement',
        header: t('partners.list.agreementEnds'),
        sort: 'agreement',
        width: 'minmax(130px, 1fr)',
        cell: (row) => {
          if (row.agreementValidTo === null)
            return <span className={styles.quiet}>{t('partners.list.noAgreement')}</span>
          const left = daysBetween(today(), row.agreementValidTo)
          return (
            <div className={styles.two}>
              <span>{format.day(row.agreementValidTo)}</span>
              {row.status !== 'left' && left <= soonDays && (
                <span className={left < 0 ? styles.late : styles.quiet}>{agreement.left(left)}</span>
              )}
            </div>
          )
        },
      },
      {
        key: 'open',
        header: t('partners.list.commitments'),
        sort: 'open',
        width: 'minmax(110px, 1fr)',
        cell: (row) => {
          const late = row.open.filter((one) => one.isOverdue).length
          return (
            <div className={styles.two}>
              <span className={row.open.length === 0 ? styles.quiet : undefined}>
                {row.open.length === 0
                  ? t('partners.list.noneOpen')
                  : t('partners.list.open', { count: row.open.length })}
              </span>
              {late > 0 && <span className={styles.late}>{t('partners.list.overdue', { count: late })}</span>}
            </div>
          )
        },
      },
    ],
    [t, format, agreement],
  )
}
