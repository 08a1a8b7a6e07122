import { canonicalJson } from '#shared/documents/canonical.ts'
import { holdsConfidential } from '#shared/documents/meeting-parts.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { calendarYear } from '#shared/documents/variant.ts'
import { formatDay } from '#shared/domain/days.ts'
import type { BoardPackage } from '#shared/domain/records/board-package.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { withBoundFiles } from './bound-attachments.ts'
import type { Writer } from './changes.ts'
import { type LayoutChoice, layoutOf } from './package-layout.ts'
import { newestDataStamp, newestPackage, nextVersion } from './repositories/packages.ts'
import { assembleSnapshot, documentWords } from './snapshots.ts'
import { read, type Store } from './store.ts'

export type PackageToMake = LayoutChoice & {
  readonly meetingId: Id | null
  readonly withConfidential: boolean
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly language: Language
  /** Null = the ordinary title. */
  readonly title: string | null
}

/**
 * Makes a body's next package of the data as it is now: the snapshot is kept as canonical JSON under its own SHA-256,
 * and beside it, where it holds something confidential, that of its public edition.
 *
 * @param by who, when, and the day in the partnership's time zone that overdue is counted from.
 * @throws ProblemError `notFound` where the body is gone.
 */
export function freezePackage(
  write: Writer,
  choice: PackageToMake,
  by: { readonly id: Id; readonly madeOn: string; readonly madeBy: string; readonly today: Day },
): BoardPackage {
  const dataStamp = newestDataStamp(write)
  const { snapshot, open, title, version, previous, templateId } = assemblePackage(write, choice, by)
  const keep = (one: Snapshot) => write.putBlob(Buffer.from(canonicalJson(one)))
  return write.insert('packages', {
    id: by.id,
    bodyId: choice.bodyId,
    meetingId: choice.meetingId,
    withConfidential: choice.withConfidential,
    title,
    variant: choice.variant,
    templateId,
    language: choice.language,
    periodFrom: choice.periodFrom,
    periodTo: choice.periodTo,
    version,
    madeOn: by.madeOn,
    madeBy: by.madeBy,
    dataStamp,
    previousId: previous?.id ?? null,
    snapshotSha256: keep(snapshot),
    publicSha256: open === null ? null : keep(open),
    sentOn: null,
    sentTo: null,
  })
}

/**
 * What a body's next package would hold, as the data is now; writes nothing.
 *
 * @param by who, and the day in the partnership's time zone that overdue is counted from.
 * @returns `open`: the edition that may be shown to anybody; null where the package itself is that.
 * @throws ProblemError `notFound` where the body, the meeting or the template is gone; `refused` for another body's template.
 */
export function assemblePackage(
  store: Store,
  choice: PackageToMake,
  by: { readonly madeBy: string; readonly today: Day },
): {
  readonly snapshot: Snapshot
  readonly open: Snapshot | null
  readonly title: string
  readonly version: number
  readonly previous: BoardPackage | undefined
  readonly templateId: Id | null
} {
  const body = read(store, 'bodies', choice.bodyId)
  const previous = newestPackage(store, choice.bodyId)
  const title = choice.title ?? titleOf(store, choice, body.name)
  const version = nextVersion(store, choice.bodyId)
  const { layout, templateId } = layoutOf(store, choice)
  const given = { ...choice, title, madeBy: by.madeBy, version, previous, layout }
  const assembled = (withConfidential: boolean) =>
    withBoundFiles(store, assembleSnapshot(store, { ...given, withConfidential }, by.today), choice.meetingId, by.today)
  const snapshot = assembled(choice.withConfidential)
  // The same code that withholds from any other package makes the edition that may be shown to anybody.
  const open = holdsConfidential(snapshot) ? assembled(false) : null
  return { snapshot, open, title, version, previous, templateId }
}

/** The ordinary title: what the package is, whose, and of when. An annual report is called by its year, as its cover says. */
function titleOf(
  store: Store,
  choice: LayoutChoice & { language: Language; meetingId: Id | null; periodFrom: Day; periodTo: Day },
  body: string,
): string {
  const { language, periodFrom, periodTo, variant, meetingId } = choice
  const { kind, cover, annual } = documentWords(language)
  const period = cover.periodValue
    .replace('{{from}}', formatDay(periodFrom, language))
    .replace('{{to}}', formatDay(periodTo, language))
  if (variant === 'annualReport') {
    const year = calendarYear(periodFrom, periodTo)
    return year === null
      ? annual.titles.period.replace('{{period}}', period)
      : annual.titles.year.replace('{{year}}', year)
  }
  if (variant !== 'papers') {
    const when = meetingId === null ? period : formatDay(read(store, 'meetings', meetingId).startsOn, language)
    return annual.titles[variant]
      .replace('{{body}}', () => body)
      .replace('{{when}}', when)
      .slice(0, 200)
  }
  return cover.subject
    .replace('{{kind}}', kind)
    .replace('{{body}}', () => body)
    .replace('{{period}}', period)
    .slice(0, 200)
}
