/** What Fyr is made of, as `npm run notices` gathers it and About shows it. */
export interface Notice {
  readonly name: string
  readonly version: string
  /** SPDX expression; of alternatives the one chosen. */
  readonly licence: string
  /** Places in `Notices.texts`. */
  readonly texts: readonly number[]
}
export interface Notices {
  readonly packages: readonly Notice[]
  /** Each text once, however many packages bring it. */
  readonly texts: readonly string[]
}
