import { type FormEvent, useState } from 'react'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useSavedViews } from '#renderer/lib/use-saved-views.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Register, SavedView } from '#shared/domain/records/saved-view.ts'
import { Button } from './button.tsx'
import { ChoiceMenu } from './choice-menu.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNote } from './notes.tsx'
import styles from './register.module.css'
import { TextField } from './text-field.tsx'

const standard = 'standard'

/** The views of a register by name: another one is chosen here, and what is shown is saved, renamed or removed. */
export function SavedViews({ register }: { readonly register: Register }) {
  const t = useT()
  const readOnly = useReadOnly()
  const saved = useSavedViews(register)
  const { views, current, changed } = saved
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const overwrite = useCommand('views.save', {
    done: (view) => t('registers.views.done', { name: view.name }),
    problemAsToast: true,
  })
  const remove = useCommand('views.remove', {
    done: t('registers.views.removed', { name: current?.name ?? '' }),
    problemAsToast: true,
  })
  const label = current
    ? changed
      ? t('registers.views.changed', { name: current.name })
      : current.name
    : t('registers.views.label')
  const actions = (view: SavedView) => [
    {
      id: 'overwrite',
      label: t('registers.views.overwrite', { name: view.name }),
      icon: 'check' as const,
      disabled: readOnly || !changed,
      run: () => void overwrite.run({ register, name: view.name, search: saved.shown }),
    },
    {
      id: 'rename',
      label: t('registers.views.rename', { name: view.name }),
      icon: 'edit' as const,
      disabled: readOnly,
      run: () => setNaming('rename'),
    },
    {
      id: 'remove',
      label: t('registers.views.remove', { name: view.name }),
      icon: 'remove' as const,
      danger: true,
      disabled: readOnly,
      run: () => void remove.run({ id: view.id }),
    },
  ]
  return (
    <>
      <ChoiceMenu
        label={label}
        choicesLabel={t('registers.views.saved')}
        choices={[
          { key: standard, label: t('registers.views.standard') },
          ...views.map((view) => ({ key: view.id, label: view.name })),
        ]}
        chosen={current ? current.id : saved.standard ? standard : null}
        onChoose={(key) => saved.apply(views.find((view) => view.id === key) ?? null)}
        entriesLabel={t('registers.views.actions')}
        entries={[
          {
            id: 'save',
            label: t('registers.views.save'),
            icon: 'plus',
            disabled: readOnly,
            run: () => setNaming('save'),
          },
          ...(current ? actions(current) : []),
        ]}
      />
      <Dialog
        open={naming !== null}
        onClose={() => setNaming(null)}
        size="small"
        closeOutside={false}
        title={t(naming === 'rename' ? 'registers.views.renameTitle' : 'registers.views.saveTitle')}
      >
        <NameForm
          register={register}
          shown={saved.shown}
          views={views}
          renamed={naming === 'rename' ? current : null}
          onDone={(view) => {
            setNaming(null)
            if (naming === 'save') saved.apply(view)
          }}
          onCancel={() => setNaming(null)}
        />
      </Dialog>
    </>
  )
}

interface NameProps {
  readonly register: Register
  readonly shown: SavedView['search']
  readonly views: readonly SavedView[]
  /** The view that gets another name; null: a new one is saved. */
  readonly renamed: SavedView | null
  readonly onDone: (view: SavedView) => void
  readonly onCancel: () => void
}
function NameForm({ register, shown, views, renamed, onDone, onCancel }: NameProps) {
  const t = useT()
  const [name, setName] = useState(renamed?.name ?? '')
  const save = useCommand('views.save', { done: (view) => t('registers.views.done', { name: view.name }) })
  const rename = useCommand('views.rename', { done: (view) => t('registers.views.renamed', { name: view.name }) })
  const command = renamed ? rename : save
  const wanted = name.trim()
  const taken = !renamed && views.some((view) => view.name.toLocaleLowerCase() === wanted.toLocaleLowerCase())
  const problem = command.field('name')
  async function submit(event: FormEvent) {
    event.preventDefault()
    const reply = renamed
      ? await rename.run({ id: renamed.id, name: wanted })
      : await save.run({ register, name: wanted, search: shown })
    if (reply.ok) onDone(reply.value)
  }
  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('registers.views.name')}
        hint={taken ? t('registers.views.taken', { name: wanted }) : t('registers.views.nameHint')}
        value={name}
        onChange={setName}
        required
        autoFocus
        problem={problem}
      />
      {command.problem && !problem && <ErrorNote error={command.problem} />}
      <div className={styles.tools}>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" busy={command.busy}>
          {t(renamed ? 'registers.views.renameButton' : 'registers.views.saveButton')}
        </Button>
      </div>
    </form>
  )
}
