/** The files of a board package: made from its snapshots, each format and edition once, several of them in one archive. */
import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { problem } from '#shared/contract/problem.ts'
import { noFiles } from '#shared/documents/bound-attachments.ts'
import { completeSnapshot } from '#shared/documents/older-snapshot.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import type { BoardPackage, PackageFile, PackageFormat } from '#shared/domain/records/board-package.ts'
import type { PackageEdition } from '#shared/domain/records/package-template.ts'
import { translator } from '#shared/i18n/translator.ts'
import { filesBeside, shownFilesOf } from './bound-attachments.ts'
import type { Context } from './context.ts'
import { safeFileName } from './files.ts'
import type { Job } from './jobs.ts'
import type { ExemptTexts } from './rendering.ts'
import { textsOfItems, textsOfVisits } from './repositories/exempt-texts.ts'
import { readBlob } from './repositories/packages.ts'
import { documentWords } from './snapshots.ts'
import { find, read, type Store } from './store.ts'

export interface MadeFile {
  readonly edition: PackageEdition
  readonly format: PackageFormat
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Of a PDF the Word file that it was made of; null where it was not made now. */
  readonly madeOf?: Uint8Array | null
}
export interface Wanted {
  readonly formats: readonly PackageFormat[]
  readonly editions: readonly PackageEdition[]
}
type Named = Pick<BoardPackage, 'language' | 'variant' | 'periodFrom' | 'periodTo' | 'version'>
type Report = (share: number, step: string) => void

/**
 * A package with the snapshot it was made from, checked against its hash.
 *
 * @param edition `public` = what may be shown to anybody; the package itself where it holds nothing confidential.
 * @throws ProblemError `notFound`; `damagedFile` where the snapshot is gone or is not what was kept.
 */
export function openPackage(
  store: Store,
  id: string,
  edition: PackageEdition = 'full',
): { package: BoardPackage & { bodyName: string }; snapshot: Snapshot } {
  const made = read(store, 'packages', id)
  const sha256 = edition === 'public' ? (made.publicSha256 ?? made.snapshotSha256) : made.snapshotSha256
  const bytes = readBlob(store, sha256)
  if (!bytes || sha256Of(bytes) !== sha256) {
    throw problem('damagedFile', 'problems.snapshotDamaged', { version: made.version })
  }
  return {
    package: { ...made, bodyName: find(store, 'bodies', made.bodyId)?.name ?? '' },
    snapshot: completeSnapshot(JSON.parse(bytes.toString('utf8')) as Snapshot),
  }
}

/** The editions that differ: a package without anything confidential is its own public edition. */
export function editionsOf(
  { publicSha256 }: Pick<BoardPackage, 'publicSha256'>,
  editions: readonly PackageEdition[],
): readonly PackageEdition[] {
  return publicSha256 === null ? ['full'] : [...new Set(editions)]
}

/**
 * Makes the files asked for, in the order of editions, then formats. PDF is made of the Word file, which is then made once.
 *
 * @throws ProblemError `unavailable` where PDF is asked for and nothing here makes it; `cancelled`; those of `openPackage`.
 */
export async function makeFiles(
  { store, rendering, pdf }: Pick<Context, 'store' | 'rendering' | 'pdf'>,
  id: string,
  wanted: Wanted,
  report: Report,
  signal: AbortSignal,
): Promise<MadeFile[]> {
  if (wanted.formats.includes('pdf') && pdf.means() === null) throw problem('unavailable', 'problems.noPdf')
  const editions = editionsOf(read(store, 'packages', id), wanted.editions)
  const formats = [...new Set(wanted.formats)]
  const opened = editions.map((edition) => ({ edition, ...openPackage(store, id, edition) }))
  const made: MadeFile[] = []
  const whole = opened.length * formats.length
  for (const { edition, package: record, snapshot } of opened) {
    let word: Uint8Array | null = null
    const shown = formats.some((format) => format !== 'xlsx') ? shownFilesOf(store, snapshot) : noFiles
    const render = (format: 'docx' | 'xlsx') =>
      rendering.render(
        snapshot,
        format,
        (share, step) => report((made.length + share) / whole, step),
        signal,
        format === 'docx' ? shown : noFiles,
      )
    for (const format of formats) {
      let bytes: Uint8Array
      if (format === 'xlsx') bytes = await render('xlsx')
      else {
        word ??= await render('docx')
        if (format === 'pdf') report(made.length / whole, 'pdf')
        bytes = format === 'docx' ? word : await pdf.convert(word, signal)
      }
      const fileName = fileNameOf(record, snapshot, format, edition)
      made.push({ edition, format, fileName, bytes, madeOf: format === 'pdf' ? word : null })
    }
  }
  return made
}

/** `Styrepakke Styret 2026-01-01–2026-06-30 v3.docx`; the public edition of a package that holds more says so. */
export function fileNameOf(
  made: Named & Pick<BoardPackage, 'publicSha256'>,
  { body }: Pick<Snapshot, 'body'>,
  format: PackageFormat,
  edition: PackageEdition = 'full',
): string {
  const t = translator(made.language)
  const isPart = edition === 'public' && made.publicSha256 !== null
  const said = isPart ? `, ${t('codes.packageEdition.public').toLowerCase()}` : ''
  return safeFileName(`${stemOf(made, body.name)}${said}.${format}`)
}

/** What several files of a package are packed as. */
export function archiveNameOf(made: Named, { body }: Pick<Snapshot, 'body'>): string {
  return safeFileName(`${stemOf(made, body.name)}.zip`)
}

function stemOf({ language, variant, periodFrom, periodTo, version }: Named, bodyName: string): string {
  const kind =
    variant === 'papers' ? documentWords(language).kind : translator(language)(`codes.packageVariant.${variant}`)
  return `${kind} ${bodyName} ${periodFrom}–${periodTo} v${version}`
}

/** The kept files of a sent package, in the order they were made. @throws ProblemError `damagedFile` where bytes are gone or changed. */
export function keptFiles(store: Store, files: readonly PackageFile[]): MadeFile[] {
  return files.map(({ edition, format, fileName, sha256 }) => {
    const bytes = readBlob(store, sha256)
    if (!bytes || sha256Of(bytes) !== sha256)
      throw problem('damagedFile', 'problems.packageFileDamaged', { file: fileName })
    return { edition, format, fileName, bytes: new Uint8Array(bytes) }
  })
}

/** A file that lies beside a package's documents; `path` within the folder of the package, parted by `/`. */
export interface FileBeside {
  readonly edition: PackageEdition
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * The attachments that go with the documents made: those of each edition that has a Word file or a PDF, in the folder that they tell of.
 *
 * @throws ProblemError `damagedFile` where one is missing in the file.
 */
export function besideFiles(store: Store, id: string, made: readonly MadeFile[]): FileBeside[] {
  const editions = new Set(made.filter(({ format }) => format !== 'xlsx').map(({ edition }) => edition))
  return [...editions].flatMap((edition) => {
    const { snapshot } = openPackage(store, id, edition)
    const folder = translator(snapshot.language)('documents.meetings.bound.folder')
    return filesBeside(store, snapshot).map(({ name, bytes }) => ({ edition, path: `${folder}/${name}`, bytes }))
  })
}

/**
 * Every file of a package by its path: documents, and attachments in their folder. Where several editions have attachments each has a
 * folder of its own, so that its attachments lie beside its documents.
 */
export function filePaths(
  files: readonly MadeFile[],
  beside: readonly FileBeside[],
  language: BoardPackage['language'],
): [path: string, bytes: Uint8Array][] {
  const apart = beside.length > 0 && new Set(files.map(({ edition }) => edition)).size > 1
  const t = translator(language)
  const under = (edition: PackageEdition, path: string) =>
    apart ? `${safeFileName(t(`codes.packageEdition.${edition}`))}/${path}` : path
  return [
    ...files.map(({ edition, fileName, bytes }): [string, Uint8Array] => [under(edition, fileName), bytes]),
    ...beside.map(({ edition, path, bytes }): [string, Uint8Array] => [under(edition, path), bytes]),
  ]
}

/** One file as it is; several in a zip archive named as the package is. Word and Excel are packed already and are stored. */
export function bundled(
  files: readonly MadeFile[],
  archiveName: string,
  beside: readonly FileBeside[] = [],
  language: BoardPackage['language'] = 'nb',
): { name: string; kind: PackageFormat | 'zip'; bytes: Uint8Array } {
  const [first, ...others] = files
  if (first === undefined) throw new Error('a bundle of no files')
  if (others.length + beside.length === 0) return { name: first.fileName, kind: first.format, bytes: first.bytes }
  const entries = Object.fromEntries(filePaths(files, beside, language))
  // The first day that a zip can tell: the same files give the same archive.
  return { name: archiveName, kind: 'zip', bytes: zipSync(entries, { level: 0, mtime: '1980-01-01T00:00:00' }) }
}

/** Hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * What readers could not use in each of the files, and what in it is exempt from disclosure. A PDF is looked at by the Word file that it was
 * made of, where that is not among them itself.
 *
 * @throws ProblemError `cancelled`.
 */
export async function findingsOf(
  { store, rendering }: Pick<Context, 'store' | 'rendering'>,
  id: string,
  files: readonly MadeFile[],
  signal: AbortSignal,
): Promise<Job['findings']> {
  const made = read(store, 'packages', id)
  const found: Job['findings'] = []
  for (const { edition, format, fileName, bytes, madeOf } of files) {
    const asWord = format === 'pdf' && !files.some((one) => one.edition === edition && one.format === 'docx')
    const looked =
      format !== 'pdf' ? { bytes, format } : asWord && madeOf ? { bytes: madeOf, format: 'docx' as const } : null
    if (looked === null) continue
    const findings = await rendering.check(looked.bytes, looked.format, exemptTexts(store, made, edition), signal)
    found.push({ fileName, findings })
  }
  return found
}

/** What an edition of a package may not say: items that are exempt, where it is not the closed one, and what visits keep to themselves. */
function exemptTexts(store: Store, made: BoardPackage, edition: PackageEdition): ExemptTexts {
  const visits = textsOfVisits(store, made.periodFrom, made.periodTo)
  const items = textsOfItems(store, made.bodyId, made.meetingId)
  const isClosed = made.withConfidential && edition === 'full'
  return {
    texts: isClosed ? visits.secret : [...visits.secret, ...items.secret],
    open: [...visits.open, ...items.open, ...(isClosed ? items.secret : [])],
  }
}
