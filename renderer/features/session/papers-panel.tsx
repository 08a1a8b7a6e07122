import { RadioGroup, Switch } from '#renderer/components/choices.tsx'
import { MeetingPaperView } from '#renderer/components/meeting-paper/meeting-paper-view.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { paperKinds } from '#shared/domain/records/meeting.ts'
import { languages } from '#shared/domain/values.ts'
import styles from './minutes-panel.module.css'
import { PaperExport } from './paper-export.tsx'
import { PapersMade } from './papers-made.tsx'
import { useSession } from './use-session.ts'

export type PaperChoice = InputOf<'papers.preview'>
const start = { paper: '', paperLanguage: '', open: false, decision: null as string | null }

/** The meeting's papers: choose one, read it as it will be, save it as Word, mail or calendar entry. */
export function PapersPanel() {
  const t = useT()
  const { detail } = useSession()
  const { meeting, body } = detail
  const own = usePartnership()?.language ?? 'nb'
  const [view, change] = useListState(start)
  const kind = paperKinds.find((one) => one === view.paper) ?? (meeting.openedAt ? 'minutes' : 'notice')
  const language = languages.find((one) => one === view.paperLanguage) ?? own
  const decisions = useDecisions()
  const decisionId = kind === 'extract' ? (view.decision ?? decisions[0]?.key ?? null) : null
  const choice: PaperChoice = {
    kind,
    bodyId: body.id,
    meetingId: meeting.id,
    decisionId,
    language,
    redacted: view.open,
  }
  const missing = kind === 'extract' && decisionId === null
  return (
    <div className={styles.panel}>
      <section className={styles.side} aria-label={t('session.papers.choose')} data-part="list">
        <div className={styles.step}>
          <Select
            label={t('session.papers.kind')}
            options={paperKinds.map((key) => ({ key, label: t(`codes.paperKind.${key}`) }))}
            value={kind}
            onChange={(paper) => change({ paper: paper ?? '' })}
          />
          {kind === 'extract' && decisions.length > 0 && (
            <Select
              label={t('session.papers.decision')}
              options={decisions}
              value={decisionId}
              onChange={(decision) => change({ decision })}
            />
          )}
          <RadioGroup
            label={t('session.papers.language')}
            look="segments"
            options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
            value={language}
            onChange={(paperLanguage) => change({ paperLanguage })}
          />
          <Switch
            label={t('session.papers.redacted')}
            hint={t('session.papers.redactedHint')}
            checked={view.open}
            onChange={(open) => change({ open })}
          />
          {!missing && <PaperExport key={JSON.stringify(choice)} choice={choice} />}
        </div>
        <PapersMade />
      </section>
      <section className={styles.preview} aria-label={t('session.papers.preview')} data-part="detail">
        {missing ? (
          <EmptyState icon="file" title={t('session.papers.noDecision')}>
            {t('session.papers.noDecisionText')}
          </EmptyState>
        ) : (
          <Preview choice={choice} />
        )}
      </section>
    </div>
  )
}

function Preview({ choice }: { readonly choice: PaperChoice }) {
  const preview = useOperation('papers.preview', choice, { keepPrevious: true })
  if (preview.isPending) return <Loading lines={12} />
  if (preview.error) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
  return <MeetingPaperView paper={preview.data} />
}

/** The meeting's decisions as choices, in the order of the agenda. */
function useDecisions() {
  const { detail } = useSession()
  return detail.items.flatMap(({ item, numberText, decisions }) =>
    decisions.map((one) => ({
      key: one.id,
      label: [numberText, item.title].filter(Boolean).join(' '),
      detail: one.text.slice(0, 80),
    })),
  )
}
