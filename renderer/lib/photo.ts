/** What a chosen file becomes before it is sent to be stored. */

/** Longest side of a stored photo, in pixels. */
export const longestSide = 2400
const quality = 0.85
const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']

export interface Prepared {
  readonly kind: 'photo' | 'file'
  readonly fileName: string
  readonly mime: string
  readonly bytes: Blob
}

/** The size a picture gets: its own, or scaled so that the longer side is `longestSide`. */
export function scaledSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * A photo is drawn anew as JPEG, at most `longestSide` pixels. That also drops what the camera wrote into it: place, time,
 * device. A small PNG (a screenshot) stays as it is. What can't be drawn is stored as a file, unchanged.
 */
export async function prepare(file: File): Promise<Prepared> {
  const asFile: Prepared = {
    kind: 'file',
    fileName: file.name,
    mime: file.type || 'application/octet-stream',
    bytes: file,
  }
  if (!pictures.includes(file.type)) return asFile
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return asFile
  const size = scaledSize(picture.width, picture.height)
  if (file.type === 'image/png' && size.width === picture.width) {
    picture.close()
    return { ...asFile, kind: 'photo' }
  }
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const pen = canvas.getContext('2d')
  if (pen) {
    // JPEG knows no transparency; it would come out black.
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, size.width, size.height)
    pen.drawImage(picture, 0, 0, size.width, size.height)
  }
  picture.close()
  const bytes = pen && (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality)))
  if (!bytes) return asFile
  return { kind: 'photo', fileName: `${file.name.replace(/\.[^.]+$/, '')}.jpg`, mime: 'image/jpeg', bytes }
}

/** The bytes as base64, without the `data:` head. */
export function base64Of(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(bytes)
  })
}

/** A blob of base64 text, for showing. */
export function blobOf(base64: string, mime: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: mime })
}
