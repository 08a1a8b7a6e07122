/**
 * How a partnership's documents look: one accent colour with its tints, and a typeface. Documents are made in Fyr's own; where the
 * partnership has chosen another, the values are exchanged in the finished XML, in attributes that hold a colour or a typeface and
 * nowhere else: what people wrote stays as it is.
 */
import { mixedWithWhite, readableOnTint } from '../domain/colours.ts'
import { type DocumentFont, plainLook } from '../domain/records/partnership.ts'
import { type DocumentFiles, noFiles } from './bound-attachments.ts'
import type { Parts } from './settle-zip.ts'
import type { Snapshot } from './snapshot.ts'
import { colours, font as ownFont, sizeIn } from './word/styles.ts'

export interface DocumentLook {
  /** `#RRGGBB`; null = Fyr's blue. */
  readonly accentColour: string | null
  readonly font: DocumentFont
}
export const ownLook: DocumentLook = { accentColour: plainLook.accentColour, font: plainLook.documentFont }

/** What a paper that is frozen without a look comes in: the partnership's look of today, and the bytes of its logo. */
export interface HouseStyle {
  readonly look: NonNullable<Snapshot['look']>
  readonly files: DocumentFiles
}
export const ownStyle: HouseStyle = { look: { ...ownLook, logo: null }, files: noFiles }

/** The look that a package was frozen with; older packages look as Fyr's do. */
export function lookOfSnapshot({ look }: Pick<Snapshot, 'look'>): DocumentLook {
  return look ?? ownLook
}

/** Share of the accent in the head of a table, in a hairline, and in what stands beside the accent in charts: as in Fyr's own blue. */
const tints = { headFill: 0.1, line: 0.25, soft: 0.4 } as const

type Exchange = (text: string) => string
const asItIs: Exchange = (text) => text

/** Exchanges the colours in the XML of a document or workbook. */
export function recoloured({ accentColour }: DocumentLook): Exchange {
  if (accentColour === null) return asItIs
  const accent = readableOnTint(accentColour, tints.headFill)
  const bare = (colour: string) => colour.slice(1)
  const instead = new Map<string, string>([
    [colours.accent, bare(accent)],
    [colours.headFill, bare(mixedWithWhite(accent, tints.headFill))],
    [colours.line, bare(mixedWithWhite(accent, tints.line))],
    [colours.soft, bare(mixedWithWhite(accent, tints.soft))],
  ])
  const own = [...instead.keys()]
  // Quotes are escaped in text, so that what people wrote never looks like one of these attributes.
  const pattern = new RegExp(
    `( w:fill="| w:color="|<w:color w:val="|<a:srgbClr val="| rgb="(?:FF)?)(${own.join('|')})(?=")`,
    'g',
  )
  return (text) =>
    own.some((colour) => text.includes(colour))
      ? text.replace(pattern, (_, before: string, colour: string) => `${before}${instead.get(colour) ?? colour}`)
      : text
}

const ownFontPattern = new RegExp(
  `( w:(?:ascii|hAnsi|cs|eastAsia)="|<a:(?:latin|ea|cs) typeface="|<(?:name|rFont) val=")${ownFont}(?: Light)?(?=")`,
  'g',
)
/** The parts that name colours and typefaces beside a document's body, which is dressed as it is put together. */
const lookParts = /^(word\/(styles|numbering|header\d+|footer\d+)|xl\/styles|(word|xl)\/(charts|theme)\/[^/]+)\.xml$/

/** Puts the look into the styles, heads, feet and charts of an unpacked document or workbook. */
export function dressParts(parts: Parts, look: DocumentLook): void {
  if (look.accentColour === null && look.font === ownFont) return
  const recolour = recoloured(look)
  for (const [name, xml] of parts) {
    if (!lookParts.test(name) || typeof xml !== 'string') continue
    const coloured = recolour(xml)
    parts.set(name, look.font === ownFont ? coloured : inFont(coloured, look.font))
  }
}

/** Sizes stand in the styles of Word documents alone: no run has one of its own. */
function inFont(xml: string, font: DocumentFont): string {
  return xml
    .replace(ownFontPattern, (_, before: string) => before + font)
    .replace(
      /(<w:sz(?:Cs)? w:val=")(\d+)/g,
      (_, before: string, size: string) => `${before}${sizeIn(font, Number(size))}`,
    )
}
