import { useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { Badge, EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { SavingSelect, SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { Phrase } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import styles from './bodies.module.css'

/** Standard phrases for minutes: the body's own, and those of all bodies, by language. */
export function Phrases({ body }: { readonly body: Body }) {
  const t = useT()
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const query = useOperation('phrases.list', {})
  if (query.isPending) return <Loading />
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const own = languageOf(body)
  // The language of the body's own minutes first.
  const rank = ({ language }: Phrase) => (language === own ? 0 : 1 + languages.indexOf(language))
  const phrases = query.data
    .filter((one) => one.bodyId === body.id || one.bodyId === null)
    .sort((a, b) => rank(a) - rank(b) || format.compare(a.name, b.name))
  if (adding) return <NewPhrase body={body} onClose={() => setAdding(false)} />
  const addButton = (
    <WriteButton
      {...(phrases.length === 0 ? { kind: 'primary' as const } : {})}
      icon="plus"
      onPress={() => setAdding(true)}
    >
      {t('bodies.phrases.add')}
    </WriteButton>
  )
  if (phrases.length === 0) {
    return (
      <EmptyState icon="edit" title={t('bodies.phrases.none')} action={addButton}>
        {t('bodies.phrases.noneText')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{t('bodies.phrases.noneText')}</p>
      <ul className={styles.cards}>
        {phrases.map((phrase) => (
          <li key={phrase.id} className={styles.card}>
            <OnePhrase phrase={phrase} body={body} />
          </li>
        ))}
      </ul>
      <div>{addButton}</div>
    </div>
  )
}

function languageOf(body: Body): Language {
  return body.country === 'SE' ? 'sv' : 'nb'
}

function useLanguageOptions() {
  const t = useT()
  return languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))
}

function OnePhrase({ phrase, body }: { readonly phrase: Phrase; readonly body: Body }) {
  const t = useT()
  const options = useLanguageOptions()
  const [open, setOpen] = useState(false)
  const revise = useCommand('phrases.revise')
  const remove = useCommand('phrases.remove', { done: t('bodies.phrases.removed'), problemAsToast: true })
  const save = (changes: InputOf<'phrases.revise'>['changes']) => revise.run({ id: phrase.id, changes })
  const { name } = phrase
  return (
    <>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <span className={styles.name}>{name}</span> <Badge>{t(`codes.language.${phrase.language}`)}</Badge>
          </span>
          {phrase.bodyId === null && <span className={styles.quiet}>{t('bodies.phrases.forAll')}</span>}
        </div>
        <IconButton
          icon={open ? 'up' : 'edit'}
          label={open ? t('bodies.members.close', { name }) : t('bodies.phrases.edit', { name })}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open ? (
        <>
          <div className={styles.pair}>
            <SavingText
              label={t('bodies.phrases.name')}
              field="name"
              draftKey={`phrase:${phrase.id}:name`}
              required
              value={name}
              onSave={(value) => save({ name: value ?? '' })}
            />
            <SavingSelect
              label={t('bodies.phrases.language')}
              field="language"
              options={options}
              value={phrase.language}
              onSave={(language) => save(language ? { language } : {})}
            />
          </div>
          <SavingText
            label={t('bodies.phrases.text')}
            hint={t('bodies.phrases.textHint')}
            field="text"
            required
            multiline
            rows={3}
            draftKey={`phrase:${phrase.id}:text`}
            value={phrase.text}
            onSave={(text) => save({ text: text ?? '' })}
          />
          <SavingSwitch
            label={t('bodies.phrases.forAll')}
            field="bodyId"
            value={phrase.bodyId === null}
            onSave={(all) => save({ bodyId: all ? null : body.id })}
          />
          <div>
            <WriteButton
              icon="remove"
              kind="quiet"
              busy={remove.busy}
              onPress={() => void remove.run({ id: phrase.id })}
            >
              {t('bodies.phrases.remove')}
            </WriteButton>
          </div>
        </>
      ) : (
        <p className={styles.phrase} lang={phrase.language}>
          {phrase.text}
        </p>
      )}
    </>
  )
}

function NewPhrase({ body, onClose }: { readonly body: Body; readonly onClose: () => void }) {
  const t = useT()
  const options = useLanguageOptions()
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [language, setLanguage] = useState<Language>(languageOf(body))
  const discard = useFormDraft(`body:${body.id}:phrase`, { name, text }, (kept) => {
    setName(kept.name)
    setText(kept.text)
  })
  const done = () => {
    discard()
    onClose()
  }
  const add = useCommand('phrases.add', { done: t('bodies.phrases.added') })
  const submit = () =>
    void add.run({ bodyId: body.id, name, text, language }).then((reply) => {
      if (reply.ok) done()
    })
  return (
    <InlineForm title={t('bodies.phrases.add')}>
      <div className={styles.pair}>
        <TextField
          label={t('bodies.phrases.name')}
          required
          autoFocus
          value={name}
          onChange={setName}
          problem={add.field('name')}
        />
        <Select
          label={t('bodies.phrases.language')}
          options={options}
          value={language}
          onChange={(value) => setLanguage(value ?? language)}
        />
      </div>
      <TextArea
        label={t('bodies.phrases.text')}
        hint={t('bodies.phrases.textHint')}
        required
        rows={3}
        value={text}
        onChange={setText}
        onEnter={submit}
        problem={add.field('text')}
      />
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={submit}>
          {t('common.add')}
        </Button>
        <Button onPress={done}>{t('common.cancel')}</Button>
      </div>
    </InlineForm>
  )
}
