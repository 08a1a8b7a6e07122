import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './companies.module.css'
import { emailHint } from './contact-fields.tsx'

const empty = { givenName: '', familyName: '', roleTitle: '', email: '', phone: '' }
type Field = keyof typeof empty
const fields: readonly Field[] = ['givenName', 'familyName', 'roleTitle', 'email', 'phone']
const types: Partial<Record<Field, 'email' | 'tel'>> = { email: 'email', phone: 'tel' }

/** A new person, in the list itself. Basis and review day are proposed by the partnership's rules and can be changed after. */
export function NewContact({ companyId, onClose }: { readonly companyId: string; readonly onClose: () => void }) {
  const t = useT()
  const [values, setValues] = useState(empty)
  const draft = useDraft<typeof empty>(`contact:new:${companyId}`, (kept) => setValues({ ...empty, ...kept }))
  const add = useCommand('contacts.add', { done: t('companies.contacts.added') })
  const put = (field: Field, text: string) => {
    const next = { ...values, [field]: text }
    setValues(next)
    draft.keep(next)
  }
  async function save() {
    const reply = await add.run({ companyId, ...values })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  const hints: Partial<Record<Field, string | undefined>> = {
    email: emailHint(values.email, t),
    phone: t('companies.contacts.phoneHint'),
  }
  return (
    <section className={styles.card} aria-label={t('companies.contacts.add')}>
      <div className={styles.cardBody}>
        <div className={styles.pair}>
          {fields.map((field, index) => (
            <TextField
              key={field}
              label={t(`companies.contacts.fields.${field}`)}
              required={field === 'givenName' || field === 'familyName'}
              value={values[field]}
              onChange={(text) => put(field, text)}
              onEnter={() => void save()}
              type={types[field] ?? 'text'}
              hint={hints[field]}
              problem={add.field(field)}
              autoFocus={index === 0}
            />
          ))}
        </div>
        {add.problem && add.problem.code !== 'invalid' && <ErrorNote error={add.problem} />}
        <div className={styles.actions}>
          <Button kind="primary" busy={add.busy} onPress={() => void save()}>
            {t('companies.contacts.save')}
          </Button>
          <Button
            onPress={() => {
              draft.discard()
              onClose()
            }}
          >
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </section>
  )
}
