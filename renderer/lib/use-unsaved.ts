import { useEffect, useSyncExternalStore } from 'react'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { problemText } from './problem-text.ts'
import { useToasts } from './toasts.ts'
import { useCommand } from './use-command.ts'
import { useOperation } from './use-query.ts'
import { useSavedFile } from './use-saved-file.ts'
import { useT } from './use-t.ts'

export type UnsavedDocument = OutputOf<'unsaved.list'>[number]

/** Documents that a panel on the screen shows itself: the line above the screen leaves them out. */
const shown = new Map<string, number>()
const listeners = new Set<() => void>()
let snapshot: readonly string[] = []
function count(id: string, by: 1 | -1): void {
  const left = (shown.get(id) ?? 0) + by
  if (left > 0) shown.set(id, left)
  else shown.delete(id)
  snapshot = [...shown.keys()]
  for (const listener of listeners) listener()
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What could not be saved and is shown nowhere else. */
export function useUnsavedElsewhere(): readonly UnsavedDocument[] {
  const list = useOperation('unsaved.list', {})
  const here = useSyncExternalStore(subscribe, () => snapshot)
  return (list.data ?? []).filter(({ id }) => !here.includes(id))
}

/** The document of a job that could not be saved, shown where the job was started; null once it is saved or let go. */
export function useUnsavedHere(id: string | null): UnsavedDocument | null {
  const list = useOperation('unsaved.list', {}, { enabled: id !== null })
  useEffect(() => {
    if (id === null) return
    count(id, 1)
    return () => count(id, -1)
  }, [id])
  return list.data?.find((one) => one.id === id) ?? null
}

/** The ways on with a document that is not saved. `told`: the place it is shown in tells itself that it was saved. */
export function useUnsavedWays(id: string, { told }: { readonly told: boolean }) {
  const t = useT()
  const toasts = useToasts()
  const save = useCommand('unsaved.save')
  const letGo = useCommand('unsaved.letGo', { problemAsToast: true })
  const { open, reveal } = useSavedFile()
  async function run(elsewhere: boolean) {
    const reply = await save.run({ id, elsewhere })
    // With the document its place on the screen is gone, so that a notice has to tell.
    if (!reply.ok && reply.problem.key === 'problems.unsavedGone')
      toasts.show({ text: problemText(t, reply.problem), tone: 'danger' })
    if (!reply.ok || !reply.value || told) return
    const { fileId, name } = reply.value
    toasts.show({
      text: t('unsaved.saved', { name }),
      ...(open ? { action: { label: t('common.open'), run: () => open(fileId) } } : {}),
      ...(reveal ? { second: { label: t('common.showInFolder'), run: () => reveal(fileId) } } : {}),
    })
  }
  return {
    busy: save.busy || letGo.busy,
    /** Of the last try; null before one. */
    problem: save.problem,
    again: () => void run(false),
    elsewhere: () => void run(true),
    letGo: () => void letGo.run({ id }),
  }
}
