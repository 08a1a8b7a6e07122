import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { needsMeeting } from '#shared/domain/package-rules.ts'
import type { PackageFile } from '#shared/domain/records/board-package.ts'
import type { PackageVariant } from '#shared/domain/records/package-template.ts'
import type { Day } from '#shared/domain/values.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { freezePackage } from '../freeze-package.ts'
import { makeFiles, openPackage, sha256Of } from '../package-files.ts'
import { layoutOf } from '../package-layout.ts'
import { readinessOf, sectionStates } from '../package-readiness.ts'
import { previewProjects } from '../project-snapshot.ts'
import { filesOfPackage, listPackages, newestPackage, readBlob } from '../repositories/packages.ts'
import { previewPackage } from '../snapshots.ts'
import { find, read, type Store } from '../store.ts'
import type { packagePageHandlers } from './package-pages.ts'
import type { packageFileHandlers } from './package-sending.ts'

export const packageHandlers: Omit<
  AreaHandlers<'packages' | 'jobs'>,
  keyof typeof packagePageHandlers | keyof typeof packageFileHandlers
> = {
  'packages.list': (_input, { store }) => listPackages(store),

  'packages.preview': (choice, context) => {
    const { store } = context
    checkChoice(store, choice)
    read(store, 'bodies', choice.bodyId)
    const { layout } = layoutOf(store, choice)
    const whole = layoutOf(store, { ...choice, leftOut: [] }).layout
    const previous = newestPackage(store, choice.bodyId)
    return {
      ...previewPackage(store, choice, today(context)),
      ...previewProjects(store, choice, previous, today(context)),
      previous: previous ? { id: previous.id, version: previous.version, madeOn: previous.madeOn } : null,
      readiness: readinessOf(store, choice, layout, today(context)),
      sections: sectionStates(store, choice, whole, today(context)),
    }
  },

  'packages.make': (input, context) => {
    checkChoice(context.store, input)
    checkMeeting(input)
    const by = { id: context.newId(), madeOn: context.clock.now(), madeBy: context.actor.name, today: today(context) }
    return change(context, (write) => freezePackage(write, input, by))
  },

  'packages.open': ({ id }, { store }) => {
    const opened = openPackage(store, id)
    const { meetingId } = opened.package
    const meeting = meetingId === null ? undefined : find(store, 'meetings', meetingId)
    const isOff = meeting !== undefined && (meeting.status === 'cancelled' || meeting.deletedAt !== null)
    return { ...opened, files: filesOfPackage(store, id), cancelledMeetingOn: isOff ? meeting.startsOn : null }
  },

  'packages.remove': ({ id }, context) => {
    const { bodyId, sentOn } = read(context.store, 'packages', id)
    if (sentOn !== null) throw problem('refused', 'problems.packageSentStays')
    // A later one tells what changed since this: without it that could not be read.
    if (newestPackage(context.store, bodyId)?.id !== id) throw problem('refused', 'problems.packageNotNewest')
    change(context, (write) => write.remove('packages', id))
    return {}
  },

  'packages.verify': async ({ id }, context) => {
    const { store } = context
    read(store, 'packages', id)
    const files: OutputOf<'packages.verify'>['files'] = []
    for (const file of filesOfPackage(store, id)) files.push({ id: file.id, result: await verified(context, file) })
    return { files }
  },

  'packages.means': (_input, { pdf }) => ({ pdf: pdf.means() }),

  'jobs.show': ({ id }, { jobs }) => jobs.show(id),
  'jobs.cancel': ({ id }, { jobs }) => {
    jobs.cancel(id)
    return {}
  },
}

/** Whether a kept file is the one that was sent, and whether the same data gives it again. */
async function verified(
  context: Context,
  file: PackageFile,
): Promise<OutputOf<'packages.verify'>['files'][number]['result']> {
  const bytes = readBlob(context.store, file.sha256)
  if (!bytes || sha256Of(bytes) !== file.sha256) return 'changed'
  if (file.format === 'pdf') return 'kept'
  const wanted = { formats: [file.format], editions: [file.edition] }
  const [again] = await makeFiles(context, file.packageId, wanted, () => {}, new AbortController().signal)
  return again && sha256Of(again.bytes) === file.sha256 ? 'same' : 'different'
}

/** A package's period ends no sooner than it begins, and its meeting is one of its own body. @throws ProblemError `invalid`. */
export function checkChoice(
  store: Store,
  choice: { bodyId: string; meetingId: string | null; periodFrom: Day; periodTo: Day },
): void {
  const { bodyId, meetingId, periodFrom, periodTo } = choice
  if (periodTo < periodFrom) throw invalid({ periodTo: { key: 'problems.field.endBeforeStart' } })
  if (meetingId === null) return
  const meeting = read(store, 'meetings', meetingId)
  if (meeting.bodyId !== bodyId) throw invalid({ meetingId: { key: 'problems.field.meetingOfOtherBody' } })
  if (meeting.status === 'cancelled') throw invalid({ meetingId: { key: 'problems.field.meetingCancelled' } })
}

/** A notice or an agenda is made for a meeting; a look at what it would hold needs none. @throws ProblemError `invalid`. */
export function checkMeeting({ variant, meetingId }: { variant: PackageVariant; meetingId: string | null }): void {
  if (meetingId === null && needsMeeting(variant)) {
    throw invalid({ meetingId: { key: 'problems.field.meetingNeeded' } })
  }
}
