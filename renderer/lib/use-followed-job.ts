import { useEffect, useRef, useState } from 'react'
import type { OutputOf, Reply } from '#shared/contract/dispatcher.ts'
import { jobProblem } from './job-problem.ts'
import { useOperation } from './use-query.ts'

type Job = NonNullable<OutputOf<'jobs.show'>>

/** Long work, followed to its end; `onDone` is called once when it has succeeded. */
export function useFollowedJob(onDone: () => void) {
  const [jobId, setJobId] = useState<string | null>(null)
  const watched = useOperation('jobs.show', { id: jobId ?? '' }, { enabled: jobId !== null })
  const job: Job | null = jobId === null ? null : (watched.data ?? null)
  const told = useRef<string | null>(null)
  const done = job?.state === 'done' ? job.id : null
  useEffect(() => {
    if (done === null || told.current === done) return
    told.current = done
    onDone()
  }, [done, onDone])
  return {
    job,
    running: jobId !== null && (job === null || job.state === 'working'),
    problem: job?.state === 'failed' ? jobProblem(job) : null,
    /** Follows the job that a command has started; none where it was refused. */
    follow: (reply: Reply<{ jobId: string }>) => setJobId(reply.ok ? reply.value.jobId : null),
  }
}
