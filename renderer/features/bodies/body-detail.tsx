import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { EmptyState, Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Body } from '#shared/domain/records/body.ts'
import { inTerm } from '#shared/domain/seats.ts'
import { AgendaTemplates } from './agenda-templates.tsx'
import styles from './bodies.module.css'
import { BodyMembers } from './body-members.tsx'
import { BodyRules } from './body-rules.tsx'
import { PackageTemplates } from './package-templates.tsx'
import { Phrases } from './phrases.tsx'

const tabs = ['members', 'rules', 'templates', 'packages', 'phrases', 'history'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}

/** One body: who sits in it, the rules its meetings follow, and what is kept for reuse. */
export function BodyDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const query = useOperation('bodies.list', {})
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const body = query.data.find((one) => one.id === id)
  if (!body) {
    return (
      <DetailPage>
        <DetailHeader title={t('bodies.detail.region')} onClose={onClose}>
          <EmptyState title={t('problems.notFound')} />
        </DetailHeader>
      </DetailPage>
    )
  }
  return <OpenBody body={body} tab={tabs.find((one) => one === tab) ?? 'members'} onTab={onTab} onClose={onClose} />
}

interface OpenProps {
  readonly body: Body
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}
function OpenBody({ body, tab, onTab, onClose }: OpenProps) {
  const t = useT()
  const readOnly = useReadOnly()
  const names = useFieldNames()
  const members = useOperation('bodyMembers.list', { bodyId: body.id, on: null })
  const remove = useCommand('bodies.remove', { done: t('bodies.removed'), problemAsToast: true })
  return (
    <DetailPage>
      <DetailHeader
        title={body.name}
        subtitle={`${t(`codes.bodyKind.${body.kind}`)} · ${t(`codes.bodyRules.${body.rules}`)}`}
        onClose={onClose}
        tools={
          <Menu
            label={t('common.more')}
            entries={[
              {
                id: 'remove',
                label: t('bodies.remove'),
                icon: 'remove',
                danger: true,
                disabled: readOnly,
                run: () =>
                  void remove.run({ id: body.id }).then((reply) => {
                    if (reply.ok) onClose()
                  }),
              },
            ]}
          />
        }
      >
        <p className={styles.quiet}>
          <RecordLink area="meetings" search={{ body: body.id }}>
            {t('bodies.detail.meetings')}
          </RecordLink>
        </p>
      </DetailHeader>
      <Tabs<Tab>
        label={t('bodies.detail.parts')}
        selected={tab}
        onSelect={onTab}
        items={[
          {
            key: 'members',
            label: t('bodies.tabs.members'),
            count: members.data?.filter((one) => inTerm(one, today())).length || undefined,
            content: <BodyMembers body={body} />,
          },
          { key: 'rules', label: t('bodies.tabs.rules'), content: <BodyRules body={body} /> },
          { key: 'templates', label: t('bodies.tabs.templates'), content: <AgendaTemplates body={body} /> },
          { key: 'packages', label: t('bodies.tabs.packages'), content: <PackageTemplates body={body} /> },
          { key: 'phrases', label: t('bodies.tabs.phrases'), content: <Phrases body={body} /> },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="bodies" id={body.id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}
