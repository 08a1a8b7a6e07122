/** How text looks by what Word says of it: its own properties, those of its styles, and those of the document. */
import { colourOf, mixed } from '../contrast.ts'
import type { XmlCursor } from '../xml.ts'

/** What is said of a run; what is not said comes from around it. */
export interface TextLook {
  style?: string
  /** `null`: left to Word, which writes what can be read on the ground. */
  colour?: string | null
  /** Half points. */
  size?: number
  bold?: boolean
  font?: string
  language?: string
  /** The ground behind it; `null` where it is said to have none. */
  ground?: string | null
  hidden?: boolean
}

/** Word's pens (ECMA-376 part 1, 17.18.40). */
const highlights: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGray: '808080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  green: '00FF00',
  lightGray: 'C0C0C0',
  magenta: 'FF00FF',
  red: 'FF0000',
  white: 'FFFFFF',
  yellow: 'FFFF00',
}

const isOn = (value: string | undefined) => value === undefined || !/^(0|false|off|none)$/.test(value)

/** The ground that a `w:shd` gives; null where it gives none. */
export function groundOf(cursor: XmlCursor): string | null {
  const fill = colourOf(cursor.attribute('w:fill'))
  const pattern = cursor.attribute('w:val') ?? 'clear'
  const front = colourOf(cursor.attribute('w:color')) ?? '000000'
  if (pattern === 'solid') return front
  const share = /^pct(\d+)$/.exec(pattern)?.[1]
  if (share !== undefined) return mixed(front, fill ?? 'FFFFFF', Number(share) / 100)
  return fill ?? null
}

/** Reads a `w:rPr` that has just been opened, to its end. `themeFont` gives the font behind a name of the theme. */
export function readLook(cursor: XmlCursor, themeFont: (name: string) => string | undefined): TextLook {
  const look: TextLook = {}
  for (const name of cursor.inside()) {
    const value = cursor.attribute('w:val')
    switch (name) {
      case 'w:rPrChange':
        cursor.skip()
        break
      case 'w:rStyle':
        if (value !== undefined) look.style = value
        break
      case 'w:color':
        look.colour = colourOf(value) ?? null
        break
      case 'w:sz':
        if (Number(value) > 0) look.size = Number(value)
        break
      case 'w:b':
        look.bold = isOn(value)
        break
      case 'w:vanish':
        look.hidden = isOn(value)
        break
      case 'w:lang':
        if (value !== undefined) look.language = value
        break
      case 'w:shd':
        look.ground ??= groundOf(cursor)
        break
      case 'w:highlight':
        if (value !== undefined) look.ground = highlights[value] ?? null
        break
      case 'w:rFonts': {
        const theme = cursor.attribute('w:asciiTheme') ?? cursor.attribute('w:hAnsiTheme')
        const font = theme === undefined ? undefined : themeFont(theme)
        const named = font ?? cursor.attribute('w:ascii') ?? cursor.attribute('w:hAnsi')
        if (named) look.font = named
        break
      }
    }
  }
  return look
}
