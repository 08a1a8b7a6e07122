import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Badge, Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { CommitmentBody } from './commitment-body.tsx'
import { CommitmentState, usePeriodWords } from './commitment-state.tsx'
import styles from './partners.module.css'

const tabs = ['fields', 'history'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}

/** One commitment in the register, with its partner a click away. */
export function CommitmentDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const period = usePeriodWords()
  const query = useOperation('commitments.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const { commitment } = query.data
  return (
    <DetailPage>
      <DetailHeader
        title={commitment.title}
        subtitle={
          <>
            <RecordLink
              area="partners"
              id={commitment.partnerId}
              search={{ tab: 'commitments', commitment: commitment.id }}
            >
              {commitment.partnerName}
            </RecordLink>{' '}
            · {period(commitment)}
          </>
        }
        onClose={onClose}
      >
        <div className={styles.badges}>
          <CommitmentState row={commitment} />
          <Badge>{t(`codes.commitmentKind.${commitment.kind}`)}</Badge>
          <Badge>{t(`codes.recurrence.${commitment.recurrence}`)}</Badge>
        </div>
      </DetailHeader>
      <Tabs<Tab>
        label={t('partners.commitments.detail')}
        selected={tabs.find((one) => one === tab) ?? 'fields'}
        onSelect={onTab}
        items={[
          {
            key: 'fields',
            label: t('partners.commitments.detail'),
            content: <CommitmentBody id={id} onRemoved={onClose} />,
          },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="commitments" id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}
