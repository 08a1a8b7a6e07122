import { useMemo } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { EmptyState, ErrorNote, Loading, ProgressBar } from '#renderer/components/notes.tsx'
import { jobProblem } from '#renderer/lib/job-problem.ts'
import { useScreenActions } from '#renderer/lib/shell.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { severityOf } from '#shared/domain/file-check.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import styles from '../settings.module.css'
import { BackupPart } from './backup-part.tsx'
import own from './check.module.css'
import { Leftovers } from './leftovers.tsx'
import { ReportPart } from './report-part.tsx'
import { useCheck } from './use-check.ts'
import { useSavedToast } from './use-saved-toast.ts'

type Report = NonNullable<OutputOf<'check.last'>['report']>

/** Checks the file, shows what the last check found, and leads to what can be done about it. */
export function CheckPage() {
  const t = useT()
  const check = useCheck()
  const { last, running } = check
  const report = last.data?.report ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the run does the same whenever it is made
  const actions = useMemo(
    () => [
      { id: 'check.run', label: t('checkPage.run'), icon: 'check' as const, disabled: running, run: () => check.run() },
    ],
    [t, running],
  )
  useScreenActions(actions)
  if (last.error) return <ErrorNote error={last.error} onRetry={() => void last.refetch()} />
  if (!last.data) return <Loading />
  const never = report === null && !running
  return (
    <>
      <p className={styles.quiet}>{t('checkPage.text')}</p>
      <p role="status" className={own.spoken}>
        {running ? t('checkPage.running') : endText(t, check.ended, report)}
      </p>
      {running ? (
        <div className={own.running}>
          <ProgressBar label={stepText(t, check.job?.step ?? '')} progress={check.job?.progress ?? 0} />
          <Button busy={check.cancelling} onPress={check.cancel}>
            {t(check.cancelling ? 'checkPage.cancelling' : 'checkPage.cancel')}
          </Button>
        </div>
      ) : (
        !never && <Bar report={report} run={check.run} busy={check.start.busy} />
      )}
      {never && (
        <EmptyState
          icon="check"
          title={t('checkPage.neverTitle')}
          action={
            <Button kind="primary" icon="check" busy={check.start.busy} onPress={check.run}>
              {t('checkPage.run')}
            </Button>
          }
        >
          {t('checkPage.neverText')}
        </EmptyState>
      )}
      {check.start.problem && <ErrorNote error={check.start.problem} />}
      {check.ended === 'cancelled' && <p className={styles.quiet}>{t('checkPage.cancelled')}</p>}
      {check.ended === 'failed' && check.job && <ErrorNote error={jobProblem(check.job)} onRetry={check.run} />}
      {report && !running && (
        <ReportPart report={report} changesSince={last.data.changesSince} onRepaired={check.run} />
      )}
      {report && !running && <Leftovers report={report} onRemoved={check.run} />}
      <BackupPart />
    </>
  )
}

function Bar({
  report,
  run,
  busy,
}: {
  readonly report: Report | null
  readonly run: () => void
  readonly busy: boolean
}) {
  const t = useT()
  const language = useLanguage()
  const tell = useSavedToast()
  const save = useCommand('check.export', { problemAsToast: true })
  async function saveReport() {
    const reply = await save.run({ language })
    if (reply.ok && reply.value) tell(reply.value.fileId, t('checkPage.exported', { name: reply.value.name }))
  }
  return (
    <div className={styles.row}>
      <Button kind="primary" icon="check" busy={busy} onPress={run}>
        {t('checkPage.again')}
      </Button>
      {report && (
        <Button icon="download" busy={save.busy} onPress={() => void saveReport()}>
          {t('checkPage.exportText')}
        </Button>
      )}
    </div>
  )
}

/** Said once, when a check that was followed here has ended. */
function endText(t: Translate, ended: string | null, report: Report | null): string {
  if (ended === 'cancelled') return t('checkPage.cancelled')
  if (ended !== 'done' || report === null) return ''
  return t(`checkPage.verdict.${severityOf(report) ?? 'sound'}`)
}

function stepText(t: Translate, step: string): string {
  return step === '' ? t('checkPage.running') : messageText(t, { key: step })
}
