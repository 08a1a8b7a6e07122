/** The one origin of Fyr's own pages. */
export const scheme = 'app'
export const host = 'fyr'
export const origin = `${scheme}://${host}`

/** True for `app://fyr/…` alone; `app://fyr.evil/`, `app://fyr@evil/` and the like are not ours. */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null && url.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === ''
  )
}
