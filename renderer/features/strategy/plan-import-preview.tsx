import { useState } from 'react'
import { Checkbox } from '#renderer/components/choices.tsx'
import { Badge, Note, ProgressBar } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { planName } from '#renderer/lib/plan-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './plan.module.css'
import { useMessageText } from './plan-use.ts'

type Preview = OutputOf<'plans.previewImport'>
type Remark = Preview['remarks'][number]
interface Props {
  readonly preview: Preview
  readonly busy: boolean
  /** The chosen plans by their place in the file. */
  readonly onImport: (plans: number[]) => void
}

/** What a plan file holds, plan by plan, and what is said of its lines, errors first. */
export function ImportPreview({ preview: { plans, remarks }, busy, onImport }: Props) {
  const t = useT()
  const [byHand, setByHand] = useState<ReadonlyMap<number, boolean>>(new Map())
  // What is here already is left out unless somebody wants it twice; what is here may change while this is open.
  const chosen = plans.flatMap(({ already }, place) => ((byHand.get(place) ?? already === null) ? [place] : []))
  const errors = remarks.filter(({ severity }) => severity === 'error').length
  const toggle = (place: number, on: boolean) => setByHand((before) => new Map(before).set(place, on))
  return (
    <>
      {errors > 0 && (
        <Note tone="danger">
          <span role="alert">{t('strategy.import.errors', { count: errors })}</span>
        </Note>
      )}
      <section className={styles.section} aria-label={t('strategy.import.plans')}>
        <h3>{t('strategy.import.plans')}</h3>
        {plans.length === 0 && <p className={styles.quiet}>{t('strategy.import.noPlans')}</p>}
        <ul className={styles.lines}>
          {plans.map((plan, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the file is what tells plans apart
            <li key={place}>
              <Checkbox
                label={[planName(plan), plan.organisation].filter(Boolean).join(' · ')}
                checked={chosen.includes(place)}
                onChange={(on) => toggle(place, on)}
                disabled={errors > 0 || busy}
              />
              <PlanCounts counts={plan.counts} />
              {plan.already && (
                <Badge tone="warning" icon="warning">
                  {t('strategy.import.already', { title: plan.already.title })}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Remarks remarks={remarks} />
      {busy && <ProgressBar label={t('strategy.import.running')} progress={null} />}
      {errors === 0 && plans.length > 0 && (
        <div className={styles.buttons}>
          <WriteButton
            kind="primary"
            icon="check"
            busy={busy}
            disabled={chosen.length === 0}
            onPress={() => onImport(chosen)}
          >
            {t('strategy.import.run', { count: chosen.length })}
          </WriteButton>
          {chosen.length === 0 && <span className={styles.quiet}>{t('strategy.import.chooseSome')}</span>}
        </div>
      )}
    </>
  )
}

const counted = [
  'areas',
  'goals',
  'subGoals',
  'strategies',
  'activities',
  'indicators',
  'projects',
  'sections',
  'wordings',
  'measurements',
] as const
function PlanCounts({ counts }: { readonly counts: Preview['plans'][number]['counts'] }) {
  const t = useT()
  const words = counted
    .filter((key) => counts[key] > 0)
    .map((key) => t(`strategy.count.${key}`, { count: counts[key] }))
  return <p className={styles.quiet}>{words.join(' · ')}</p>
}

const order = ['error', 'warning', 'ignored'] as const
const tones = { error: 'danger', warning: 'warning', ignored: 'neutral' } as const
/** What is said of lines of the file, what stops the import first. */
function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const t = useT()
  const words = useMessageText()
  if (remarks.length === 0) return null
  const sorted = remarks.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <section className={styles.section} aria-label={t('strategy.import.remarks')}>
      <h3>{t('strategy.import.remarks')}</h3>
      <ul className={styles.lines}>
        {sorted.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said of many lines
          <li key={at}>
            <Badge tone={tones[one.severity]} {...(one.severity === 'ignored' ? {} : { icon: 'warning' as const })}>
              {t(`strategy.import.severity.${one.severity}`)}
            </Badge>{' '}
            {one.line !== null && <strong>{t('strategy.import.line', { line: one.line })}</strong>} {words(one.message)}
            {one.path && <p className={styles.quiet}>{one.path}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
