import { RegisterScreen } from '#renderer/components/register-screen.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
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
  const go = useGo()
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
  return (
    <RegisterScreen
      register={register}
      columns={columns}
      nameOf={(row) => row.title}
      bulk={bulk}
      sums={totals.data && <ProjectTotals totals={totals.data} />}
      countWords={(count) => t('projects.list.count', count)}
      areas={<ProjectAreas here="projects" />}
      filters={(tools) => <ProjectFilters state={state} change={change} tools={tools} />}
      empty={{
        count: all.data?.count,
        icon: 'projects',
        none: { title: t('projects.list.empty'), text: t('projects.list.emptyText') },
        noMatch: { title: t('projects.list.noMatch'), text: t('projects.list.noMatchText') },
        onShowAll: () => change(projectListDefaults),
      }}
      adding={{
        label: t('projects.add'),
        shortcut: 'mod+shift+p',
        open: state.adding,
        onOpenChange: (adding) => change({ adding }),
        form: (
          <NewProject
            onDone={(made) => go('projects', made, { search: { tab: 'fields' } })}
            onCancel={() => change({ adding: false })}
          />
        ),
      }}
      detailLabel={t('projects.detail')}
      detail={
        id ? (
          <ProjectDetail
            key={id}
            id={id}
            tab={state.tab}
            onTab={(tab) => change({ tab })}
            openMilestone={state.milestone}
            onMilestone={(milestone) => change({ milestone })}
            onClose={register.close}
          />
        ) : null
      }
    />
  )
}
