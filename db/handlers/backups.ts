import type { z } from 'zod'
import type { backupOperations } from '#shared/contract/backups.ts'
import { topics } from '#shared/contract/operation.ts'
import { problem } from '#shared/contract/problem.ts'
import { isSameFile } from '../backup.ts'
import type { Backup } from '../backups/list.ts'
import { lossesOf } from '../backups/losses.ts'
import { type AreaHandlers, noWorkspace } from '../context.ts'

type Shown = z.infer<(typeof backupOperations)['backups.list']['output']>[number]

/** The backups of the open file. Long work is a job; its steps are keys of `backups.steps`. */
export const backupHandlers: AreaHandlers<'backups'> = {
  'backups.state': (_input, context) => context.backups.state(),
  'backups.list': async ({ where }, context) =>
    (where === 'here' ? context.backups.list() : await context.backups.listPlace()).map(shown),
  'backups.make': (_input, context) => {
    context.backups.list()
    return {
      jobId: context.jobs.start(async (report) => {
        report({ step: 'backups.steps.copying' })
        await context.backups.make('byHand', (share) => {
          // The checks that follow take about as long as the copying.
          if (share < 1) report({ progress: share / 2 })
          else report({ progress: 0.5, step: 'backups.steps.checking' })
        })
        return 'kept'
      }),
    }
  },
  'backups.check': async ({ where, backupId }, context) => {
    const backup = await context.backups.named(where, backupId)
    return {
      jobId: context.jobs.start(async (report) => {
        report({ step: 'backups.steps.checking', progress: 0.2 })
        await context.backups.check(backup)
        return 'kept'
      }),
    }
  },
  'backups.preview': async ({ where, backupId }, context) => {
    const backup = await context.backups.named(where, backupId)
    return { backup: shown(backup), ...lossesOf(context.store, backup) }
  },
  'backups.restore': async ({ where, backupId }, context) => {
    const backup = await context.backups.named(where, backupId)
    if (context.jobs.running()) throw problem('refused', 'problems.jobsRunning')
    return {
      jobId: context.jobs.start(async (report) => {
        await context.backups.restore(backup, (step) =>
          report({ step: `backups.steps.${step}`, progress: step === 'keeping' ? 0.1 : 0.5 }),
        )
        // Whatever a window shows is of the file that was.
        context.announce(topics)
        return 'kept'
      }),
    }
  },
  'backups.restoreCopy': async ({ where, backupId }, context) => {
    const backup = await context.backups.named(where, backupId)
    const file = context.workspaces.file() ?? noWorkspace()
    const name = `${backup.partnership || 'Fyr'} ${backup.madeAt.slice(0, 10)}.fyr`
    const target = await context.files.chooseTarget(name, 'backup')
    if (target === null) return null
    if (isSameFile(target, file.path)) throw problem('refused', 'problems.restoreOverItself')
    await context.backups.restoreCopy(backup, target, context.newId)
    return context.files.keep(target)
  },
  'backups.remove': async ({ backupId }, context) => {
    await context.backups.remove(await context.backups.named('here', backupId))
    return {}
  },
  'backups.setPlace': async (_input, context) => {
    const file = context.workspaces.file() ?? noWorkspace()
    const path = await context.files.pickFolder()
    if (path === null) return { chosen: false }
    if (context.workspaces.file() !== file) throw problem('cancelled', 'problems.cancelled')
    await context.backups.setPlace(path)
    // What goes wrong is told by the state, with the place itself.
    await context.backups.catchUp().catch(() => {})
    return { chosen: true }
  },
  'backups.clearPlace': async (_input, context) => {
    await context.backups.setPlace(null)
    return {}
  },
  'backups.catchUp': async (_input, context) => ({ copied: await context.backups.catchUp() }),
}

function shown({ id, madeAt, reason, size, counts, changes, app, good, checked }: Backup): Shown {
  return { id, madeAt, reason, size, counts, changes, app, good, checked }
}
