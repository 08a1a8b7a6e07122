import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Loading } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { MilestoneBody } from './milestone-body.tsx'
import { MilestoneStateMark } from './milestone-state.tsx'
import { useSlipWords } from './use-slip-words.ts'

const tabs = ['dates', 'history'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}

/** One milestone in the register, with its project a click away. */
export function MilestoneDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const slip = useSlipWords()
  const query = useOperation('milestones.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const { milestone } = query.data
  return (
    <DetailPage>
      <DetailHeader
        title={milestone.title}
        subtitle={
          <>
            <RecordLink area="projects" id={milestone.projectId} search={{ tab: 'milestones', milestone: id }}>
              {milestone.projectTitle}
            </RecordLink>{' '}
            · {milestone.ownerName}
          </>
        }
        onClose={onClose}
      >
        <div className={styles.badges}>
          <MilestoneStateMark state={milestone.state} />
          <span className={styles.quiet}>{slip(milestone)}</span>
        </div>
      </DetailHeader>
      <Tabs<Tab>
        label={t('projects.milestones.detail')}
        selected={tabs.find((one) => one === tab) ?? 'dates'}
        onSelect={onTab}
        items={[
          {
            key: 'dates',
            label: t('projects.milestones.detail'),
            content: <MilestoneBody id={id} onRemoved={onClose} />,
          },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="milestones" id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}
