import { createHash } from 'node:crypto'
import { invalid, problem } from '#shared/contract/problem.ts'
import { completeSnapshot } from '#shared/documents/older-snapshot.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import type { BoardPackage } from '#shared/domain/records/board-package.ts'
import type { Day } from '#shared/domain/values.ts'
import { type AreaHandlers, change, today } from '../context.ts'
import { writeAtomically } from '../files.ts'
import { freezePackage } from '../freeze-package.ts'
import { layoutOf } from '../package-layout.ts'
import { previewProjects } from '../project-snapshot.ts'
import type { DocumentFormat } from '../rendering.ts'
import { listPackages, newestPackage, readBlob } from '../repositories/packages.ts'
import { documentWords, previewPackage } from '../snapshots.ts'
import { find, read, type Store } from '../store.ts'
import { stopIfCancelled } from './checking.ts'
import type { pendingPackageHandlers } from './packages-pending.ts'

export const packageHandlers: Omit<AreaHandlers<'packages' | 'jobs'>, keyof typeof pendingPackageHandlers> = {
  'packages.list': (_input, { store }) => listPackages(store),

  'packages.preview': (choice, context) => {
    const { store } = context
    checkPeriod(choice)
    read(store, 'bodies', choice.bodyId)
    checkMeeting(store, choice)
    const { layout } = layoutOf(store, choice)
    const previous = newestPackage(store, choice.bodyId)
    return {
      ...previewPackage(store, choice, today(context)),
      ...previewProjects(store, choice, previous, today(context)),
      previous: previous ? { id: previous.id, version: previous.version, madeOn: previous.madeOn } : null,
      readiness: [],
      sections: layout.sections.map(({ section, heading }) => ({ section, heading, state: 'filled' as const })),
    }
  },

  'packages.make': (input, context) => {
    checkPeriod(input)
    checkMeeting(context.store, input)
    const by = { id: context.newId(), madeOn: context.clock.now(), madeBy: context.actor.name, today: today(context) }
    return change(context, (write) => freezePackage(write, input, by))
  },

  'packages.open': ({ id }, { store }) => ({ ...openPackage(store, id), files: [] }),

  'packages.remove': ({ id }, context) => {
    const { bodyId } = read(context.store, 'packages', id)
    // A later one tells what changed since this: without it that could not be read.
    if (newestPackage(context.store, bodyId)?.id !== id) throw problem('refused', 'problems.packageNotNewest')
    change(context, (write) => write.remove('packages', id))
    return {}
  },

  'packages.export': ({ id, formats }, context) => {
    const format: DocumentFormat = formats[0] === 'xlsx' ? 'xlsx' : 'docx'
    const { package: made, snapshot } = openPackage(context.store, id)
    const { files, rendering } = context
    const name = fileNameOf(made, snapshot, format)
    const jobId = context.jobs.start(async (report, signal) => {
      report({ step: 'packages.steps.visits' })
      const bytes = await rendering.render(
        snapshot,
        format,
        (share, step) => report({ progress: share * 0.9, step: `packages.steps.${step}` }),
        signal,
      )
      stopIfCancelled(signal)
      report({ state: 'asking', progress: 0.9, step: 'packages.steps.asking' })
      const path = await files.chooseTarget(name, format)
      if (path === null) return null
      // Cancelled while the dialog stood open: the answer comes too late to write anything.
      stopIfCancelled(signal)
      report({ state: 'working', progress: 0.95, step: 'packages.steps.saving' })
      await writeAtomically(path, bytes)
      return { ...(await files.keep(path)), size: bytes.byteLength }
    })
    return { jobId }
  },

  'jobs.show': ({ id }, { jobs }) => jobs.show(id),
  'jobs.cancel': ({ id }, { jobs }) => {
    jobs.cancel(id)
    return {}
  },
}

/**
 * A package with the snapshot it was made from, checked against its hash.
 *
 * @throws ProblemError `notFound`; `damagedFile` where the snapshot is gone or is not what was kept.
 */
export function openPackage(
  store: Store,
  id: string,
): { package: BoardPackage & { bodyName: string }; snapshot: Snapshot } {
  const made = read(store, 'packages', id)
  const bytes = readBlob(store, made.snapshotSha256)
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== made.snapshotSha256) {
    throw problem('damagedFile', 'problems.snapshotDamaged', { version: made.version })
  }
  return {
    package: { ...made, bodyName: find(store, 'bodies', made.bodyId)?.name ?? '' },
    snapshot: completeSnapshot(JSON.parse(bytes.toString('utf8')) as Snapshot),
  }
}

/** `Styrepakke Styret 2026-01-01–2026-06-30 v3.docx`. */
export function fileNameOf(
  made: Pick<BoardPackage, 'language' | 'periodFrom' | 'periodTo' | 'version'>,
  { body }: Pick<Snapshot, 'body'>,
  format: DocumentFormat,
): string {
  const { kind } = documentWords(made.language)
  return `${kind} ${body.name} ${made.periodFrom}–${made.periodTo} v${made.version}.${format}`
}

function checkPeriod({ periodFrom, periodTo }: { periodFrom: Day; periodTo: Day }): void {
  if (periodTo < periodFrom) {
    throw invalid({ periodTo: { key: 'problems.field.endBeforeStart' } })
  }
}

/** A package's meeting is one of its own body. */
function checkMeeting(store: Store, { bodyId, meetingId }: { bodyId: string; meetingId: string | null }): void {
  if (meetingId === null) return
  const meeting = read(store, 'meetings', meetingId)
  if (meeting.bodyId !== bodyId) throw invalid({ meetingId: { key: 'problems.field.meetingOfOtherBody' } })
  if (meeting.status === 'cancelled') throw invalid({ meetingId: { key: 'problems.field.meetingCancelled' } })
}
