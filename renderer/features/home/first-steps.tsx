import { Button } from '#renderer/components/button.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useShell } from '#renderer/lib/shell.ts'
import { useT } from '#renderer/lib/use-t.ts'
import own from './first-steps.module.css'
import styles from './home.module.css'
import { useHomeView } from './view.ts'

/** A file with nothing in it yet: three ways to begin, the usual one first. */
export function FirstSteps({ year, drafts }: { readonly year: number; readonly drafts: number }) {
  const t = useT()
  const go = useGo()
  const { logVisit } = useShell()
  const { change } = useHomeView()
  const steps = [
    { key: 'visit', run: () => logVisit() },
    { key: 'companies', run: () => go('companies', 'new') },
    { key: 'target', run: () => change({ show: 'plan' }) },
  ] as const
  return (
    <section className={own.first} aria-label={t('home.first.title')}>
      <h2>{t('home.first.title')}</h2>
      <p className={styles.quiet}>{t('home.first.text')}</p>
      {drafts > 0 && (
        <p>
          <RecordLink area="visits">{t('home.due.drafts', { count: drafts })}</RecordLink>
        </p>
      )}
      <ol className={own.steps}>
        {steps.map((step, index) => (
          <li key={step.key} className={own.step}>
            <span className={own.stepNumber} aria-hidden="true">
              {index + 1}
            </span>
            <h3>{t(`home.first.${step.key}.title`)}</h3>
            <p className={styles.quiet}>{t(`home.first.${step.key}.text`, { year })}</p>
            <Button kind={index === 0 ? 'primary' : 'normal'} onPress={step.run}>
              {t(`home.first.${step.key}.action`)}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}
