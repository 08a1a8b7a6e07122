/** Links out of Fyr go to the user's browser or mail program, after the user has seen the whole address. Checklist 15. */
interface OutsideWorld {
  /** Shows the address and asks; true when the user wants to go there. */
  readonly confirm: (address: string) => Promise<boolean>
  readonly open: (address: string) => Promise<void>
}

/** The address in its plain form, or null for anything that is not a web page or a mail address. */
function outsideAddress(address: string): string | null {
  if (address.length > 2000) return null
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:') return url.href
  // Headers in a mail link can attach files in some mail programs, so only the addressee is kept.
  if (url.protocol === 'mailto:' && /^[^\s@?,%]+@[^\s@?,%]+$/.test(url.pathname)) return `mailto:${url.pathname}`
  return null
}

/**
 * Gives what opens an address outside Fyr if it is of a kind that may, and the user agrees; true when it was opened. While one question
 * stands no other is asked, so that no page can tire the user out.
 */
export function linkOpener(world: OutsideWorld): (address: string) => Promise<boolean> {
  let asking = false
  return async (address) => {
    const safe = outsideAddress(address)
    if (safe === null || asking) return false
    asking = true
    const agreed = await world.confirm(safe).finally(() => {
      asking = false
    })
    if (agreed) await world.open(safe)
    return agreed
  }
}
