import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { frequencies, indicatorUnits } from '#shared/domain/records/indicator.ts'
import { RegionField } from './indicator-regions.tsx'

interface Props {
  /** The goal that the list is narrowed to: the new indicator measures it. */
  readonly goalId: string | null
  readonly planId: string | null
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}
type Entered = {
  code: string
  title: string
  unit: (typeof indicatorUnits)[number]
  frequency: (typeof frequencies)[number]
  region: string | null
}
const nothing: Entered = { code: '', title: '', unit: 'number', frequency: 'yearly', region: null }

/** A new indicator: what it is called, how it is counted and where. */
export function NewIndicator({ goalId, planId, onDone, onCancel }: Props) {
  const t = useT()
  const form = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState(nothing)
  const [tried, setTried] = useState(false)
  const draft = useDraft<Entered>('indicator:new', (kept) => setEntered({ ...nothing, ...kept }))
  const add = useCommand('indicators.add', { done: (made) => t('indicators.added', { title: made.title }) })
  useFocusProblem(form, add.problem)
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  const { code, title, unit, frequency, region } = entered
  async function submit() {
    setTried(true)
    if (code.trim() === '' || title.trim() === '') return leadToRefused(form.current)
    const reply = await add.run({
      code,
      title,
      unit,
      frequency,
      regionCodes: region ? [region] : [],
      goalIds: goalId ? [goalId] : [],
      planId: goalId ? null : planId,
    })
    if (!reply.ok) return
    draft.discard()
    onDone(reply.value.id)
  }
  const missing = (gone: boolean) => (tried && gone ? t('problems.field.required') : undefined)
  return (
    <div ref={form} className={styles.stack}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <TextField
        label={t('app.fields.code')}
        hint={t('indicators.new.codeHint')}
        required
        autoFocus
        value={code}
        onChange={(text) => set({ code: text })}
        onEnter={() => void submit()}
        problem={add.field('code') ?? missing(code.trim() === '')}
      />
      <TextField
        label={t('app.fields.title')}
        required
        value={title}
        onChange={(text) => set({ title: text })}
        onEnter={() => void submit()}
        problem={add.field('title') ?? missing(title.trim() === '')}
      />
      <div className={styles.pair}>
        <Select
          label={t('indicators.list.unit')}
          options={indicatorUnits.map((key) => ({ key, label: t(`codes.indicatorUnit.${key}`) }))}
          value={unit}
          onChange={(chosen) => chosen && set({ unit: chosen })}
          problem={add.field('unit')}
        />
        <Select
          label={t('app.fields.frequency')}
          options={frequencies.map((key) => ({ key, label: t(`codes.frequency.${key}`) }))}
          value={frequency}
          onChange={(chosen) => chosen && set({ frequency: chosen })}
          problem={add.field('frequency')}
        />
      </div>
      <RegionField
        label={t('app.fields.regionCode')}
        hint={t('indicators.new.regionHint')}
        value={region}
        onChange={(chosen) => set({ region: chosen })}
        problem={add.field('regionCodes') ?? add.field('regionCodes.0')}
      />
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button
          onPress={() => {
            draft.discard()
            onCancel()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
