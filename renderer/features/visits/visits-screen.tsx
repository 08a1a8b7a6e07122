import { useMemo } from 'react'
import { Button } from '#renderer/components/button.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { Badge, EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useShell } from '#renderer/lib/shell.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { visitSorts } from '#shared/contract/visits.ts'
import { VisitDetail } from './visit-detail.tsx'
import { filterOf, known, type VisitRow, visitListDefaults } from './visit-filter.ts'
import { VisitFilters } from './visit-filters.tsx'
import { useVisitRegister } from './visit-register.ts'
import styles from './visits-screen.module.css'

/** `id`: the open record, from the address; null shows the list alone. */
export function VisitsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const { logVisit } = useShell()
  const [state, change] = useListState(visitListDefaults)
  const filter = filterOf(state)
  const sort = known(visitSorts, [state.sort])[0] ?? 'visitedOn'
  const direction = state.direction === 'asc' ? 'asc' : 'desc'
  const count = useOperation('visits.count', { filter }, { keepPrevious: true })
  const all = useOperation('visits.count', {})
  const columns = useColumns()
  const { groups, bulk } = useVisitRegister()
  const register = useRegister({
    register: 'visits',
    area: 'visits',
    openId: id,
    operation: 'visits.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: count.data,
    change,
    groups,
  })
  const close = () => go('visits', null, { keepSearch: true })
  const filtered = all.data !== undefined && all.data > 0

  return (
    <MasterDetail
      detailLabel={t('visits.detail.region')}
      onClose={close}
      detail={
        id ? <VisitDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={close} /> : null
      }
      list={
        <>
          <PageHeader
            title={t('app.areas.visits')}
            detail={
              count.data === undefined ? null : (
                <span role="status">
                  {count.data === all.data
                    ? t('visits.list.count', { count: count.data, shown: format.number(count.data) })
                    : t('visits.list.countOf', {
                        count: count.data,
                        shown: format.number(count.data),
                        all: format.number(all.data ?? 0),
                      })}
                </span>
              )
            }
          />
          <VisitFilters state={state} change={change} tools={<RegisterTools register={register} columns={columns} />} />
          <RegisterList
            register={register}
            label={t('app.areas.visits')}
            columns={columns}
            nameOf={(row) => row.companyName}
            bulk={bulk}
            empty={
              filtered ? (
                <EmptyState
                  icon="filter"
                  title={t('visits.list.noMatch')}
                  action={
                    <Button onPress={() => change({ ...visitListDefaults, tab: state.tab })}>
                      {t('common.removeFilters')}
                    </Button>
                  }
                >
                  {t('visits.list.noMatchText')}
                </EmptyState>
              ) : (
                <EmptyState
                  icon="visits"
                  title={t('visits.list.empty')}
                  action={
                    <WriteButton kind="primary" icon="plus" shortcut="mod+shift+l" onPress={() => logVisit()}>
                      {t('visits.list.logFirst')}
                    </WriteButton>
                  }
                >
                  {t('visits.list.emptyText')}
                </EmptyState>
              )
            }
          />
        </>
      }
    />
  )
}

function useColumns(): readonly Column<VisitRow>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'visitedOn',
        header: t('visits.fields.visitedOn'),
        sort: 'visitedOn',
        width: '88px',
        cell: (row) => (
          <div className={styles.two}>
            <span>{format.day(row.visitedOn)}</span>
            {row.draft && (
              <span>
                <Badge tone="info">{t('visits.draft')}</Badge>
              </span>
            )}
          </div>
        ),
      },
      {
        key: 'company',
        header: t('visits.fields.companyId'),
        sort: 'company',
        width: 'minmax(160px, 3fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.company}>{row.companyName}</span>
            <span className={styles.excerpt}>{row.excerpt || t('visits.list.noText')}</span>
          </div>
        ),
      },
      {
        key: 'type',
        header: t('visits.fields.type'),
        width: '150px',
        show: 'wide',
        cell: (row) => t(`codes.visitType.${row.type}`),
      },
      {
        key: 'flags',
        header: t('visits.list.marks'),
        width: 'minmax(144px, 2fr)',
        cell: (row) => <Marks row={row} />,
      },
    ],
    [t, format],
  )
}

const flagsShown = 2
/** Flags, confidentiality and open follow-ups, in words. Urgent stands first. */
function Marks({ row }: { readonly row: VisitRow }) {
  const t = useT()
  const flags = [...row.flags].sort((a, b) => Number(b === 'urgent') - Number(a === 'urgent'))
  const hidden = flags.slice(flagsShown)
  return (
    <div className={styles.marks}>
      {flags.slice(0, flagsShown).map((flag) => (
        <Badge
          key={flag}
          tone={flag === 'urgent' ? 'danger' : 'warning'}
          {...(flag === 'urgent' ? { icon: 'flag' } : {})}
        >
          {t(`codes.flag.${flag}`)}
        </Badge>
      ))}
      {hidden.length > 0 && (
        <span title={hidden.map((flag) => t(`codes.flag.${flag}`)).join(', ')}>
          <Badge>{t('visits.list.moreFlags', { count: hidden.length })}</Badge>
        </span>
      )}
      {row.confidentiality === 'confidential' && <Badge icon="lock">{t('codes.confidentiality.confidential')}</Badge>}
      {row.openFollowUps > 0 && (
        <Badge tone="info" icon="followUps">
          {t('visits.list.openFollowUps', { count: row.openFollowUps })}
        </Badge>
      )}
    </div>
  )
}
