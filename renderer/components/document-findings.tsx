import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './export-job.module.css'

type Findings = NonNullable<OutputOf<'jobs.show'>>['findings']

/** What the check of the files made found, each with what to do; or that there is nothing to mend. None where nothing was checked. */
export function DocumentFindings({ files }: { readonly files: Findings }) {
  const t = useT()
  if (files.length === 0) return null
  const faulty = files.filter(({ findings }) => findings === null || findings.length > 0)
  if (faulty.length === 0) return <p className={styles.quiet}>{t('documentChecks.sound')}</p>
  return (
    <>
      {faulty.map(({ fileName, findings }) => (
        <section key={fileName} className={styles.findings} aria-label={`${t('documentChecks.title')}: ${fileName}`}>
          <p>
            <strong>{fileName}:</strong>{' '}
            {findings === null
              ? t('documentChecks.unreadable.tooLarge')
              : t('documentChecks.found', { count: findings.length })}
          </p>
          {findings !== null && (
            <ul>
              {findings.map(({ rule, where, count }) => (
                <li key={`${rule} ${where}`}>
                  {t(`documentChecks.rules.${rule}`)}{' '}
                  <span className={styles.quiet}>
                    {where === null ? t('documentChecks.whole') : t('documentChecks.near', { where })}
                    {count > 1 && `, ${t('documentChecks.times', { count })}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}
