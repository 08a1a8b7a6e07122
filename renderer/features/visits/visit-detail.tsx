import { useCallback, useState } from 'react'
import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import { DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { Loading } from '#renderer/components/notes.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf, Reply } from '#shared/contract/dispatcher.ts'
import { isUnfinished } from '#shared/domain/follow-up-rules.ts'
import { interviewQuestions } from '#shared/domain/records/visit.ts'
import { VisitAbout } from './visit-about.tsx'
import { VisitBoard } from './visit-board.tsx'
import { VisitFollowUps } from './visit-follow-ups.tsx'
import { VisitHeader } from './visit-header.tsx'
import { VisitHistory } from './visit-history.tsx'
import { VisitInterview } from './visit-interview.tsx'

export type OpenVisit = OutputOf<'visits.open'>
export type SaveVisit = (changes: InputOf<'visits.revise'>['changes']) => Promise<Reply>
/** What every part of the detail takes. */
export interface PartProps {
  readonly open: OpenVisit
  readonly save: SaveVisit
}
const tabs = ['visit', 'interview', 'board', 'followUps', 'files', 'history'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}

/** One visit. Every field saves itself; the tab stays while one walks through the list. */
export function VisitDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const [escalating, setEscalating] = useState(false)
  const query = useOperation('visits.open', { id })
  const { run } = useCommand('visits.revise')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` does the same whenever it is made
  const save = useCallback<SaveVisit>((changes) => run({ id, changes }), [id])
  if (query.isPending) return <Loading lines={8} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const open = query.data
  const answered = interviewQuestions.filter(
    (question) => open.visit[question] !== null || open.visit.notAnswered.includes(question),
  ).length
  const parts = { open, save }
  const selected = tabs.find((one) => one === tab) ?? 'visit'
  return (
    <DetailPage>
      <VisitHeader
        open={open}
        onAddFollowUp={() => {
          setAdding(true)
          onTab('followUps')
        }}
        onEscalate={() => {
          setEscalating(true)
          onTab('followUps')
        }}
        onSummary={selected === 'board' ? null : () => onTab('board')}
      />
      <Tabs<Tab>
        label={t('visits.detail.parts')}
        selected={selected}
        onSelect={onTab}
        items={[
          { key: 'visit', label: t('visits.tabs.visit'), content: <VisitAbout {...parts} /> },
          {
            key: 'interview',
            label: t('visits.tabs.interview'),
            count: answered || undefined,
            content: <VisitInterview {...parts} />,
          },
          { key: 'board', label: t('visits.tabs.board'), content: <VisitBoard {...parts} /> },
          {
            key: 'followUps',
            label: t('visits.tabs.followUps'),
            count: open.followUps.filter((one) => isUnfinished(one.status)).length || undefined,
            content: <VisitFollowUps open={open} adding={adding} onAdding={setAdding} escalating={escalating} />,
          },
          {
            key: 'files',
            label: t('visits.tabs.files'),
            count: open.attachments.length || undefined,
            content: <AttachedFiles home={{ visitId: open.visit.id }} attachments={open.attachments} takesPaste />,
          },
          { key: 'history', label: t('common.history'), content: <VisitHistory open={open} /> },
        ]}
      />
    </DetailPage>
  )
}
