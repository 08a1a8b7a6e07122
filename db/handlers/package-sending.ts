import { invalid, problem } from '#shared/contract/problem.ts'
import { findingWeight } from '#shared/domain/finding-weight.ts'
import type { BoardPackage } from '#shared/domain/records/board-package.ts'
import { type AreaHandlers, type Context, change } from '../context.ts'
import type { Job } from '../jobs.ts'
import {
  archiveNameOf,
  besideFiles,
  bundled,
  editionsOf,
  findingsOf,
  keptFiles,
  type MadeFile,
  makeFiles,
  openPackage,
  type Wanted,
} from '../package-files.ts'
import { filesOfPackage } from '../repositories/packages.ts'
import { saveMadeFile } from '../save-made-file.ts'
import { read } from '../store.ts'
import { stopIfCancelled } from './checking.ts'

/** Making a package's files: to save, and to keep as they were sent. */
export const packageFileHandlers: Pick<
  AreaHandlers<'packages'>,
  'packages.export' | 'packages.usualFiles' | 'packages.send'
> = {
  'packages.export': ({ id, remember, ...wanted }, context) => {
    const { store, files } = context
    const { package: made, snapshot } = openPackage(store, id)
    if (wanted.formats.includes('pdf') && context.pdf.means() === null) throw problem('unavailable', 'problems.noPdf')
    if (remember) rememberFiles(context, made, wanted)
    const jobId = context.jobs.start(async (report, signal) => {
      report({ step: 'packages.steps.working' })
      const packed = await filesOf(
        context,
        id,
        wanted,
        (share, step) => report({ progress: share * 0.9, step }),
        signal,
      )
      report({ step: 'packages.steps.checking' })
      report({ findings: await findingsOf(context, id, packed, signal) })
      const bundle = bundled(packed, archiveNameOf(made, snapshot), besideFiles(store, id, packed), made.language)
      return saveMadeFile(files, bundle, report, signal)
    })
    return { jobId }
  },

  'packages.usualFiles': ({ bodyId }, { workspaces }) => workspaces.preferences.get().packageFiles[bodyId] ?? null,

  'packages.send': ({ id, sentOn, sentTo, accepted, ...wanted }, context) => {
    const { store } = context
    const made = read(store, 'packages', id)
    if (made.sentOn !== null) throw problem('refused', 'problems.packageSent')
    if (sentOn < made.madeOn.slice(0, 10)) throw invalid({ sentOn: { key: 'problems.field.sentBeforeMade' } })
    if (wanted.formats.includes('pdf') && context.pdf.means() === null) throw problem('unavailable', 'problems.noPdf')
    const jobId = context.jobs.start(async (report, signal) => {
      report({ step: 'packages.steps.working' })
      const files = await makeFiles(
        context,
        id,
        wanted,
        (share, step) => report({ progress: share * 0.9, step: `packages.steps.${step}` }),
        signal,
      )
      report({ step: 'packages.steps.checking' })
      const findings = await findingsOf(context, id, files, signal)
      report({ findings })
      stopIfCancelled(signal)
      if (wantsAnswer(findings, accepted)) return 'held'
      report({ progress: 0.95, step: 'packages.steps.saving' })
      change({ ...context, store }, (write) => {
        // Sent from another window meanwhile.
        if (read(write, 'packages', id).sentOn !== null) throw problem('refused', 'problems.packageSent')
        for (const { edition, format, fileName, bytes } of files) {
          const sha256 = write.putBlob(bytes)
          const size = bytes.byteLength
          write.insert('packageFiles', { id: context.newId(), packageId: id, edition, format, fileName, size, sha256 })
        }
        write.revise('packages', id, { sentOn, sentTo })
      })
      context.announce(['packages'])
      return 'kept'
    })
    return { jobId }
  },
}

/** The kept files of a sent package, as far as those asked for are among them; else made anew. */
async function filesOf(
  context: Context,
  id: string,
  wanted: Wanted,
  report: (share: number, step: string) => void,
  signal: AbortSignal,
): Promise<readonly MadeFile[]> {
  const { store } = context
  const editions = editionsOf(read(store, 'packages', id), wanted.editions)
  const kept = filesOfPackage(store, id).filter(
    ({ edition, format }) => wanted.formats.includes(format) && editions.includes(edition),
  )
  if (kept.length === editions.length * new Set(wanted.formats).size) return keptFiles(store, kept)
  return makeFiles(context, id, wanted, (share, step) => report(share, `packages.steps.${step}`), signal)
}

/** Whether something was found that the sender has not accepted, or that nobody may. */
function wantsAnswer(findings: Job['findings'], accepted: readonly string[]): boolean {
  return findings.some((file) =>
    file.findings === null
      ? !accepted.includes('unchecked')
      : file.findings.some(({ rule }) => findingWeight(rule) === 'refuse' || !accepted.includes(rule)),
  )
}

/** A package without a public edition of its own leaves the choice of editions as it was. */
function rememberFiles({ workspaces }: Context, { bodyId, publicSha256 }: BoardPackage, wanted: Wanted): void {
  const { preferences } = workspaces
  const { packageFiles } = preferences.get()
  const editions = publicSha256 === null ? (packageFiles[bodyId]?.editions ?? wanted.editions) : wanted.editions
  preferences.set({
    packageFiles: { ...packageFiles, [bodyId]: { formats: [...wanted.formats], editions: [...editions] } },
  })
}
