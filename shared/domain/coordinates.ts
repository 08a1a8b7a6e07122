import { type Checked, good, refusal } from './checked.ts'

export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
  readonly accuracyM: number
}

const metresPerDegree = 111_000
/** `59.2839, 11.1097`, `59,2839 11,1097`, `59.2839° N 11.1097° E`. A point between digits, or a comma where a blank parts the two. */
const pair = /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*°?\s*N?\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*[EØÖ]?\s*$/iu

/**
 * Coordinates as people type or paste them: latitude first, decimal degrees. The accuracy is what the decimals say:
 * four are about eleven metres. Empty text gives null.
 */
export function parseCoordinates(text: string): Checked<Coordinates | null> {
  if (text.trim() === '') return good(null)
  const match = pair.exec(text)
  if (!match?.[1] || !match[2]) return refusal('badCoordinates')
  const [latitude, longitude] = [Number(match[1].replace(',', '.')), Number(match[2].replace(',', '.'))]
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return refusal('badCoordinates')
  const decimals = Math.min(decimalsOf(match[1]), decimalsOf(match[2]))
  return good({ latitude, longitude, accuracyM: Math.round(metresPerDegree / 10 ** decimals) })
}

function decimalsOf(number: string): number {
  return number.split(/[.,]/)[1]?.length ?? 0
}
