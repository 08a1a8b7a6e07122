import { useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { SavingNumber, SavingText } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import styles from './plan.module.css'
import { Responsible } from './plan-tree-fields.tsx'
import type { PlanArea } from './plan-use.ts'

/** All that is said of a focus area. */
export function AreaEditor({ area }: { readonly area: PlanArea }) {
  const t = useT()
  const { id } = area
  const revise = useCommand('focusAreas.revise')
  const save = (changes: InputOf<'focusAreas.revise'>['changes']) => revise.run({ id, changes })
  return (
    <>
      <div className={styles.pair}>
        <SavingNumber
          label={t('app.fields.areaNumber')}
          required
          field="number"
          draftKey={`focusArea:${area.id}:number`}
          value={area.number}
          onSave={(number) => save({ number: number ?? Number.NaN })}
        />
        <SavingText
          label={t('app.fields.title')}
          required
          field="title"
          draftKey={`focusArea:${area.id}:title`}
          value={area.title}
          onSave={(title) => save({ title: title ?? '' })}
        />
        <Responsible value={area.responsibleId} onSave={(responsibleId) => save({ responsibleId })} />
      </div>
      <SavingText
        label={t('app.fields.description')}
        field="description"
        multiline
        rows={3}
        value={area.description}
        draftKey={`focusArea:${id}:description`}
        onSave={(description) => save({ description })}
      />
      <SavingText
        label={t('app.fields.strategyIntro')}
        field="strategyIntro"
        multiline
        rows={2}
        value={area.strategyIntro}
        draftKey={`focusArea:${id}:strategyIntro`}
        onSave={(strategyIntro) => save({ strategyIntro })}
      />
      <TitleVariants area={area} />
    </>
  )
}

/** How other documents word the area's title, and which. */
function TitleVariants({ area: { id, titleVariants: variants } }: { readonly area: PlanArea }) {
  const t = useT()
  const readOnly = useReadOnly()
  const revise = useCommand('focusAreas.revise')
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const save = (titleVariants: typeof variants) => revise.run({ id, changes: { titleVariants } })
  async function add() {
    const reply = await save([...variants, { text, source: source.trim() === '' ? null : source }])
    if (!reply.ok) return
    setText('')
    setSource('')
  }
  const mine = `changes.titleVariants.${variants.length}`
  return (
    <fieldset className={styles.section}>
      <legend>{t('app.fields.titleVariants')}</legend>
      {variants.length > 0 && (
        <ul className={styles.lines}>
          {variants.map((one) => (
            <li key={`${one.text} ${one.source}`} className={styles.buttons}>
              <span>
                {one.text} {one.source && <span className={styles.quiet}>({one.source})</span>}
              </span>
              <IconButton
                icon="remove"
                label={t('strategy.tree.removeVariant', { text: one.text })}
                disabled={readOnly}
                onPress={() => void save(variants.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.pair}>
        <TextField
          label={t('strategy.tree.wording')}
          value={text}
          onChange={setText}
          onEnter={() => void add()}
          problem={revise.field(`${mine}.text`)}
        />
        <TextField
          label={t('strategy.tree.source')}
          value={source}
          onChange={setSource}
          onEnter={() => void add()}
          problem={revise.field(`${mine}.source`)}
        />
      </div>
      <div>
        <WriteButton small icon="plus" busy={revise.busy} onPress={() => void add()}>
          {t('strategy.tree.addVariant')}
        </WriteButton>
      </div>
    </fieldset>
  )
}
