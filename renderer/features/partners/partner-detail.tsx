import { useState } from 'react'
import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge, Loading } from '#renderer/components/notes.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { PartnerCommitments } from './partner-commitments.tsx'
import { PartnerExport } from './partner-export.tsx'
import { PartnerFields } from './partner-fields.tsx'
import { PartnerOverview } from './partner-overview.tsx'
import { PartnerPeople } from './partner-people.tsx'
import styles from './partners.module.css'

export type OpenPartner = OutputOf<'partners.open'>
const tabs = ['overview', 'commitments', 'people', 'fields', 'history'] as const
export type PartnerTab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: PartnerTab) => void
  /** The commitment that is unfolded; null = none. */
  readonly openCommitment: string | null
  readonly onCommitment: (id: string | null) => void
  readonly onClose: () => void
}

/** One partner: what it promised and gave, its agreement and its people. A page to bring to a talk with them. */
export function PartnerDetail({ id, tab, onTab, openCommitment, onCommitment, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const query = useOperation('partners.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const open = query.data
  const waiting = open.commitments.filter(({ status }) => status === 'promised' || status === 'partlyDelivered')
  return (
    <DetailPage>
      <Header open={open} onClose={onClose} />
      <Tabs<PartnerTab>
        label={t('partners.parts')}
        selected={tabs.find((one) => one === tab) ?? 'overview'}
        onSelect={onTab}
        items={[
          {
            key: 'overview',
            label: t('partners.tabs.overview'),
            content: <PartnerOverview open={open} onTab={onTab} />,
          },
          {
            key: 'commitments',
            label: t('partners.tabs.commitments'),
            count: waiting.length || undefined,
            content: (
              <PartnerCommitments
                partner={open.partner}
                commitments={open.commitments}
                openId={openCommitment}
                onOpen={onCommitment}
              />
            ),
          },
          { key: 'people', label: t('partners.tabs.people'), content: <PartnerPeople open={open} /> },
          { key: 'fields', label: t('partners.tabs.fields'), content: <PartnerFields partner={open.partner} /> },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="partners" id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}

function Header({ open, onClose }: { readonly open: OpenPartner; readonly onClose: () => void }) {
  const t = useT()
  const readOnly = useReadOnly()
  const [exporting, setExporting] = useState(false)
  const remove = useCommand('partners.remove', { done: t('partners.removed'), problemAsToast: true })
  const { partner } = open
  const late = open.commitments.filter((one) => one.isOverdue).length
  return (
    <DetailHeader
      title={partner.name}
      subtitle={t(`codes.partnerType.${partner.partnerType}`)}
      onClose={onClose}
      tools={
        <Menu
          label={t('common.more')}
          entries={[
            { id: 'export', label: t('partners.export.button'), icon: 'download', run: () => setExporting(true) },
            {
              id: 'remove',
              label: t('partners.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly,
              run: () =>
                void remove.run({ id: partner.id }).then((reply) => {
                  if (reply.ok) onClose()
                }),
            },
          ]}
        />
      }
    >
      <div className={styles.badges}>
        <Badge tone={partner.status === 'active' ? 'success' : 'neutral'}>
          {t(`codes.partnerStatus.${partner.status}`)}
        </Badge>
        {late > 0 && (
          <Badge tone="danger" icon="warning">
            {t('partners.list.overdue', { count: late })}
          </Badge>
        )}
      </div>
      <Dialog open={exporting} onClose={() => setExporting(false)} title={t('partners.export.title')}>
        <PartnerExport id={partner.id} />
      </Dialog>
    </DetailHeader>
  )
}
