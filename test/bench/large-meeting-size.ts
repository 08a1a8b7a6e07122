/** The meeting that the rows about meetings open: what it holds, and the body it is found by. */
export const largeMeeting = { bodyName: 'Storforum', items: 60, people: 40 } as const
export type LargeMeeting = typeof largeMeeting
