/** The type of a photo by its first bytes (JPEG, PNG, WebP, HEIC); null for anything else, whatever its name says. */
export function photoMime(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  // ISO base media: the brand after `ftyp` tells a HEIC from a film.
  if (head.slice(4, 8) === 'ftyp' && /^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(head.slice(8, 12)))
    return 'image/heic'
  return null
}
