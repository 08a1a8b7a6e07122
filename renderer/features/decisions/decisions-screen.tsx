import { useMemo, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { DecisionState } from '#renderer/components/due-state.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { DecisionDetail } from './decision-detail.tsx'
import { decisionListDefaults, decisionSorts, filterOf } from './decision-filter.ts'
import { DecisionFilters } from './decision-filters.tsx'
import { useDecisionRegister } from './decision-register.ts'
import styles from './decisions.module.css'
import { ExternalDecision } from './external-decision.tsx'
import { PaperExport } from './paper-export.tsx'
import { voteShort } from './vote-words.ts'

type Row = OutputOf<'decisions.list'>['rows'][number]

/** Every decision over all meetings, and those taken elsewhere. `id`: the open one, from the address. */
export function DecisionsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [adding, setAdding] = useState(false)
  const [exporting, setExporting] = useState(false)
  const bodies = useOperation('bodies.list', {})
  const [state, change] = useListState(decisionListDefaults)
  const filter = filterOf(state)
  const sort = decisionSorts.find((one) => one === state.sort) ?? 'decidedOn'
  const direction = state.direction === 'asc' ? 'asc' : 'desc'
  const count = useOperation('decisions.count', { filter }, { keepPrevious: true })
  const overdue = useOperation('decisions.count', { filter: { state: 'overdue' } })
  const all = useOperation('decisions.count', { filter: {} })
  const columns = useColumns()
  const { groups, bulk } = useDecisionRegister()
  const register = useRegister({
    register: 'decisions',
    area: 'decisions',
    openId: id,
    operation: 'decisions.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: count.data,
    change,
    groups,
  })
  const close = () => go('decisions', null, { keepSearch: true, without: ['tab'] })
  const late = overdue.data ?? 0
  const add = (
    <WriteButton icon="plus" onPress={() => setAdding(true)}>
      {t('decisions.external.button')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('decisions.detail.region')}
        onClose={close}
        detail={
          id ? (
            <DecisionDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={close} />
          ) : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.decisions')}
              detail={
                count.data === undefined ? null : (
                  <span role="status">
                    {t('decisions.list.count', { count: count.data, shown: format.number(count.data) })}
                    {late > 0 && (
                      <>
                        {' · '}
                        <span className={styles.late}>
                          {t('decisions.list.overdue', { count: late, shown: format.number(late) })}
                        </span>
                      </>
                    )}
                  </span>
                )
              }
              actions={
                <>
                  <Button icon="download" disabled={!bodies.data?.length} onPress={() => setExporting(true)}>
                    {t('decisions.export.button')}
                  </Button>
                  {add}
                </>
              }
            />
            <DecisionFilters
              state={state}
              change={change}
              tools={<RegisterTools register={register} columns={columns} />}
            />
            <RegisterList
              register={register}
              label={t('app.areas.decisions')}
              columns={columns}
              nameOf={(row) => row.itemTitle}
              bulk={bulk}
              empty={
                all.data ? (
                  <EmptyState
                    icon="check"
                    title={filter.state === 'overdue' ? t('decisions.list.noneOverdue') : t('decisions.list.noMatch')}
                    action={<Button onPress={() => change(decisionListDefaults)}>{t('decisions.list.showAll')}</Button>}
                  >
                    {t('decisions.list.noMatchText')}
                  </EmptyState>
                ) : (
                  <EmptyState
                    icon="decisions"
                    title={t('decisions.list.empty')}
                    action={
                      <Button kind="primary" onPress={() => go('meetings')}>
                        {t('decisions.list.toMeetings')}
                      </Button>
                    }
                  >
                    {t('decisions.list.emptyText')}
                  </EmptyState>
                )
              }
            />
          </>
        }
      />
      <Dialog open={exporting} onClose={() => setExporting(false)} title={t('decisions.export.title')}>
        <PaperExport bodyId={filter.bodyId ?? null} decision={null} />
      </Dialog>
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('decisions.external.add')} closeOutside={false}>
        <ExternalDecision
          onDone={(made) => {
            setAdding(false)
            go('decisions', made, { keepSearch: true })
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
  return useMemo(
    () => [
      {
        key: 'number',
        header: t('decisions.list.number'),
        sort: 'decidedOn',
        width: '100px',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.cut}>
              {row.numberText ?? (row.meetingId ? t('decisions.list.notClosed') : '–')}
            </span>
            <span className={styles.quiet}>{format.day(row.decidedOn)}</span>
          </div>
        ),
      },
      {
        key: 'decision',
        header: t('decisions.list.decision'),
        width: 'minmax(140px, 3fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>
              {row.confidential && (
                <>
                  <Icon name="lock" size={14} label={t('decisions.list.confidential')} />{' '}
                </>
              )}
              {row.itemTitle}
            </span>
            <span className={styles.quiet}>{row.text}</span>
          </div>
        ),
      },
      {
        key: 'body',
        header: t('app.fields.bodyId'),
        width: 'minmax(120px, 1.2fr)',
        show: 'wide',
        cell: (row) => <span className={styles.cut}>{row.bodyName}</span>,
      },
      {
        key: 'vote',
        header: t('decisions.list.vote'),
        width: '104px',
        show: 'wide',
        cell: (row) => voteShort(t, row),
      },
      {
        key: 'responsible',
        header: t('app.fields.responsibleId'),
        width: 'minmax(110px, 1fr)',
        show: 'wide',
        cell: (row) => row.responsibleName ?? '–',
      },
      {
        key: 'deadline',
        header: t('app.fields.deadline'),
        sort: 'deadline',
        width: '144px',
        cell: (row) => (
          <div className={styles.two}>
            <span>
              <DecisionState decision={row} />
            </span>
            {row.deadline && <span className={styles.quiet}>{format.day(row.deadline)}</span>}
          </div>
        ),
      },
    ],
    [t, format],
  )
}
