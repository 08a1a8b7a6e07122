import type { Snapshot } from '#shared/documents/snapshot.ts'
import { shownFilesOf } from '../bound-attachments.ts'
import { type AreaHandlers, type Context, today } from '../context.ts'
import { assemblePackage } from '../freeze-package.ts'
import { openPackage } from '../package-files.ts'
import type { Store } from '../store.ts'
import { stopIfCancelled } from './checking.ts'
import { checkChoice, checkMeeting } from './packages.ts'

/** The newest pages of each open file: another preparation takes their place, and they go with the file. */
const newest = new WeakMap<Store, { readonly jobId: string; base64: string | null }>()

export const packagePageHandlers: Pick<AreaHandlers<'packages'>, 'packages.preparePages' | 'packages.pages'> = {
  'packages.preparePages': (asked, context) => {
    const { store, rendering } = context
    const snapshot = snapshotOf(asked, context)
    const files = shownFilesOf(store, snapshot)
    const jobId: string = context.jobs.start(async (report, signal) => {
      report({ step: 'packages.steps.working' })
      const bytes = await rendering.render(
        snapshot,
        'docx',
        (share, step) => report({ progress: share, step: `packages.steps.${step}` }),
        signal,
        files,
      )
      stopIfCancelled(signal)
      const kept = newest.get(store)
      if (kept?.jobId === jobId) kept.base64 = Buffer.from(bytes).toString('base64')
      return 'kept'
    })
    newest.set(store, { jobId, base64: null })
    return { jobId }
  },

  'packages.pages': ({ jobId }, { store }) => {
    const kept = newest.get(store)
    return kept?.jobId === jobId && kept.base64 !== null ? { base64: kept.base64 } : null
  },
}

/** What is laid out: of a made package what it was made of, of a choice the data as it is now. Nothing is written. */
function snapshotOf(
  { of, edition }: Parameters<AreaHandlers<'packages'>['packages.preparePages']>[0],
  context: Context,
): Snapshot {
  const { store } = context
  if ('id' in of) return openPackage(store, of.id, edition).snapshot
  checkChoice(store, of)
  checkMeeting(of)
  const { snapshot, open } = assemblePackage(store, of, { madeBy: context.actor.name, today: today(context) })
  return edition === 'public' ? (open ?? snapshot) : snapshot
}
