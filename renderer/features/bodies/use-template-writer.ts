import { useRef } from 'react'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf, Reply } from '#shared/contract/dispatcher.ts'
import type { PackageSheet, PackageTemplate, TemplateSection } from '#shared/domain/records/package-template.ts'

type Changes = InputOf<'packageTemplates.revise'>['changes']
/** Makes the changes from the template as it is when their turn has come. */
type Change = (now: PackageTemplate) => Changes

export interface TemplateWriter {
  readonly put: (change: Change) => Promise<Reply<PackageTemplate>>
  readonly putSections: (
    change: (now: readonly TemplateSection[]) => TemplateSection[],
  ) => Promise<Reply<PackageTemplate>>
  readonly putSheets: (change: (now: readonly PackageSheet[]) => PackageSheet[]) => Promise<Reply<PackageTemplate>>
  /** Back to what the variant usually holds, with a notice that can take it back. */
  readonly reset: (changes: Changes) => Promise<Reply<PackageTemplate>>
}

/**
 * Writes a template one change at a time. Sections are written together as one list: each change waits for those before it and starts from
 * what they gave, so that a heading left for a button that moves its section is not written over.
 */
export function useTemplateWriter(template: PackageTemplate): TemplateWriter {
  const t = useT()
  const revise = useCommand('packageTemplates.revise')
  const resetting = useCommand('packageTemplates.revise', {
    done: t('packageTemplates.resetDone'),
    problemAsToast: true,
  })
  const latest = useRef(template)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  if (template.changedStamp > latest.current.changedStamp) latest.current = template

  function inTurn(run: () => Promise<Reply<OutputOf<'packageTemplates.revise'>>>) {
    const turn = queue.current.then(run).then((reply) => {
      if (reply.ok && reply.value.changedStamp > latest.current.changedStamp) latest.current = reply.value
      return reply
    })
    queue.current = turn
    return turn
  }
  const put = (change: Change) => inTurn(() => revise.run({ id: template.id, changes: change(latest.current) }))
  return {
    put,
    putSections: (change) => put(({ sections }) => ({ sections: change(sections) })),
    putSheets: (change) => put(({ sheets }) => ({ sheets: change(sheets) })),
    reset: (changes) => inTurn(() => resetting.run({ id: template.id, changes })),
  }
}

/** A list with one of its items at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
