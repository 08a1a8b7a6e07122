import { ComboBox } from '#renderer/components/combo-box.tsx'
import styles from '#renderer/components/parts.module.css'
import type { Option } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { EnteredTarget } from './goal-target-read.ts'
import type { OpenGoal } from './goal-use.ts'

interface Props {
  readonly entered: EnteredTarget
  readonly set: (changes: Partial<EnteredTarget>) => void
  readonly problem: (field: keyof EnteredTarget) => string | undefined
  readonly reference: OpenGoal['reference']
  /** The lead indicator: nothing is better than itself. */
  readonly except: string | null
}

/** What the goal is to be better than: a series, and the plan's own words for it. */
export function GoalReferenceFields({ entered, set, problem, reference, except }: Props) {
  const t = useT()
  const suggest = useIndicatorSuggestions(except)
  const { referenceId } = entered
  const known =
    reference?.id === referenceId && reference ? `${reference.code} ${reference.title}` : entered.referenceName
  return (
    <div className={styles.pair}>
      <ComboBox
        label={t('app.fields.referenceId')}
        hint={t('goals.target.referenceHint')}
        value={referenceId ? { key: referenceId, label: known || '…' } : null}
        suggest={suggest}
        onChange={(option) => set({ referenceId: option?.key ?? null, referenceName: option?.label ?? '' })}
        problem={problem('referenceId')}
      />
      <TextField
        label={t('app.fields.referenceText')}
        hint={t('goals.target.referenceTextHint')}
        value={entered.referenceText}
        onChange={(referenceText) => set({ referenceText })}
        problem={problem('referenceText')}
      />
    </div>
  )
}

/** Indicators as choices, found by code or words. */
export function useIndicatorSuggestions(except: string | null = null) {
  const client = useClient()
  return async (text: string): Promise<readonly Option[]> => {
    const reply = await client.ask('indicators.list', { filter: { text: text.slice(0, 200) }, limit: 20 })
    if (!reply.ok) return []
    return reply.value.rows
      .filter(({ id }) => id !== except)
      .map(({ id, code, title, sourceName }) => ({
        key: id,
        label: `${code} ${title}`,
        detail: sourceName ?? undefined,
      }))
  }
}
