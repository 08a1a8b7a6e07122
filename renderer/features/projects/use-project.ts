import { useCommand } from '#renderer/lib/use-command.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { messageText } from '#shared/i18n/message-text.ts'

export type OpenProject = OutputOf<'projects.open'>
export type ProjectRow = OutputOf<'projects.list'>['rows'][number]
export type ProjectChanges = InputOf<'projects.revise'>['changes']

/** Saves one field of a project. */
export function useReviseProject(id: string) {
  const revise = useCommand('projects.revise')
  return (changes: ProjectChanges) => revise.run({ id, changes })
}

/** The currency of a project's money: its own, else that of the partnership's country. */
export function useCurrency(project: Pick<ProjectRow, 'currency'>): 'NOK' | 'SEK' {
  const partnership = usePartnership()
  return project.currency ?? (partnership?.country === 'SE' ? 'SEK' : 'NOK')
}

/** The sentence of a warning. */
export function useWarningWords() {
  const t = useT()
  return ({ message: { key, params } }: OpenProject['warnings'][number]) =>
    messageText(t, params ? { key, params } : { key })
}

/** What is right but to be looked at, at the field that it is about; undefined where nothing is. */
export function useWarningAt(warnings: OpenProject['warnings']) {
  const words = useWarningWords()
  return (field: string): string | undefined => {
    const found = warnings.filter((one) => one.field === field)
    return found.length === 0 ? undefined : found.map(words).join(' ')
  }
}
