import { Note } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { Problem } from '#shared/contract/problem.ts'

/** Refusals that ask: told once, the user may go on, and the flag says so. */
const questions = {
  'problems.minutesHandEdited': {
    flag: 'despiteEdits',
    title: 'session.minutes.editedTitle',
    confirm: 'session.minutes.approveDespite',
    end: 'session.close.despiteEdits',
  },
  'problems.minutesNewSince': {
    flag: 'despiteNewVersion',
    title: 'session.minutes.newerTitle',
    confirm: 'session.minutes.approveNewer',
    end: 'session.close.despiteNewVersion',
  },
} as const
type Question = (typeof questions)[keyof typeof questions]

/** What approving minutes asks once more after it came back with `problem`; null where that was no question. */
export function approvalQuestion(problem: Problem | null): Question | null {
  return questions[problem?.key as keyof typeof questions] ?? null
}

/** The question in a dialog, read aloud when it comes. */
export function ApprovalQuestion({
  question,
  text,
}: {
  readonly question: Question
  readonly text: string | undefined
}) {
  const t = useT()
  return (
    <Note tone="warning">
      <div role="alert">
        <strong>{t(question.title)}</strong>
        <p>{text}</p>
      </div>
    </Note>
  )
}
