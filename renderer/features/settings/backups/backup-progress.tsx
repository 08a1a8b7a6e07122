import { ProgressBar } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { nb } from '#shared/i18n/nb/index.ts'

const steps = Object.keys(nb.backups.steps)

/** How far long work on a backup has come. */
export function BackupProgress({ job }: { readonly job: OutputOf<'jobs.show'> }) {
  const t = useT()
  const last = job?.step.split('.').at(-1) ?? ''
  // The list is made of the very keys.
  const step = (steps.includes(last) ? last : 'working') as keyof typeof nb.backups.steps
  return <ProgressBar label={t(`backups.steps.${step}`)} progress={job?.progress ?? 0} />
}
