import { useRef, useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import parts from '#renderer/components/parts.module.css'
import { SavingNumber, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { PlanRow } from './plan-page.tsx'

type Area = PlanRow['areas'][number]

/** The focus areas of a plan by number, each unfolding into its fields; a new one is typed at the foot. */
export function PlanAreas({ plan }: { readonly plan: PlanRow }) {
  const t = useT()
  const [title, setTitle] = useState('')
  const form = useRef<HTMLFieldSetElement>(null)
  const add = useCommand('focusAreas.add', { done: t('projects.plans.areaAdded') })
  useFocusProblem(form, add.problem)
  async function submit() {
    const reply = await add.run({ planId: plan.id, title })
    if (reply.ok) setTitle('')
  }
  const label = plan.areaLabel ?? t('projects.plans.areas')
  return (
    <section className={parts.section} aria-label={label}>
      <h3>{label}</h3>
      {plan.areas.length === 0 ? (
        <p className={parts.quiet}>{t('projects.plans.noAreas')}</p>
      ) : (
        <ul className={parts.lines}>
          {plan.areas.map((area) => (
            <li key={area.id}>
              <AreaLine area={area} />
            </li>
          ))}
        </ul>
      )}
      <InlineForm ref={form} title={t('projects.plans.addArea')}>
        {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
        <TextField
          label={t('projects.plans.areaTitle')}
          required
          value={title}
          onChange={setTitle}
          onEnter={() => void submit()}
          problem={add.field('title')}
        />
        <div>
          <WriteButton icon="plus" busy={add.busy} onPress={() => void submit()}>
            {t('projects.plans.addArea')}
          </WriteButton>
        </div>
      </InlineForm>
    </section>
  )
}

function AreaLine({ area }: { readonly area: Area }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { number, title, description } = area
  return (
    <div className={parts.record}>
      <div className={parts.recordTop}>
        <div className={parts.words}>
          <span className={parts.name}>
            {number} {title}
          </span>
          {description && !open && <span className={parts.quiet}>{description}</span>}
        </div>
        <IconButton
          icon={open ? 'up' : 'edit'}
          label={t(open ? 'projects.plans.closeArea' : 'projects.plans.editArea', { title })}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && <AreaFields area={area} />}
    </div>
  )
}

function AreaFields({ area }: { readonly area: Area }) {
  const t = useT()
  const { id, title, responsibleId } = area
  const persons = usePersonOptions(responsibleId ? [responsibleId] : [])
  const revise = useCommand('focusAreas.revise')
  const remove = useCommand('focusAreas.remove', { done: t('projects.plans.areaRemoved'), problemAsToast: true })
  const save = (changes: InputOf<'focusAreas.revise'>['changes']) => revise.run({ id, changes })
  return (
    <div className={parts.inner}>
      <div className={parts.pair}>
        <SavingNumber
          label={t('app.fields.areaNumber')}
          required
          field="number"
          value={area.number}
          onSave={(number) => save({ number: number ?? Number.NaN })}
        />
        <SavingText
          label={t('projects.plans.areaTitle')}
          required
          field="title"
          value={title}
          onSave={(next) => save({ title: next ?? '' })}
        />
        <SavingSelect
          label={t('app.fields.responsibleId')}
          emptyLabel={t('projects.fields.nobody')}
          field="responsibleId"
          value={responsibleId}
          options={persons.options}
          onSave={(chosen) => save({ responsibleId: chosen })}
        />
      </div>
      <SavingText
        label={t('app.fields.description')}
        field="description"
        multiline
        rows={2}
        value={area.description}
        draftKey={`focusArea:${id}:description`}
        onSave={(next) => save({ description: next })}
      />
      <div>
        <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
          {t('projects.plans.removeArea', { title })}
        </WriteButton>
      </div>
    </div>
  )
}
