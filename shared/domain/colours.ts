/**
 * Contrast of a colour with white, 1–21 (WCAG 2.2, "contrast ratio").
 *
 * @param colour `#RRGGBB`.
 */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/** Text of documents must have at least this contrast with white paper (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5

/**
 * A colour thinned with white.
 *
 * @param colour `#RRGGBB`. @param share of the colour, 0–1.
 */
export function mixedWithWhite(colour: string, share: number): string {
  return withParts(colour, (part) => part * share + 255 * (1 - share))
}

/**
 * The colour itself where text in it can be read on its own tint as well as on white; else the nearest darker one that can.
 *
 * @param colour `#RRGGBB`. @param share of the colour in the tint, 0–1.
 */
export function readableOnTint(colour: string, share: number): string {
  for (let kept = 100; kept > 0; kept -= 1) {
    const darker = withParts(colour, (part) => (part * kept) / 100)
    const onWhite = contrastWithWhite(darker)
    if (onWhite / contrastWithWhite(mixedWithWhite(darker, share)) >= leastContrast) return darker
  }
  return '#000000'
}

function withParts(colour: string, change: (part: number) => number): string {
  const parts = [1, 3, 5].map((at) => Math.round(change(Number.parseInt(colour.slice(at, at + 2), 16))))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}
