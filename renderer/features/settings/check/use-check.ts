import { useEffect, useState } from 'react'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'

/** The check of the open file: started here or found under way, followed, cancelled; and the last report. */
export function useCheck() {
  const last = useOperation('check.last', {})
  const start = useCommand('check.run')
  const stop = useCommand('jobs.cancel', { problemAsToast: true })
  const underWay = last.data?.running ?? null
  const [followed, setFollowed] = useState<string | null>(null)
  const [cancelling, setCancelling] = useState(false)
  useEffect(() => {
    if (underWay !== null) setFollowed(underWay)
  }, [underWay])
  const jobId = underWay ?? followed
  const watched = useOperation('jobs.show', { id: jobId ?? '' }, { enabled: jobId !== null })
  const job = jobId === null ? null : (watched.data ?? null)
  const running = underWay !== null || job?.state === 'working'
  return {
    last,
    start,
    job,
    running,
    /** Pressed, and not yet ended. */
    cancelling: cancelling && running,
    /** How the check that was followed on this page has ended. */
    ended: followed !== null && !running && job !== null ? job.state : null,
    run: () => {
      setCancelling(false)
      void start.run({}).then((reply) => {
        if (reply.ok) setFollowed(reply.value.jobId)
      })
    },
    cancel: () => {
      if (jobId === null) return
      setCancelling(true)
      void stop.run({ id: jobId })
    },
  }
}
