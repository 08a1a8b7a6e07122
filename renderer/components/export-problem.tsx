import { useT } from '#renderer/lib/use-t.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { Button } from './button.tsx'
import styles from './export-problem.module.css'
import { Note } from './notes.tsx'

interface Props {
  readonly problem: { readonly key: string; readonly params?: Problem['params'] | undefined }
  /** Makes the file anew; with `overEdits` over what somebody wrote in it by hand. */
  readonly onRun: (overEdits: boolean) => void
}

/** Why a paper was not saved. A Word file that was edited by hand is no failure but a question: another name, or over it. */
export function ExportProblem({ problem, onRun }: Props) {
  const t = useT()
  const edited = problem.key === 'problems.handEdited'
  return (
    <Note tone={edited ? 'warning' : 'danger'}>
      <p role="alert">{messageText(t, { key: problem.key, params: problem.params ?? {} })}</p>
      {edited && (
        <div className={styles.buttons}>
          <Button small onPress={() => onRun(false)}>
            {t('session.papers.otherName')}
          </Button>
          <Button small kind="danger" onPress={() => onRun(true)}>
            {t('session.papers.overwrite')}
          </Button>
        </div>
      )}
    </Note>
  )
}
