import { useRef, useState } from 'react'
import { Badge, ErrorNote, Note } from '#renderer/components/notes.tsx'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Wording } from '#shared/domain/records/goal.ts'
import styles from './plan.module.css'
import type { PlanRow } from './plan-use.ts'

interface Props {
  readonly plan: PlanRow
  readonly wordings: readonly Wording[]
}

/** How documents word the main goal: what conflicts is kept, one of them is in force. */
export function PlanWordings({ plan, wordings }: Props) {
  const t = useT()
  const form = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const add = useCommand('wordings.add')
  useFocusProblem(form, add.problem)
  async function submit() {
    if ((await add.run({ planId: plan.id, goalId: null, text })).ok) setText('')
  }
  return (
    <section className={styles.section} aria-label={t('strategy.about.wordings')}>
      <h3>{t('strategy.about.wordings')}</h3>
      <p className={styles.quiet}>
        {t(wordings.length === 0 ? 'strategy.about.noWordings' : 'strategy.about.wordingsText')}
      </p>
      {wordings.length > 0 && !wordings.some(({ inForce }) => inForce) && (
        <Note tone="warning">{t('strategy.about.noneInForce')}</Note>
      )}
      <ul className={styles.lines}>
        {wordings.map((wording) => (
          <li key={wording.id}>
            <WordingFields wording={wording} />
          </li>
        ))}
      </ul>
      <div ref={form} className={styles.lines}>
        {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
        <TextArea
          label={t('strategy.about.wordingText')}
          rows={2}
          value={text}
          onChange={setText}
          problem={add.field('text')}
        />
        <div>
          <WriteButton icon="plus" busy={add.busy} onPress={() => void submit()}>
            {t('strategy.about.addWording')}
          </WriteButton>
        </div>
      </div>
    </section>
  )
}

function WordingFields({ wording }: { readonly wording: Wording }) {
  const t = useT()
  const { id, inForce } = wording
  const revise = useCommand('wordings.revise')
  const choose = useCommand('wordings.putInForce', { problemAsToast: true })
  const remove = useCommand('wordings.remove', {
    done: t('strategy.tree.removed', { name: t('strategy.about.wordingText') }),
    problemAsToast: true,
  })
  return (
    <div className={styles.wording}>
      <div>
        <Badge {...(inForce ? { tone: 'success', icon: 'check' } : {})}>
          {t(inForce ? 'strategy.about.inForce' : 'strategy.about.notInForce')}
        </Badge>
      </div>
      <SavingText
        label={t('strategy.about.wordingText')}
        required
        field="text"
        multiline
        rows={2}
        value={wording.text}
        draftKey={`wording:${id}:text`}
        onSave={(text) => revise.run({ id, changes: { text: text ?? '' } })}
      />
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.sourceDocument')}
          field="sourceDocument"
          draftKey={`wording:${wording.id}:sourceDocument`}
          value={wording.sourceDocument}
          onSave={(sourceDocument) => revise.run({ id, changes: { sourceDocument } })}
        />
        <SavingText
          label={t('strategy.about.wordingPlace')}
          field="place"
          draftKey={`wording:${wording.id}:place`}
          value={wording.place}
          onSave={(place) => revise.run({ id, changes: { place } })}
        />
      </div>
      <div className={styles.buttons}>
        {!inForce && (
          <WriteButton small icon="check" busy={choose.busy} onPress={() => void choose.run({ id })}>
            {t('strategy.about.putInForce')}
          </WriteButton>
        )}
        <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
          {t('strategy.about.removeWording')}
        </WriteButton>
      </div>
    </div>
  )
}
