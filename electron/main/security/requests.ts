import type { Session } from 'electron'
import { isOurAddress, origin } from './our-origin.ts'

export type RequestingSession = Pick<Session, 'setSpellCheckerDictionaryDownloadURL'> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>
}

/**
 * No request leaves Fyr: what a page asks for is a file of Fyr's own, or a picture that the page itself has made. The content policy says
 * the same within the page; this holds where it is forgotten. Checklist 1.
 */
export function refuseRequests(session: RequestingSession): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayAsk(url) }))
  // Chromium itself would fetch dictionaries from a server of Google's, past the rule above. At our own address there are none.
  session.setSpellCheckerDictionaryDownloadURL(`${origin}/dictionaries/`)
}

function mayAsk(address: string): boolean {
  return isOurAddress(address) || address.startsWith(`blob:${origin}/`)
}
