import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge, Loading } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { LightMark } from './light-mark.tsx'
import { LighthouseMark } from './lighthouse-mark.tsx'
import { ProjectFields } from './project-fields.tsx'
import { ProjectMilestones } from './project-milestones.tsx'
import { ProjectOverview } from './project-overview.tsx'
import { ProjectPartners } from './project-partners.tsx'
import type { OpenProject } from './use-project.ts'

const tabs = ['overview', 'milestones', 'partners', 'fields', 'history'] as const
export type ProjectTab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: ProjectTab) => void
  /** The milestone that is unfolded; null = none. */
  readonly openMilestone: string | null
  readonly onMilestone: (id: string | null) => void
  readonly onClose: () => void
}

/** One project: how it stands, what it shall reach by when, who takes part and who pays. */
export function ProjectDetail({ id, tab, onTab, openMilestone, onMilestone, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const query = useOperation('projects.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const open = query.data
  const { project } = open
  return (
    <DetailPage>
      <Header open={open} onClose={onClose} />
      <Tabs<ProjectTab>
        label={t('projects.parts')}
        selected={tabs.find((one) => one === tab) ?? 'overview'}
        onSelect={onTab}
        items={[
          {
            key: 'overview',
            label: t('projects.tabs.overview'),
            content: <ProjectOverview open={open} onTab={onTab} />,
          },
          {
            key: 'milestones',
            label: t('projects.tabs.milestones'),
            count: project.milestones - project.reached || undefined,
            content: (
              <ProjectMilestones
                project={project}
                milestones={open.milestones}
                openId={openMilestone}
                onOpen={onMilestone}
              />
            ),
          },
          { key: 'partners', label: t('projects.tabs.partners'), content: <ProjectPartners open={open} /> },
          { key: 'fields', label: t('projects.tabs.fields'), content: <ProjectFields open={open} /> },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="projects" id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}

function Header({ open, onClose }: { readonly open: OpenProject; readonly onClose: () => void }) {
  const t = useT()
  const readOnly = useReadOnly()
  const remove = useCommand('projects.remove', { done: t('projects.removed'), problemAsToast: true })
  const { project } = open
  const areas = project.crossCutting ? [t('projects.list.crossCutting')] : project.focusAreaTitles
  return (
    <DetailHeader
      title={project.title}
      subtitle={[project.number, ...areas].filter(Boolean).join(' · ')}
      onClose={onClose}
      tools={
        <Menu
          label={t('common.more')}
          entries={[
            {
              id: 'remove',
              label: t('projects.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly,
              run: () =>
                void remove.run({ id: project.id }).then((reply) => {
                  if (reply.ok) onClose()
                }),
            },
          ]}
        />
      }
    >
      <div className={styles.badges}>
        {project.lighthouse && <LighthouseMark />}
        <Badge tone={project.status === 'running' ? 'info' : 'neutral'}>
          {t(`codes.projectStatus.${project.status}`)}
        </Badge>
        <LightMark light={project.light} />
        {project.overdue > 0 && (
          <Badge tone="danger" icon="warning">
            {t('projects.list.overdueCount', { count: project.overdue })}
          </Badge>
        )}
      </div>
    </DetailHeader>
  )
}
