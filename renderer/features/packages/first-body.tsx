import { useState } from 'react'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Body, bodyKinds } from '#shared/domain/records/body.ts'
import styles from './packages.module.css'

/** A package goes to a body; with none in the file the first is made here. */
export function FirstBody() {
  const t = useT()
  const [name, setName] = useState(t('codes.bodyKind.board'))
  const [kind, setKind] = useState<Body['kind']>('board')
  const add = useCommand('bodies.add', { done: t('packages.body.added') })
  const save = () => void add.run({ name, kind })
  return (
    <div className={styles.form}>
      <p>{t('packages.body.text')}</p>
      <div className={styles.pair}>
        <TextField
          label={t('packages.body.name')}
          required
          autoFocus
          value={name}
          onChange={setName}
          onEnter={save}
          problem={add.field('name')}
        />
        <Select
          label={t('packages.body.kind')}
          options={bodyKinds.map((key) => ({ key, label: t(`codes.bodyKind.${key}`) }))}
          value={kind}
          onChange={(next) => setKind(next ?? kind)}
        />
      </div>
      {add.problem && add.problem.code !== 'invalid' && <ErrorNote error={add.problem} />}
      <div className={styles.actions}>
        <WriteButton kind="primary" busy={add.busy} onPress={save}>
          {t('packages.body.add')}
        </WriteButton>
      </div>
    </div>
  )
}
