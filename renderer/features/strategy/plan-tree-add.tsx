import { useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './plan-tree.module.css'
import { type PlanPart, type PlanRow, usePartWithin } from './plan-use.ts'

/** Where a new part is put. */
export interface Home {
  readonly plan: PlanRow
  readonly areaId: string | null
  readonly goalId: string | null
  /** What it is called: told with the button's name. */
  readonly name: string
}
interface Props {
  readonly home: Home
  readonly parts: readonly PlanPart[]
}

/** Buttons for what can be added here, and a line to type it in: Enter adds it and makes ready for the next. */
export function TreeAdd({ home, parts }: Props) {
  const t = useT()
  const within = usePartWithin(home.plan)
  const [part, setPart] = useState<PlanPart | null>(null)
  if (part === null) {
    return (
      <fieldset className={styles.adds} aria-label={home.name}>
        {parts.map((one) => (
          <WriteButton key={one} small kind="quiet" icon="plus" onPress={() => setPart(one)}>
            {t('strategy.tree.add', { part: within(one) })}
          </WriteButton>
        ))}
      </fieldset>
    )
  }
  return <AddLine home={home} part={part} onDone={() => setPart(null)} />
}

function AddLine({
  home,
  part,
  onDone,
}: {
  readonly home: Home
  readonly part: PlanPart
  readonly onDone: () => void
}) {
  const t = useT()
  const within = usePartWithin(home.plan)
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const line = useRef<HTMLFieldSetElement>(null)
  const add = useAdd(home, part)
  useEffect(() => line.current?.querySelector('input')?.focus(), [])
  async function submit() {
    // What is typed meanwhile is the next one.
    const typed = text
    setText('')
    if (await add.run(typed)) setSaid(t('strategy.tree.added', { title: typed.trim() }))
    else setText((now) => now || typed)
  }
  return (
    <fieldset
      ref={line}
      className={styles.addLine}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <legend className={styles.spoken}>{t('strategy.tree.addTo', { part: within(part), name: home.name })}</legend>
      <TextField
        label={t('strategy.tree.newTitle', { part: within(part) })}
        value={text}
        onChange={setText}
        onEnter={() => void submit()}
        problem={add.problemOf}
      />
      {add.problem && !add.problemOf && <ErrorNote error={add.problem} />}
      <div className={styles.adds}>
        <Button small kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button small onPress={onDone}>
          {t('strategy.tree.finish')}
        </Button>
        <span role="status" className={styles.quiet}>
          {said}
        </span>
      </div>
    </fieldset>
  )
}

/** Adds a part of a kind to its home. `run` gives whether it was added. */
function useAdd({ plan, areaId, goalId }: Home, part: PlanPart) {
  const areas = useCommand('focusAreas.add')
  const goals = useCommand('goals.add')
  const strategies = useCommand('strategies.add')
  const activities = useCommand('activities.add')
  const planId = plan.id
  async function run(text: string): Promise<boolean> {
    if (part === 'area') return (await areas.run({ planId, title: text })).ok
    if (part === 'strategy') {
      const home = goalId === null ? { focusAreaId: areaId } : { goalId }
      return (await strategies.run({ planId, text, ...home })).ok
    }
    if (part === 'activity') return (await activities.run({ planId, title: text, focusAreaId: areaId, goalId })).ok
    return (await goals.run({ planId, title: text, focusAreaId: areaId, parentId: goalId })).ok
  }
  const all = [areas, goals, strategies, activities]
  return {
    run,
    busy: all.some(({ busy }) => busy),
    problem: all.find(({ problem }) => problem)?.problem ?? null,
    problemOf: all.map((one) => one.field('title') ?? one.field('text')).find(Boolean),
  }
}
