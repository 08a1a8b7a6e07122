import { ProgressBar } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { someWords } from '#shared/i18n/translator.ts'

/** How far long work on a backup has come. */
export function BackupProgress({ job }: { readonly job: OutputOf<'jobs.show'> }) {
  const t = useT()
  const last = job?.step.split('.').at(-1) ?? ''
  const { steps } = someWords().backups
  // Asked of the very keys.
  const step = (Object.hasOwn(steps, last) ? last : 'working') as keyof typeof steps
  return <ProgressBar label={t(`backups.steps.${step}`)} progress={job?.progress ?? 0} />
}
