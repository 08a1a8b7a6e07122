/** Attachments that a package binds in: pictures stand in the Word file, other files lie beside it in a folder. */
import type { PaperItem } from './meeting-paper.ts'
import type { Snapshot } from './snapshot.ts'

/** Bytes of the files that documents show, by their hash: they come beside the snapshot. */
export type DocumentFiles = ReadonlyMap<string, Uint8Array>
export const noFiles: DocumentFiles = new Map()

export type PaperAttachment = PaperItem['attachments'][number]
type BoundAttachment = PaperAttachment & { readonly file: NonNullable<PaperAttachment['file']> }
type BoundPicture = BoundAttachment & {
  readonly file: { readonly pixels: NonNullable<BoundAttachment['file']['pixels']> }
}

/** Attachments of all of a package's bound files together, at most: an archive of more cannot be sent. In bytes. */
export const mostBound = 150 * 1024 * 1024

/** True where the package is to bind its attachments in: its layout says so and has a place for them. */
export function bindsAttachments({ layout }: Pick<Snapshot, 'layout'>): boolean {
  return layout?.attachments === 'bound' && layout.sections.some(({ section }) => section === 'attachments')
}

/** The attachments of the meeting's items whose files go with the package; none in a package that lists them. */
export function boundAttachments(snapshot: Pick<Snapshot, 'layout' | 'meeting'>): BoundAttachment[] {
  if (!bindsAttachments(snapshot)) return []
  const all = snapshot.meeting?.items.flatMap(({ attachments }) => attachments) ?? []
  return all.filter((one): one is BoundAttachment => one.file !== undefined)
}

/** True for what stands in the Word file itself. */
export function isPicture(attachment: PaperAttachment): attachment is BoundPicture {
  return attachment.file?.pixels !== undefined
}

/** Hashes of the files that the Word file shows: the logo and the bound pictures, each with what it is called (null = the logo). */
export function shownFiles(snapshot: Snapshot): { readonly sha256: string; readonly title: string | null }[] {
  const logo = snapshot.look?.logo ?? null
  return [
    ...(logo === null ? [] : [{ sha256: logo.sha256, title: null }]),
    ...boundAttachments(snapshot)
      .filter(isPicture)
      .map(({ title, file }) => ({ sha256: file.sha256, title })),
  ]
}

/**
 * Name of an attachment's file in its folder, `1 Title.pdf`: without what a file system does not take. Short enough for a path of
 * Windows.
 */
export function boundFileName({ no, title, fileName }: Pick<PaperAttachment, 'no' | 'title' | 'fileName'>): string {
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(fileName)?.[0] ?? ''
  const clean = (text: string) =>
    text
      .normalize('NFC')
      .replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const name = clean(title)
  const stem = name.toLowerCase().endsWith(extension.toLowerCase())
    ? name.slice(0, name.length - extension.length)
    : name
  const short = [...stem]
    .slice(0, 60)
    .join('')
    .replace(/[\s.]+$/, '')
  return `${`${no} ${short}`.trim()}${extension}`
}
