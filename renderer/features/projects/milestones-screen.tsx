import { useMemo } from 'react'
import { Button } from '#renderer/components/button.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import styles from '#renderer/components/parts.module.css'
import { RegisterEmpty } from '#renderer/components/register-empty.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { MilestoneDetail } from './milestone-detail.tsx'
import { filterOf, milestoneListDefaults, milestoneSorts } from './milestone-filter.ts'
import { MilestoneFilters } from './milestone-filters.tsx'
import { useMilestoneRegister } from './milestone-register.ts'
import { MilestoneStateMark } from './milestone-state.tsx'
import { ProjectAreas } from './project-areas.tsx'
import { type MilestoneRow, useSlipWords } from './use-slip-words.ts'

const ofTheOpenOne = ['tab'] as const

/** Every milestone of every project. `id`: the open one, from the address. */
export function MilestonesScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [state, change] = useListState(milestoneListDefaults)
  const filter = filterOf(state)
  const sort = milestoneSorts.find((one) => one === state.sort) ?? 'standsOn'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const totals = useOperation('milestones.totals', { filter }, { keepPrevious: true })
  const all = useOperation('milestones.totals', { filter: {} })
  const { groups, bulk } = useMilestoneRegister()
  const columns = useColumns()
  // In the list the project stands under the milestone, whose name needs the room; the workbook has a column of it.
  const listed = useMemo(() => columns.filter(({ key }) => key !== 'project'), [columns])
  const register = useRegister({
    register: 'milestones',
    area: 'milestones',
    openId: id,
    operation: 'milestones.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: totals.data?.count,
    change,
    groups,
    without: ofTheOpenOne,
  })
  const counts = (totals.data?.byState ?? [])
    .filter(({ count }) => count > 0)
    .map(({ state: one, count }) =>
      t('projects.list.oneCount', { name: t(`codes.milestoneState.${one}`), shown: format.number(count) }),
    )
  return (
    <MasterDetail
      detailLabel={t('projects.milestones.detail')}
      onClose={register.close}
      detail={
        id ? (
          <MilestoneDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={register.close} />
        ) : null
      }
      list={
        <>
          <PageHeader
            title={t('app.areas.milestones')}
            detail={
              totals.data && (
                <span role="status">
                  {t('projects.milestones.register.count', {
                    count: totals.data.count,
                    shown: format.number(totals.data.count),
                  })}
                </span>
              )
            }
          />
          <ProjectAreas here="milestones" />
          <MilestoneFilters
            state={state}
            change={change}
            tools={<RegisterTools register={register} columns={columns} />}
          />
          <RegisterList
            register={register}
            label={t('app.areas.milestones')}
            columns={listed}
            nameOf={(row) => row.title}
            bulk={bulk}
            sums={counts.length > 0 && <span>{counts.join(' · ')}</span>}
            empty={
              <RegisterEmpty
                count={all.data?.count}
                icon="milestones"
                none={{
                  title: t('projects.milestones.register.empty'),
                  text: t('projects.milestones.register.emptyText'),
                }}
                action={
                  <Button kind="primary" onPress={() => go('projects')}>
                    {t('projects.milestones.register.toProjects')}
                  </Button>
                }
                noMatch={{
                  title: t('projects.milestones.register.noMatch'),
                  text: t('projects.milestones.register.noMatchText'),
                }}
                onShowAll={() => change(milestoneListDefaults)}
              />
            }
          />
        </>
      }
    />
  )
}

function useColumns(): readonly Column<MilestoneRow>[] {
  const t = useT()
  const format = useFormat()
  const slip = useSlipWords()
  return useMemo(() => {
    const day = (header: string, key: 'baselineOn' | 'forecastOn' | 'actualOn'): Column<MilestoneRow> => ({
      key,
      header,
      width: '96px',
      show: 'wide',
      cell: (row) => (row[key] ? format.day(row[key]) : <span className={styles.quiet}>–</span>),
    })
    return [
      {
        key: 'standsOn',
        header: t('projects.milestones.standsOn'),
        sort: 'standsOn',
        width: '96px',
        cell: (row) => format.day(row.standsOn),
      },
      {
        key: 'title',
        header: t('projects.milestones.milestone'),
        sort: 'title',
        width: 'minmax(130px, 3fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>{row.title}</span>
            <span className={styles.quiet}>{row.projectTitle}</span>
          </div>
        ),
      },
      {
        key: 'state',
        header: t('projects.milestones.state'),
        width: '136px',
        cell: (row) => (
          <div className={styles.two}>
            <span>
              <MilestoneStateMark state={row.state} />
            </span>
            <span className={styles.quiet}>{slip(row)}</span>
          </div>
        ),
      },
      {
        key: 'project',
        header: t('projects.milestones.project'),
        sort: 'project',
        width: 'minmax(90px, 0.8fr)',
        show: 'wide',
        cell: (row) => <span className={styles.cut}>{row.projectTitle}</span>,
      },
      {
        key: 'owner',
        header: t('projects.milestones.owner'),
        width: 'minmax(100px, 0.8fr)',
        show: 'wide',
        cell: (row) => <span className={styles.cut}>{row.ownerName}</span>,
      },
      day(t('app.fields.baselineOn'), 'baselineOn'),
      day(t('app.fields.forecastOn'), 'forecastOn'),
      day(t('app.fields.actualOn'), 'actualOn'),
    ]
  }, [t, format, slip])
}
