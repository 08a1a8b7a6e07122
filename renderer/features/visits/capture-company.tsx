import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { CaptureState } from './use-capture.ts'

const newCompany = '\u0000new'
type Found = OutputOf<'companies.suggest'>[number]

/** Which company. Enter takes the best suggestion; a name that nobody has becomes a new company when the visit is saved. */
export function CaptureCompany({ state, onDone }: { readonly state: CaptureState; readonly onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const client = useClient()
  const { capture, set } = state
  const searches = useRef(new Map<string, Promise<readonly Found[]>>())
  /** The name that the user has left or confirmed as a new one. */
  const [settled, setSettled] = useState(capture.companyId ? null : capture.companyName.trim() || null)
  const isNew = capture.companyId === null && capture.companyName.trim() !== ''

  function find(text: string): Promise<readonly Found[]> {
    const known = searches.current.get(text)
    if (known) return known
    const search = client.ask('companies.suggest', { text }).then((reply) => (reply.ok ? reply.value : []))
    searches.current.set(text, search)
    return search
  }
  function take(company: { readonly id: string; readonly name: string }) {
    set({ companyId: company.id, companyName: company.name })
    setSettled(null)
  }
  /** The best suggestion, or, where none fits, the typed name as a new company; a second Enter goes on. */
  async function enter() {
    const name = capture.companyName.trim()
    if (!isNew || settled === name) return onDone()
    const best = (await find(name))[0]
    if (best) take(best)
    else setSettled(name)
  }
  /** Left without a choice: the very name of one company is that company. */
  async function leave() {
    const name = capture.companyName.trim()
    if (!isNew || settled === name) return
    const same = (await find(name)).filter((one) => one.name.toLocaleLowerCase() === name.toLocaleLowerCase())
    if (same.length === 1 && same[0]) take(same[0])
    else setSettled(name)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears that the focus leaves the field; nothing to press
    <div onBlur={() => void leave()}>
      <ComboBox
        label={t('visits.fields.companyId')}
        required
        autoFocus
        placeholder={t('visits.capture.companyPlaceholder')}
        value={
          capture.companyId || (isNew && settled !== null)
            ? { key: capture.companyId ?? newCompany, label: capture.companyName }
            : null
        }
        onChange={(option) => {
          if (option) take({ id: option.key, name: option.label })
        }}
        onTextChange={(text) => {
          setSettled(null)
          if (text === capture.companyName && capture.companyId) return
          set({ companyId: null, companyName: text.slice(0, 200) })
        }}
        suggest={async (text) =>
          (await find(text)).map((one) => ({ key: one.id, label: one.name, detail: describe(one, t, format.day) }))
        }
        onCreate={(name) => {
          set({ companyId: null, companyName: name })
          setSettled(name)
        }}
        onEnter={() => void enter()}
        hint={isNew && settled === capture.companyName.trim() ? t('visits.capture.newCompany') : undefined}
        problem={state.problems.company}
      />
      {isNew && settled !== null && <Duplicates name={settled} country={state.country} onTake={take} />}
    </div>
  )
}

function describe(one: Found, t: ReturnType<typeof useT>, day: (day: string | null) => string): string {
  const visited = one.lastVisitedOn
    ? t('visits.capture.lastVisit', { day: day(one.lastVisitedOn) })
    : t('visits.capture.neverVisited')
  return [one.place, visited].filter(Boolean).join(' · ')
}

interface DuplicatesProps {
  readonly name: string
  readonly country: CaptureState['country']
  readonly onTake: (company: { readonly id: string; readonly name: string }) => void
}
/** A warning, never a refusal: two companies may bear one name. */
function Duplicates({ name, country, onTake }: DuplicatesProps) {
  const t = useT()
  const same = useOperation('companies.duplicates', { name, orgNo: null, country, exceptId: null })
  const first = same.data?.[0]
  if (!first) return null
  return (
    <div role="status">
      <Note
        tone="warning"
        action={
          <Button small onPress={() => onTake(first)}>
            {t('visits.capture.useExisting', { name: first.name })}
          </Button>
        }
      >
        {first.place
          ? t('visits.capture.duplicateIn', { name: first.name, place: first.place })
          : t('visits.capture.duplicate', { name: first.name })}
      </Note>
    </div>
  )
}
