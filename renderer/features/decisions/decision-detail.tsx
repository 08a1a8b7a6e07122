import { useState } from 'react'
import { ActionLines } from '#renderer/components/action-lines.tsx'
import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { DecisionState } from '#renderer/components/due-state.tsx'
import { GoalLinks } from '#renderer/components/goal-links.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { ItemLink } from '#renderer/components/item-link.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { NewAction } from '#renderer/components/new-action.tsx'
import { Badge, Loading, Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { CarryingOut } from './carrying-out.tsx'
import { DecisionFields } from './decision-fields.tsx'
import styles from './decisions.module.css'
import { PaperExport } from './paper-export.tsx'
import { voteWords } from './vote-words.ts'

type OpenDecision = OutputOf<'decisions.open'>
export type Row = OpenDecision['decision']
const tabs = ['fields', 'history'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}

/** One decision: what was decided and how, who carries it out, and what came of it. */
export function DecisionDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const query = useOperation('decisions.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const open = query.data
  return (
    <DetailPage>
      <Header decision={open.decision} onClose={onClose} />
      <Tabs<Tab>
        label={t('decisions.detail.region')}
        selected={tabs.find((one) => one === tab) ?? 'fields'}
        onSelect={onTab}
        items={[
          { key: 'fields', label: t('decisions.detail.tab'), content: <Parts open={open} /> },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="decisions" id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}

function Header({ decision, onClose }: { readonly decision: Row; readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly()
  const [extracting, setExtracting] = useState(false)
  const remove = useCommand('decisions.remove', { done: t('decisions.removed'), problemAsToast: true })
  const { itemId, meetingId } = decision
  return (
    <DetailHeader
      title={[decision.numberText, decision.itemTitle].filter(Boolean).join(' ')}
      subtitle={
        itemId === null
          ? t('decisions.detail.elsewhere', { body: decision.bodyName, day: format.day(decision.decidedOn) })
          : `${decision.bodyName} · ${format.dayLong(decision.decidedOn)}`
      }
      onClose={onClose}
      tools={
        <Menu
          label={t('common.more')}
          entries={[
            ...(meetingId
              ? [
                  {
                    id: 'extract',
                    label: t('decisions.detail.extract'),
                    icon: 'download' as const,
                    run: () => setExtracting(true),
                  },
                ]
              : []),
            {
              id: 'remove',
              label: t('decisions.detail.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly || decision.sealed,
              run: () =>
                void remove.run({ id: decision.id }).then((reply) => {
                  if (reply.ok) onClose()
                }),
            },
          ]}
        />
      }
    >
      <div className={styles.badges}>
        <DecisionState decision={decision} />
        <Badge>{t(`codes.decisionKind.${decision.kind}`)}</Badge>
        {decision.confidential && <Badge icon="lock">{t('decisions.list.confidential')}</Badge>}
      </div>
      {itemId !== null && (
        <p className={styles.links}>
          <ItemLink itemId={itemId} meetingId={meetingId}>
            {t('decisions.detail.item')}
          </ItemLink>
          {meetingId && (
            <RecordLink area="meetings" id={meetingId}>
              {t('decisions.detail.meeting')}
            </RecordLink>
          )}
        </p>
      )}
      {meetingId && (
        <Dialog open={extracting} onClose={() => setExtracting(false)} title={t('decisions.detail.extract')}>
          <PaperExport bodyId={decision.bodyId} decision={{ id: decision.id, meetingId }} />
        </Dialog>
      )}
    </DetailHeader>
  )
}

function Parts({ open }: { readonly open: OpenDecision }) {
  const t = useT()
  const { decision } = open
  return (
    <div className={styles.part}>
      {decision.sealed && <Note>{t('decisions.detail.sealed')}</Note>}
      <DecisionFields decision={decision} />
      <dl className={styles.facts}>
        <dt>{t('decisions.detail.vote')}</dt>
        <dd>{voteWords(t, decision)}</dd>
        {decision.caseNo && (
          <>
            <dt>{t('decisions.detail.caseNo')}</dt>
            <dd>{decision.caseNo}</dd>
          </>
        )}
      </dl>
      {decision.itemId !== null && decision.meetingId !== null && decision.unanimous === 'no' && (
        <p>
          <RecordLink area="meetings" id={`${decision.meetingId}/session`} search={{ item: decision.itemId }}>
            {t('decisions.detail.dissent')}
          </RecordLink>
        </p>
      )}
      <CarryingOut decision={decision} />
      <Actions open={open} />
      <GoalLinks kind="decision" recordId={decision.id} />
      <Corrections open={open} />
    </div>
  )
}

function Actions({ open }: { readonly open: OpenDecision }) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const title = t('decisions.detail.actions')
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {open.actions.length > 0 ? (
        <ActionLines label={title} actions={open.actions} />
      ) : (
        <p className={styles.quiet}>{t('decisions.detail.noActions')}</p>
      )}
      {adding ? (
        <NewAction
          title={t('decisions.actions.add')}
          origin={{ originDecisionId: open.decision.id }}
          ownerId={open.decision.responsibleId}
          onClose={() => setAdding(false)}
        />
      ) : (
        <div>
          <WriteButton icon="plus" onPress={() => setAdding(true)}>
            {t('decisions.actions.add')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

/** Approved minutes are never edited: a decision is corrected by a later one, and each names the other. */
function Corrections({ open }: { readonly open: OpenDecision }) {
  const t = useT()
  const { corrects, correctedBy } = open
  if (!corrects && correctedBy.length === 0) return null
  return (
    <section className={styles.section}>
      {corrects && (
        <>
          <h3>{t('decisions.detail.corrects')}</h3>
          <CorrectionLine decision={corrects} />
        </>
      )}
      {correctedBy.length > 0 && (
        <>
          <h3>{t('decisions.detail.correctedBy')}</h3>
          {correctedBy.map((decision) => (
            <CorrectionLine key={decision.id} decision={decision} />
          ))}
        </>
      )}
    </section>
  )
}

function CorrectionLine({ decision }: { readonly decision: Row }) {
  const format = useFormat()
  return (
    <p>
      <RecordLink area="decisions" id={decision.id}>
        {[decision.numberText, decision.itemTitle].filter(Boolean).join(' ')}
      </RecordLink>{' '}
      <span className={styles.quiet}>
        {decision.bodyName} · {format.day(decision.decidedOn)}
      </span>
    </p>
  )
}
