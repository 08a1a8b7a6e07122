import { Dialog } from '#renderer/components/dialog.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterEmpty } from '#renderer/components/register-empty.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { NewProject } from './new-project.tsx'
import { ProjectAreas } from './project-areas.tsx'
import { ProjectDetail } from './project-detail.tsx'
import { filterOf, projectListDefaults, projectSorts } from './project-filter.ts'
import { ProjectFilters } from './project-filters.tsx'
import { useProjectRegister } from './project-register.ts'
import { ProjectTotals } from './project-totals.tsx'
import { useProjectColumns } from './use-project-columns.tsx'

const ofTheOpenOne = ['tab', 'milestone'] as const

/** Every project, lighthouse or ordinary. `id`: the open one, from the address. */
export function ProjectsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const readOnly = useReadOnly()
  const [state, change] = useListState(projectListDefaults)
  const filter = filterOf(state)
  const sort = projectSorts.find((one) => one === state.sort) ?? 'title'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const totals = useOperation('projects.totals', { filter }, { keepPrevious: true })
  const all = useOperation('projects.totals', { filter: {} })
  const { groups, bulk } = useProjectRegister()
  const columns = useProjectColumns()
  const register = useRegister({
    register: 'projects',
    area: 'projects',
    openId: id,
    operation: 'projects.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: totals.data?.count,
    change,
    groups,
    without: ofTheOpenOne,
  })
  const close = () => go('projects', null, { keepSearch: true, without: ofTheOpenOne })
  const add = (primary: boolean) => (
    <WriteButton
      {...(primary ? { kind: 'primary' as const } : {})}
      icon="plus"
      shortcut="mod+shift+p"
      onPress={() => change({ adding: true })}
    >
      {t('projects.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('projects.detail')}
        onClose={close}
        detail={
          id ? (
            <ProjectDetail
              key={id}
              id={id}
              tab={state.tab}
              onTab={(tab) => change({ tab })}
              openMilestone={state.milestone}
              onMilestone={(milestone) => change({ milestone })}
              onClose={close}
            />
          ) : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.projects')}
              detail={
                totals.data && (
                  <span role="status">
                    {t('projects.list.count', { count: totals.data.count, shown: format.number(totals.data.count) })}
                  </span>
                )
              }
              actions={add(true)}
            />
            <ProjectAreas here="projects" />
            <ProjectFilters
              state={state}
              change={change}
              tools={<RegisterTools register={register} columns={columns} />}
            />
            <RegisterList
              register={register}
              label={t('app.areas.projects')}
              columns={columns}
              nameOf={(row) => row.title}
              bulk={bulk}
              sums={totals.data && <ProjectTotals totals={totals.data} />}
              empty={
                <RegisterEmpty
                  count={all.data?.count}
                  icon="projects"
                  none={{ title: t('projects.list.empty'), text: t('projects.list.emptyText') }}
                  action={add(true)}
                  noMatch={{ title: t('projects.list.noMatch'), text: t('projects.list.noMatchText') }}
                  onShowAll={() => change(projectListDefaults)}
                />
              }
            />
          </>
        }
      />
      <Dialog
        open={state.adding && !readOnly}
        onClose={() => change({ adding: false })}
        title={t('projects.add')}
        closeOutside={false}
      >
        <NewProject
          onDone={(made) => go('projects', made, { search: { tab: 'fields' } })}
          onCancel={() => change({ adding: false })}
        />
      </Dialog>
    </>
  )
}
