/** Contrast of two colours as WCAG 2.2 reckons it (relative luminance, SC 1.4.3). Colours are six hexadecimal digits. */

/** 1 (none) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** What text needs on its ground: less where it is large (18 points, or 14 bold). */
export function neededContrast(points: number, bold: boolean): number {
  return points >= 18 || (bold && points >= 14) ? 3 : 4.5
}

/** Six digits in upper case, or undefined for what names no colour (`auto`). */
export function colourOf(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : undefined
}

/** A pattern of `share` (0–1) of the first colour on the second, as the eye sees it. */
export function mixed(front: string, back: string, share: number): string {
  return [0, 2, 4]
    .map((at) => {
      const [a, b] = [front, back].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
      return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
        .toString(16)
        .padStart(2, '0')
    })
    .join('')
    .toUpperCase()
}

/** Documents have few colours and many runs. */
const luminances = new Map<string, number>()

function luminance(colour: string): number {
  const known = luminances.get(colour)
  if (known !== undefined) return known
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const light = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  if (luminances.size < 1000) luminances.set(colour, light)
  return light
}
