import { useRef, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { Checkbox, MultiSelect } from '#renderer/components/choices.tsx'
import styles from '#renderer/components/parts.module.css'
import spoken from '#renderer/components/spoken.module.css'
import { TextField } from '#renderer/components/text-field.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { FocusArea } from '#shared/domain/records/plan.ts'
import { areaLabel } from './focus-areas.tsx'
import own from './projects.module.css'

interface Props {
  /** Those that the plan has. */
  readonly areas: readonly FocusArea[]
  readonly chosen: readonly string[]
  /** Typed here; made along with the project. */
  readonly typed: readonly string[]
  readonly crossCutting: boolean
  readonly onChange: (changes: { focusAreaIds?: string[]; newFocusAreas?: string[]; crossCutting?: boolean }) => void
  readonly problem: string | undefined
}

/** What a new project serves: areas of the plan, new ones typed on the spot, or the whole plan. */
export function ChosenAreas({ areas, chosen, typed, crossCutting, onChange, problem }: Props) {
  const t = useT()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  function add() {
    const title = text.trim()
    if (title === '') return
    const known = areas.find((area) => area.title.toLocaleLowerCase() === title.toLocaleLowerCase())
    if (known) onChange({ focusAreaIds: [...new Set([...chosen, known.id])] })
    else onChange({ newFocusAreas: [...new Set([...typed, title])] })
    setText('')
  }
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('projects.new.areas')}</legend>
      {areas.length > 0 && (
        <MultiSelect
          label={t('projects.new.areas')}
          hideLabel
          options={areas.map((area) => ({ key: area.id, label: areaLabel(area) }))}
          value={chosen}
          onChange={(focusAreaIds) => onChange({ focusAreaIds })}
        />
      )}
      {typed.length > 0 && (
        <ul className={own.chips} aria-label={t('projects.new.typedAreas')}>
          {typed.map((title) => (
            <li key={title} className={own.chip}>
              {title}
              <IconButton
                icon="close"
                label={t('projects.new.removeArea', { title })}
                onPress={() => {
                  onChange({ newFocusAreas: typed.filter((one) => one !== title) })
                  // The button goes with the area; another one is typed here.
                  field.current?.focus()
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {/* Enter leaves the focus in the field, so what it has done must be said. */}
      <p role="status" className={spoken.spoken}>
        {typed.length > 0 && `${t('projects.new.typedAreas')}: ${typed.join(', ')}`}
      </p>
      <div className={own.addRow}>
        <TextField
          label={t('projects.new.newArea')}
          hint={t('projects.new.newAreaHint')}
          value={text}
          onChange={setText}
          ref={field}
          onEnter={add}
          problem={problem}
        />
      </div>
      <div>
        <Button small icon="plus" disabled={text.trim() === ''} onPress={add}>
          {t('projects.new.addArea')}
        </Button>
      </div>
      <Checkbox
        label={t('projects.new.crossCutting')}
        hint={t('projects.fields.crossCuttingHint')}
        checked={crossCutting}
        onChange={(on) => onChange({ crossCutting: on })}
      />
    </fieldset>
  )
}
