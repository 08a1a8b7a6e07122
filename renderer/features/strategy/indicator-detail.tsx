import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge, Loading } from '#renderer/components/notes.tsx'
import parts from '#renderer/components/parts.module.css'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { IndicatorFields } from './indicator-fields.tsx'
import { IndicatorOverview } from './indicator-overview.tsx'
import type { OpenIndicator } from './indicator-use.ts'

const tabs = ['figures', 'fields', 'history'] as const
export type IndicatorTab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: IndicatorTab) => void
  readonly onClose: () => void
}

/** One indicator: its series drawn and told, what it measures, and everything that is known of it. */
export function IndicatorDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const query = useOperation('indicators.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const open = query.data
  return (
    <DetailPage>
      <Header open={open} onClose={onClose} />
      <Tabs<IndicatorTab>
        label={t('indicators.parts')}
        selected={tabs.find((one) => one === tab) ?? 'figures'}
        onSelect={onTab}
        items={[
          { key: 'figures', label: t('indicators.tabs.figures'), content: <IndicatorOverview open={open} /> },
          {
            key: 'fields',
            label: t('indicators.tabs.fields'),
            count: open.warnings.length || undefined,
            content: <IndicatorFields open={open} />,
          },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="indicators" id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}

function Header({ open, onClose }: { readonly open: OpenIndicator; readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly()
  const remove = useCommand('indicators.remove', { done: t('indicators.removed'), problemAsToast: true })
  const { indicator } = open
  return (
    <DetailHeader
      title={indicator.title}
      subtitle={[indicator.code, indicator.group, indicator.planTitle].filter(Boolean).join(' · ')}
      onClose={onClose}
      tools={
        <Menu
          label={t('common.more')}
          entries={[
            {
              id: 'remove',
              label: t('indicators.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly,
              run: () =>
                void remove.run({ id: indicator.id }).then((reply) => {
                  if (reply.ok) onClose()
                }),
            },
          ]}
        />
      }
    >
      <div className={parts.badges}>
        <Badge>{t(`codes.frequency.${indicator.frequency}`)}</Badge>
        <Badge>{t(`codes.availability.${indicator.availability}`)}</Badge>
        {indicator.daysOverdue > 0 && (
          <Badge tone="danger" icon="warning">
            {t('indicators.list.overdue', {
              count: indicator.daysOverdue,
              shown: format.number(indicator.daysOverdue),
            })}
          </Badge>
        )}
      </div>
    </DetailHeader>
  )
}
