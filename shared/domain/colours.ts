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
