/** Pictures of people in a Word document: the partnership's logo, and attachments bound in. */

import { ImageRun, Paragraph } from 'docx'
import { imageSize } from 'image-size'
import type { DocumentFiles } from '../bound-attachments.ts'
import { cleanLine } from '../clean-text.ts'
import type { HouseStyle } from '../look.ts'

/** A paragraph with a picture: the library must see it when it packs the picture's bytes. */
export class Picture extends Paragraph {}

/** In pixels at 96 to the inch. */
interface Room {
  readonly width: number
  readonly height: number
}
/** 60 × 25 mm. */
const logoRoom: Room = { width: 227, height: 94 }
const twipsPerPixel = 15

/**
 * As large as the room allows and no larger than `most` times the picture's own pixels, its proportions kept.
 */
export function fitted(own: Room, room: Room, most: number): Room {
  const scale = Math.min(room.width / own.width, room.height / own.height, most)
  return { width: Math.max(1, Math.round(own.width * scale)), height: Math.max(1, Math.round(own.height * scale)) }
}

interface Shown {
  readonly sha256: string
  readonly mime: string
  readonly title: string
  /** What the picture shows. */
  readonly alt: string
}

/** A picture in a paragraph of its own, held on the page of what follows where `keepNext` says so. @throws Error where its bytes did not come. */
export function picture(
  { sha256, mime, title, alt }: Shown,
  files: DocumentFiles,
  { room, most = 2, keepNext = false }: { readonly room: Room; readonly most?: number; readonly keepNext?: boolean },
): Picture {
  const data = bytesOf(sha256, files)
  return new Picture({
    keepNext,
    spacing: { before: 0, after: 120 },
    children: [
      new ImageRun({
        type: mime === 'image/png' ? 'png' : 'jpg',
        data,
        transformation: fitted(sizeOf(data), room, most),
        altText: { name: cleanLine(title), title: cleanLine(title), description: cleanLine(alt) },
      }),
    ],
  })
}

/** The logo at the top of the cover, and its height in twips. */
export function logoPicture(
  logo: { readonly sha256: string; readonly mime: string; readonly altText: string | null },
  partnership: string,
  files: DocumentFiles,
): { readonly block: Picture; readonly height: number } {
  const { height } = fitted(sizeOf(bytesOf(logo.sha256, files)), logoRoom, 1)
  const alt = logo.altText ?? partnership
  const block = picture({ ...logo, title: partnership, alt }, files, { room: logoRoom, most: 1 })
  return { block, height: height * twipsPerPixel }
}

/** The logo above a paper's head, where the partnership has one. */
export function logoAbove({ look, files }: HouseStyle, partnership: string): Picture[] {
  return look.logo === null ? [] : [logoPicture(look.logo, partnership, files).block]
}

function bytesOf(sha256: string, files: DocumentFiles): Uint8Array {
  const data = files.get(sha256)
  if (data === undefined) throw new Error(`the picture ${sha256} did not come with the snapshot`)
  return data
}

function sizeOf(data: Uint8Array): Room {
  const { width, height } = imageSize(data)
  return { width, height }
}
