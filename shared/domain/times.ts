export const minutesADay = 1440

/** Minutes from midnight to a time of day `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
