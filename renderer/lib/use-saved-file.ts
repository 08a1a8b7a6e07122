import type { Reply } from '#shared/contract/dispatcher.ts'
import { problemText } from './problem-text.ts'
import { useToasts } from './toasts.ts'
import { useCommand } from './use-command.ts'
import { useOperation } from './use-query.ts'
import { useT } from './use-t.ts'

type Way = ((fileId: string) => void) | null

/** What can be done with a file that a command has saved: null where the host can't. What fails is told in a notice. */
export function useSavedFile(): { readonly open: Way; readonly reveal: Way } {
  const t = useT()
  const toasts = useToasts()
  const can = useOperation('app.about', {}).data?.can
  const open = useCommand('files.open')
  const reveal = useCommand('files.reveal')
  const tell = (reply: Reply) => {
    if (reply.ok) return
    // The contract's sentence speaks of the partnership's file, which has a backup; a document is made anew.
    const gone = reply.problem.code === 'fileMissing'
    toasts.show({ text: gone ? t('common.savedFileGone') : problemText(t, reply.problem), tone: 'danger' })
  }
  return {
    open: can?.openFiles ? (fileId) => void open.run({ fileId }).then(tell) : null,
    reveal: can?.revealFiles ? (fileId) => void reveal.run({ fileId }).then(tell) : null,
  }
}
