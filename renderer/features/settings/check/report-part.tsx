import { useCallback, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ConfirmDialog } from '#renderer/components/dialog.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Badge, ErrorNote, Note, ProgressBar } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { areaOfEntity } from '#renderer/lib/record-areas.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFollowedJob } from '#renderer/lib/use-followed-job.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { type CheckedStep, type CheckFinding, checkFindingKinds, severityOf } from '#shared/domain/file-check.ts'
import { type FindingWords, findingWords } from '#shared/i18n/check-text.ts'
import styles from '../settings.module.css'
import own from './check.module.css'

type Report = NonNullable<OutputOf<'check.last'>['report']>

const tones = { damage: 'danger', fault: 'warning', note: 'info' } as const

/** What the last check found, by step, with what to do about it. */
export function ReportPart({
  report,
  changesSince,
  onRepaired,
}: {
  readonly report: Report
  readonly changesSince: number
  readonly onRepaired: () => void
}) {
  const t = useT()
  const format = useFormat()
  const severity = severityOf(report)
  const found = report.steps.filter((step) => step.found > 0)
  const ms = Date.parse(report.endedAt) - Date.parse(report.startedAt)
  return (
    <>
      <Note tone={severity ? tones[severity] : 'success'}>
        <p>{t(`checkPage.verdict.${severity ?? 'sound'}`)}</p>
        {severity === 'damage' && <p>{t('checkPage.damageHint')}</p>}
      </Note>
      <dl className={styles.facts}>
        <dt>{t('checkPage.last')}</dt>
        <dd>
          {format.instant(report.endedAt)}
          {changesSince > 0 && (
            <>
              <br />
              <span className={styles.quiet}>{t('checkPage.since', { count: changesSince })}</span>
            </>
          )}
        </dd>
        <dt>{t('checkPage.extent')}</dt>
        <dd>
          {t('checkPage.extentText', { size: format.bytes(report.size), changes: format.number(report.changes) })}
        </dd>
        <dt>{t('checkPage.took')}</dt>
        <dd>{t('checkPage.seconds', { number: format.number(Math.max(0.1, ms / 1000), ms < 10_000 ? 1 : 0) })}</dd>
      </dl>
      <WaysOut report={report} onRepaired={onRepaired} />
      {found.length > 0 && (
        <section className={styles.fields} aria-labelledby="check-findings">
          <h3 id="check-findings">{t('checkPage.findings')}</h3>
          {found.map((step) => (
            <StepFindings key={step.name} step={step} />
          ))}
        </section>
      )}
      <section className={styles.fields} aria-labelledby="check-steps">
        <h3 id="check-steps">{t('checkPage.steps')}</h3>
        <ul className={own.steps}>
          {report.steps.map((step) => (
            <li key={step.name} className={step.state === 'skipped' ? styles.quiet : undefined}>
              <Icon name={step.state === 'found' ? 'warning' : step.state === 'sound' ? 'check' : 'info'} size={16} />
              <span>
                {t('checkPage.step', {
                  step: t(`check.steps.${step.name}`),
                  state:
                    step.state === 'found'
                      ? t('check.state.found', { count: step.found })
                      : t(`check.state.${step.state}`),
                })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The findings of one step by kind: how grave it is and what to do is said once for all that are alike. */
function StepFindings({ step }: { readonly step: CheckedStep }) {
  const t = useT()
  const language = useLanguage()
  const country = usePartnership()?.country ?? 'NO'
  const words = findingWords(language, country)
  return (
    <div className={own.group}>
      <h4>{t(`check.steps.${step.name}`)}</h4>
      <ul className={own.findings}>
        {[...Map.groupBy(step.findings, ({ kind }) => kind)].map(([kind, findings]) => {
          const severity = checkFindingKinds[kind]
          return (
            <li key={kind} className={own.finding}>
              <div>
                <Badge tone={tones[severity]}>{t(`check.severity.${severity}`)}</Badge>
              </div>
              {[...Map.groupBy(findings, (finding) => words(finding).sentence)].map(([sentence, alike]) => (
                <div key={sentence}>
                  <p>{sentence}</p>
                  <Records findings={alike} words={words} />
                </div>
              ))}
              <p className={styles.quiet}>{t('checkPage.todo', { todo: t(`check.todo.${kind}`) })}</p>
            </li>
          )
        })}
      </ul>
      {step.found > step.findings.length && (
        <p className={styles.quiet}>{t('checkPage.more', { count: step.found - step.findings.length })}</p>
      )}
    </div>
  )
}

function Records({
  findings,
  words,
}: {
  readonly findings: readonly CheckFinding[]
  readonly words: (finding: CheckFinding) => FindingWords
}) {
  const about = findings.filter(({ record }) => record !== null)
  if (about.length === 0) return null
  return (
    <ul className={own.records}>
      {about.map((finding, at) => (
        // Findings have no id of their own, and their order never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={at}>
          <Record finding={finding} text={words(finding).record ?? ''} />
        </li>
      ))}
    </ul>
  )
}

function Record({ finding, text }: { readonly finding: CheckFinding; readonly text: string }) {
  const { record } = finding
  const area = record && areaOfEntity[record.entity as keyof typeof areaOfEntity]
  // What has no name any more has no page either.
  if (!record || !area || record.name === null) return text
  return (
    <RecordLink area={area} id={record.id}>
      {text}
    </RecordLink>
  )
}

function WaysOut({ report, onRepaired }: { readonly report: Report; readonly onRepaired: () => void }) {
  const t = useT()
  const go = useGo()
  const readOnly = useReadOnly()
  const [leaving, setLeaving] = useState(false)
  const toasts = useToasts()
  const rebuild = useCommand('check.rebuildSearch')
  const { job, running, problem, follow } = useFollowedJob(
    useCallback(() => {
      toasts.show({ text: t('checkPage.ways.rebuilt') })
      onRepaired()
    }, [toasts, t, onRepaired]),
  )
  const leave = useCommand('opening.leaveDamaged')
  const foundAt = (name: CheckedStep['name']) => report.steps.some((step) => step.name === name && step.found > 0)
  const damaged = severityOf(report) === 'damage'
  const search = foundAt('search') && !readOnly
  if (!search && !damaged) return null
  return (
    <section className={styles.fields} aria-labelledby="check-ways">
      <h3 id="check-ways">{t('checkPage.ways.title')}</h3>
      <div className={styles.row}>
        {search && (
          <Button icon="search" busy={rebuild.busy || running} onPress={() => void rebuild.run({}).then(follow)}>
            {t('checkPage.ways.rebuild')}
          </Button>
        )}
        {damaged && (
          <Button icon="history" onPress={() => go('settings', 'backups')}>
            {t('checkPage.ways.backups')}
          </Button>
        )}
        {damaged && (
          <Button icon="lighthouse" onPress={() => setLeaving(true)}>
            {t('checkPage.ways.leave')}
          </Button>
        )}
      </div>
      {running && <ProgressBar label={t('checkPage.ways.rebuilding')} progress={job?.progress ?? 0} />}
      {(rebuild.problem ?? problem) && <ErrorNote error={rebuild.problem ?? problem ?? new Error()} />}
      <ConfirmDialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={t('checkPage.ways.leaveTitle')}
        confirm={t('checkPage.ways.leaveConfirm')}
        busy={leave.busy}
        onConfirm={() => void leave.run({})}
      >
        <p>{t('checkPage.ways.leaveText')}</p>
        {leave.problem && <ErrorNote error={leave.problem} />}
      </ConfirmDialog>
    </section>
  )
}
