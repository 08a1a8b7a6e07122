/**
 * Hybrid logical clock: `2026-11-22T06:05:00.000Z-0000-1a2b3c4d` = instant, counter in base 36, device. Stamps sort as
 * plain text, never repeat, and never go back when the wall clock does.
 */
export interface StampClock {
  /** The eight hexadecimal digits that its stamps end with. */
  readonly device: string
  /** The next stamp, later than every one given or seen. */
  next(): string
  /** Makes later stamps come after this one. */
  saw(stamp: string): void
}

/** The UTC instant in a stamp, `2026-11-22T06:05:00.000Z`. */
export function instantOf(stamp: string): string {
  return stamp.slice(0, 24)
}

/** A clock of one device (eight hexadecimal digits) that goes on after `last`, the newest stamp of the file. `now` gives UTC ISO instants. */
export function createStampClock(now: () => string, device: string, last = ''): StampClock {
  let instant = instantOf(last)
  let counter = last === '' ? -1 : Number.parseInt(last.slice(25, 29), 36)
  return {
    device,
    next() {
      const wall = now()
      if (wall > instant) {
        instant = wall
        counter = 0
      } else {
        counter += 1
        if (counter >= 36 ** 4) {
          instant = new Date(Date.parse(instant) + 1).toISOString()
          counter = 0
        }
      }
      return `${instant}-${counter.toString(36).padStart(4, '0')}-${device}`
    },
    saw(stamp) {
      if (instantOf(stamp) > instant) {
        instant = instantOf(stamp)
        counter = Number.parseInt(stamp.slice(25, 29), 36)
      } else if (instantOf(stamp) === instant) counter = Math.max(counter, Number.parseInt(stamp.slice(25, 29), 36))
    },
  }
}
