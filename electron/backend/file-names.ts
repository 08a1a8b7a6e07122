import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name that every file system takes and that stays in its folder: no folders, control characters, characters that
 * Windows refuses, leading or trailing dots, or names of devices. At most 120 characters and 180 bytes, ending kept. Never empty.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = [...last]
    .filter((character) => !/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/u.test(character))
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = extname(clean).slice(0, 12)
  const characters = [...basename(clean, extname(clean))].slice(0, 120 - ending.length)
  // File systems count bytes, 255 of them at most; numbers and journals add to the name.
  while (Buffer.byteLength(characters.join('') + ending) > 180) characters.pop()
  const stem = characters.join('').trimEnd()
  if (stem === '') return `Fyr${ending}`
  return reserved.test(stem.split('.')[0] ?? '') ? `_${stem}${ending}` : `${stem}${ending}`
}

/** A path in `folder` for this name that no file has yet: `Report.docx`, `Report (2).docx` … */
export function freePath(folder: string, name: string): string {
  const safe = safeFileName(name)
  const ending = extname(safe)
  const stem = basename(safe, ending)
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? safe : `${stem} (${number})${ending}`)
    if (!existsSync(path)) return path
  }
}
