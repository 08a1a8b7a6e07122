/** Links out of Fyr go to the user's browser or mail program, after the user has seen the whole address. Checklist 15. */
export interface OutsideWorld {
  /** Shows the address and asks; true when the user wants to go there. */
  readonly confirm: (address: string) => Promise<boolean>
  readonly open: (address: string) => Promise<void>
}

/** The address in its plain form, or null for anything that is not a web page or a mail address. */
export function outsideAddress(address: string): string | null {
  if (address.length > 2000) return null
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:' && url.hostname !== '') return url.href
  // Headers in a mail link can attach files in some mail programs, so only the addressee is kept.
  if (url.protocol === 'mailto:' && /^[^\s@?,%]+@[^\s@?,%]+$/.test(url.pathname)) return `mailto:${url.pathname}`
  return null
}

/** Opens `address` outside Fyr if it is of a kind that may, and the user agrees. True when it was opened. */
export async function openOutside(address: string, world: OutsideWorld): Promise<boolean> {
  const safe = outsideAddress(address)
  if (safe === null || !(await world.confirm(safe))) return false
  await world.open(safe)
  return true
}
