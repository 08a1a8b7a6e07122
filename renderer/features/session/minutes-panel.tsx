import { MeetingPaperView } from '#renderer/components/meeting-paper/meeting-paper-view.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { newestVersion } from '#shared/domain/meeting-readiness.ts'
import type { Language } from '#shared/domain/values.ts'
import { Approved } from './approved.tsx'
import styles from './minutes-panel.module.css'
import { Review } from './review.tsx'
import { SendToReview } from './send-to-review.tsx'
import { useSession } from './use-session.ts'
import { Versions } from './versions.tsx'

/** The minutes from draft to final: what they say as they will be printed, and beside it the step that comes next. */
export function MinutesPanel() {
  const t = useT()
  const { detail } = useSession()
  const own = usePartnership()?.language ?? 'nb'
  const language = newestVersion(detail.minutes)?.language ?? own
  return (
    <div className={styles.panel}>
      <section className={styles.side} aria-label={t('session.minutes.steps')} data-part="list">
        <NextStep language={language} />
        <Versions />
      </section>
      <section className={styles.preview} aria-label={t('session.minutes.preview')} data-part="detail">
        <Preview language={language} />
      </section>
    </div>
  )
}

function NextStep({ language }: { readonly language: Language }) {
  const t = useT()
  const { status } = useSession().detail.meeting
  switch (status) {
    case 'planned':
    case 'noticeSent':
      return <Note>{t('session.minutes.notHeld')}</Note>
    case 'cancelled':
      return <Note>{t('session.locked.cancelled')}</Note>
    case 'held':
      return <SendToReview language={language} />
    case 'minutesInReview':
      return <Review />
    case 'minutesApproved':
    case 'archived':
      return <Approved />
  }
}

function Preview({ language }: { readonly language: Language }) {
  const { meeting, body } = useSession().detail
  const preview = useOperation(
    'papers.preview',
    { kind: 'minutes', bodyId: body.id, meetingId: meeting.id, language, redacted: false },
    { keepPrevious: true },
  )
  if (preview.isPending) return <Loading lines={12} />
  if (preview.error) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
  return <MeetingPaperView paper={preview.data} />
}
