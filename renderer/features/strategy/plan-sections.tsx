import { useState } from 'react'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { SortableList } from '#renderer/components/sortable-list.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { PlanSection } from '#shared/domain/records/plan.ts'
import styles from './plan.module.css'
import { linesOf, textOf } from './plan-lines.ts'

interface Props {
  readonly planId: string
  readonly sections: readonly PlanSection[]
}

/** The parts of a plan that are neither area nor goal: headings with their lines, in the order of the plan. */
export function PlanSections({ planId, sections }: Props) {
  const t = useT()
  const [title, setTitle] = useState('')
  const add = useCommand('planSections.add')
  const revise = useCommand('planSections.revise', { problemAsToast: true })
  async function submit() {
    if ((await add.run({ planId, title })).ok) setTitle('')
  }
  return (
    <section className={styles.section} aria-label={t('strategy.about.sections')}>
      <h3>{t('strategy.about.sections')}</h3>
      <p className={styles.quiet}>{t('strategy.about.sectionsText')}</p>
      {sections.length > 0 && (
        <SortableList
          label={t('strategy.about.sections')}
          items={sections}
          keyOf={({ id }) => id}
          nameOf={(section) => section.title}
          onMove={async ({ id }, position) => (await revise.run({ id, changes: { position } })).ok}
        >
          {(section) => <SectionFields section={section} />}
        </SortableList>
      )}
      <div className={styles.addRow}>
        <TextField
          label={t('strategy.about.sectionTitle')}
          value={title}
          onChange={setTitle}
          onEnter={() => void submit()}
          problem={add.field('title')}
        />
        <WriteButton icon="plus" busy={add.busy} onPress={() => void submit()}>
          {t('strategy.about.addSection')}
        </WriteButton>
      </div>
    </section>
  )
}

function SectionFields({ section: { id, title, lines } }: { readonly section: PlanSection }) {
  const t = useT()
  const revise = useCommand('planSections.revise')
  const remove = useCommand('planSections.remove', {
    done: t('strategy.tree.removed', { name: title }),
    problemAsToast: true,
  })
  return (
    <div className={styles.lines}>
      <SavingText
        label={t('strategy.about.sectionTitle')}
        required
        field="title"
        draftKey={`planSection:${id}:title`}
        value={title}
        onSave={(next) => revise.run({ id, changes: { title: next ?? '' } })}
      />
      <SavingText
        label={t('app.fields.lines')}
        hint={t('strategy.about.onePerLine')}
        field="lines"
        multiline
        rows={3}
        value={textOf(lines)}
        draftKey={`planSection:${id}:lines`}
        onSave={(next) => revise.run({ id, changes: { lines: linesOf(next) } })}
      />
      <div>
        <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
          {t('strategy.about.removeSection', { title })}
        </WriteButton>
      </div>
    </div>
  )
}
