import { useEffect, useRef, useState } from 'react'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { type RichText, richText } from '#shared/domain/rich-text.ts'
import { fieldText, problemText } from './problem-text.ts'
import { useDraft } from './use-draft.ts'
import type { SavingState } from './use-saving.ts'
import { useT } from './use-t.ts'

interface Options {
  /** What the record holds, and the stamp of that text's newest change. */
  readonly value: RichText | null
  readonly stamp: string
  /** Where half-written text is kept: `agendaItems:<id>:<field>`. */
  readonly draftKey: string
  /** Writes the text over the version it is based on. `conflict` where another window has written since. */
  readonly write: (content: RichText | null, basedOn: string) => Promise<Reply<{ stamp: string }>>
}
/** A draft's content is written out as text: it is read back with the same care as anything that was stored. */
type Draft = { content: string; basedOn: string }
function readBack(content: string): RichText | null | undefined {
  try {
    return richText.parse(JSON.parse(content))
  } catch {
    return undefined
  }
}
const same = (a: RichText | null, b: RichText | null) => JSON.stringify(a) === JSON.stringify(b)

/**
 * A rich text that saves itself when left, and is kept as a draft at each pause. Stamps sort as text, so a newer stamp of the record means that another
 * window wrote: a text untouched here follows; a text being written here stands beside the other until one is chosen.
 */
export function useSavingRichText({ value, stamp, draftKey, write }: Options) {
  const t = useT()
  const [text, setText] = useState(value)
  const [state, setState] = useState<SavingState>('idle')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const [clash, setClash] = useState(false)
  const now = useRef({ text, saved: value, base: stamp, saving: false, again: false, touched: false, clash: false })
  const given = useRef({ value, stamp, write })
  given.current = { value, stamp, write }
  const put = (next: RichText | null) => {
    now.current.text = next
    setText(next)
  }
  const setClashing = (next: boolean) => {
    now.current.clash = next
    setClash(next)
  }
  const isClean = () => same(now.current.text, now.current.saved)
  const draft = useDraft<Draft>(draftKey, (kept) => {
    const content = readBack(kept.content)
    if (content === undefined || same(content, given.current.value)) return draft.discard()
    now.current.base = kept.basedOn
    put(content)
    setState('typing')
    judge()
  })

  /** Looks at what the record holds now. */
  function judge() {
    const { value: theirs, stamp: newest } = given.current
    if (now.current.saving || now.current.touched || newest <= now.current.base) return
    if (isClean() || same(now.current.text, theirs)) {
      now.current.base = newest
      now.current.saved = theirs
      if (!same(now.current.text, theirs)) setState('idle')
      put(theirs)
      setClashing(false)
      draft.discard()
    } else setClashing(true)
  }
  const judging = useRef(judge)
  judging.current = judge
  const key = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when the record has changed, or a save has ended
  useEffect(() => judging.current(), [stamp, key, state])

  function type(next: RichText | null) {
    now.current.touched = false
    if (!same(next, now.current.text)) {
      put(next)
      setProblem(undefined)
      setState('typing')
      draft.keep({ content: JSON.stringify(next), basedOn: now.current.base })
      draft.keepNow()
    }
    judge()
  }
  async function save(): Promise<void> {
    const { text: content, base, saving } = now.current
    // Left while the words before are still on their way: what came since is written after them.
    now.current.again = saving
    if (saving || now.current.clash) return
    if (isClean()) {
      if (state === 'typing' || state === 'refused') setState('idle')
      return draft.discard()
    }
    now.current.saving = true
    setState('saving')
    const reply = await given.current.write(content, base)
    now.current.saving = false
    if (reply.ok) {
      now.current.base = reply.value.stamp
      now.current.saved = content
      setProblem(undefined)
      if (isClean()) {
        setState('saved')
        draft.discard()
      } else {
        setState('typing')
        if (now.current.again) await save()
      }
    } else if (reply.problem.code === 'conflict') {
      setState('refused')
      setClashing(true)
    } else {
      setState('refused')
      setProblem(fieldText(t, reply.problem, 'content') ?? problemText(t, reply.problem))
    }
  }
  const atEnd = useRef(() => {})
  atEnd.current = () => {
    if (isClean() || now.current.saving || now.current.clash) return
    const { text: content, base } = now.current
    void given.current.write(content, base).then((reply) => reply.ok && draft.discard())
  }
  // The editor tells its last letters as it goes, which is after this hook's own turn.
  useEffect(() => () => queueMicrotask(() => atEnd.current()), [])

  return {
    text,
    /** Letters have come that are not told yet: until then nothing from outside takes their place. */
    touch: () => {
      now.current.touched = true
    },
    type,
    save,
    state,
    problem,
    restored: draft.restored && state === 'typing',
    /** What the record holds, as far as this editor knows. */
    saved: now.current.saved,
    /** Gives up what was not saved; the record's text shows again. */
    discard: () => {
      now.current.base = given.current.stamp
      now.current.saved = given.current.value
      put(given.current.value)
      setClashing(false)
      setProblem(undefined)
      setState('idle')
      draft.discard()
    },
    /** The other window's text while both stand side by side; undefined otherwise. */
    theirs: clash && stamp > now.current.base ? value : undefined,
    keepMine: async () => {
      now.current.base = given.current.stamp
      setClashing(false)
      await save()
    },
    /** Puts a text back that was given up, as one being written. */
    bringBack: (content: RichText | null) => type(content),
  }
}
