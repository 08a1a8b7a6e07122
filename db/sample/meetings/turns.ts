/** What befalls a meeting beside its ordinary course. */
export interface Turn {
  /** One member reports absence beforehand and a deputy serves. */
  readonly absent?: boolean
  readonly late?: boolean
  readonly leavesEarly?: boolean
  /** A member is disqualified in the first matter, and a deputy takes the place in it. */
  readonly conflict?: boolean
  readonly postpones?: boolean
  readonly confidential?: boolean
  readonly secretElection?: boolean
  readonly castingVote?: boolean
  /** The first matter is voted on against another proposal; somebody dissents. */
  readonly split?: boolean
  /** With a split: names are read out where abstaining is allowed, and a note to the minutes follows. */
  readonly named?: boolean
  /** With a split: the votes are first written down wrong, and an adjuster sends the minutes back. */
  readonly miscounted?: boolean
  readonly corrects?: boolean
  readonly escalates?: boolean
  readonly remote?: boolean
}

const turns: readonly Turn[] = [
  { absent: true, late: true, split: true, named: true },
  { absent: true, leavesEarly: true, conflict: true, postpones: true, corrects: true, escalates: true },
  { absent: true, confidential: true, secretElection: true },
  { castingVote: true, late: true },
  { absent: true, split: true, miscounted: true },
]

/** The turn of an ordinary meeting, counted back from the newest: five in a row hold everything. */
export function turnOf(back: number): Turn {
  return turns[back % turns.length] ?? {}
}
