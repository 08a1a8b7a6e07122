import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Checkbox, RadioGroup } from '#renderer/components/choices.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { type Country, countries, type Language, languages } from '#shared/domain/values.ts'
import { KeepCode } from './keep-code.tsx'
import styles from './welcome.module.css'

/** Makes an empty file. The one who makes it becomes the first of the secretariat. */
export function NewPartnership({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel: () => void }) {
  const t = useT()
  const screen = useLanguage()
  const [name, setName] = useState('')
  const [country, setCountry] = useState<Country>(screen === 'sv' ? 'SE' : 'NO')
  const [language, setLanguage] = useState<Language>(screen)
  const [givenName, setGivenName] = useState('')
  const [familyName, setFamilyName] = useState('')
  const [encrypted, setEncrypted] = useState(false)
  const [tried, setTried] = useState(false)
  /** The recovery code that is being kept; null while the form is filled in. */
  const [code, setCode] = useState<string | null>(null)
  const create = useCommand('workspace.create')
  const newCode = useCommand('encryption.newCode')
  const form = useRef<HTMLFormElement>(null)
  useFocusProblem(form, create.problem)

  async function save(keeping: { recoveryCode: string; keepCode: boolean } | null): Promise<void> {
    const reply = await create.run({ name, country, language, givenName, familyName, ...keeping })
    if (reply.ok && reply.value) onDone()
    // What is wrong with a field is mended in the form.
    else if (!reply.ok && reply.problem.fields) setCode(null)
  }
  async function next(): Promise<void> {
    if (!encrypted) return save(null)
    // The code is shown for a form that is filled in.
    const complete = [name, givenName, familyName].every((text) => text.trim() !== '')
    setTried(!complete)
    if (!complete) return leadToRefused(form.current)
    const reply = await newCode.run({})
    if (reply.ok) setCode(reply.value.code)
  }
  const wrong = (field: 'name' | 'givenName' | 'familyName', text: string) =>
    create.field(field) ?? (tried && text.trim() === '' ? t('problems.field.required') : undefined)
  const inFields = create.problem && Object.keys(create.problem.fields ?? {}).length > 0
  if (code !== null) {
    return (
      <KeepCode
        code={code}
        name={name}
        busy={create.busy}
        problem={create.problem && !inFields && <ErrorNote error={create.problem} />}
        onBack={() => setCode(null)}
        onKept={(keepCode) => void save({ recoveryCode: code, keepCode })}
      />
    )
  }
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void next()
      }}
    >
      <h2>{t('app.welcome.create.title')}</h2>
      {create.problem && !inFields && <ErrorNote error={create.problem} />}
      <TextField
        label={t('app.welcome.create.name')}
        value={name}
        onChange={setName}
        problem={wrong('name', name)}
        required
        autoFocus
      />
      <div className={styles.pair}>
        <RadioGroup
          look="segments"
          label={t('app.welcome.create.country')}
          options={countries.map((key) => ({ key, label: t(`codes.country.${key}`) }))}
          value={country}
          onChange={setCountry}
        />
        <Select
          label={t('app.welcome.create.language')}
          options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
          value={language}
          onChange={(value) => setLanguage(value ?? language)}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('app.welcome.create.givenName')}
          value={givenName}
          onChange={setGivenName}
          problem={wrong('givenName', givenName)}
          required
        />
        <TextField
          label={t('app.welcome.create.familyName')}
          value={familyName}
          onChange={setFamilyName}
          problem={wrong('familyName', familyName)}
          required
        />
      </div>
      <Checkbox
        label={t('encryption.choice')}
        hint={t('encryption.choiceHint')}
        checked={encrypted}
        onChange={setEncrypted}
      />
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={create.busy || newCode.busy}>
          {t('app.welcome.create.action')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
