import { basename } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { checkText } from '#shared/i18n/check-text.ts'
import { translator } from '#shared/i18n/translator.ts'
import { type AreaHandlers, type Context, noWorkspace, today } from '../context.ts'
import { blobOf } from '../repositories/attachments.ts'
import { dropLeftovers, isLeftover, type Leftover, leftoversOf } from '../repositories/leftovers.ts'

/** Leftovers that the screen lists. */
const mostListed = 200

const endings: Readonly<Record<Leftover['kind'], string>> = {
  photo: 'jpg',
  pdf: 'pdf',
  archive: 'zip',
  data: 'json',
  other: 'bin',
}

/** The check of the open file, and the little that it may put right. */
export const checkHandlers: AreaHandlers<'check'> = {
  'check.run': (_input, context) => context.checks.start(),
  'check.last': (_input, context) => context.checks.last(),
  'check.export': ({ language }, context) => {
    const { report } = context.checks.last()
    if (!report) throw problem('notFound', 'problems.noCheck')
    const file = basename((context.workspaces.file() ?? noWorkspace()).path)
    const text = checkText(report, { file, language, country: context.store.country })
    return context.files.save({
      name: `${translator(language)('checkPage.exportName')} ${today(context)}.txt`,
      kind: 'txt',
      // Windows' editor takes a text without a mark for another encoding.
      bytes: Buffer.from(`\uFEFF${text}`, 'utf8'),
    })
  },
  'check.rebuildSearch': (_input, context) => context.searchRebuild.start(),
  'check.leftovers': (_input, context) => leftoversOf(context.store, mostListed),
  'check.saveLeftover': ({ sha256 }, context) => {
    const bytes = isLeftover(context.store, sha256) ? blobOf(context.store, sha256) : undefined
    if (!bytes) throw problem('notFound', 'problems.leftoverGone')
    const kind = leftoversOf(context.store, Number.POSITIVE_INFINITY).leftovers.find(
      (one) => one.sha256 === sha256,
    )?.kind
    return context.files.save({
      name: `${sha256.slice(0, 12)}.${endings[kind ?? 'other']}`,
      kind: 'any',
      bytes,
    })
  },
  'check.removeLeftovers': ({ sha256 }, context) => {
    const store = writable(context)
    return store.db.transaction(() => dropLeftovers(store, sha256)).immediate()
  },
}

/** @throws ProblemError `readOnly`. */
function writable({ store }: Context): Context['store'] {
  if (store.readOnly) throw problem('readOnly', 'problems.readOnly')
  return store
}
