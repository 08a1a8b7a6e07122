import { useState } from 'react'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { ErrorNote, Note } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { bodyPresets } from '#shared/domain/body-presets.ts'
import { type Body, bodyRules } from '#shared/domain/records/body.ts'
import styles from './bodies.module.css'

type Rules = Body['rules']
type Field = keyof (typeof bodyPresets)[Rules]
interface Change {
  readonly field: Field
  readonly before: unknown
  readonly after: unknown
}

/** What a set of rules would change in a body as it stands. */
function presetChanges(body: Body, rules: Rules): Change[] {
  const preset = bodyPresets[rules]
  return (Object.keys(preset) as Field[])
    .filter((field) => body[field] !== preset[field])
    .map((field) => ({ field, before: body[field], after: preset[field] }))
}

/** Chooses a set of rules: the fields follow at once, what changed is told line by line, and one undo takes all of it back. */
export function PresetChoice({ body }: { readonly body: Body }) {
  const t = useT()
  const readOnly = useReadOnly()
  const names = useFieldNames()
  const [told, setTold] = useState<{ rules: Rules; changes: readonly Change[] } | null>(null)
  const choose = useCommand('bodies.revise', {
    done: (saved) => t('bodies.rules.presetDone', { name: t(`codes.bodyRules.${saved.rules}`) }),
  })
  const words = (field: string, value: unknown) => {
    if (value === null) return t('common.empty')
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    return names.fieldValue(field, value, 'bodies') ?? String(value)
  }
  async function pick(rules: Rules) {
    if (rules === body.rules) return
    const changes = presetChanges(body, rules)
    const reply = await choose.run({ id: body.id, changes: { rules, ...bodyPresets[rules] } })
    setTold(reply.ok ? { rules, changes } : null)
  }
  // After an undo the fields are as they were, and the lines would tell of what is no more.
  const shown = told?.rules === body.rules ? told : null
  return (
    <>
      <RadioGroup
        label={t('bodies.rules.preset')}
        hideLabel
        hint={t('bodies.rules.presetHint')}
        disabled={readOnly}
        options={bodyRules.map((key) => ({
          key,
          label: t(`codes.bodyRules.${key}`),
          detail: t(`bodies.rules.presetText.${key}`),
        }))}
        value={body.rules}
        onChange={(rules) => void pick(rules)}
      />
      {choose.problem && <ErrorNote error={choose.problem} />}
      <div role="status">
        {shown && (
          <Note>
            {shown.changes.length === 0 ? (
              t('bodies.rules.changedNothing')
            ) : (
              <>
                {t('bodies.rules.changed')}
                <ul className={styles.changes}>
                  {shown.changes.map(({ field, before, after }) => (
                    <li key={field}>
                      {t('bodies.rules.changedLine', {
                        field: names.fieldName(field, 'bodies') ?? field,
                        before: words(field, before),
                        after: words(field, after),
                      })}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Note>
        )}
      </div>
    </>
  )
}
