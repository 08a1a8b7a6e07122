/** Which file of the built renderer answers an address, and the headers it goes out with. Shared by `app://` and the preview. */
import { statSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * The style that React Aria adds to the head so that a press does not scroll on a touch screen. It has no file of
 * its own, so its hash is let through; `test/electron/renderer-files.test.ts` fails when React Aria changes it.
 */
export const reactAriaStyle =
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}'
const reactAriaStyleHash = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='

/**
 * No code or style from anywhere but the app. `style-src-attr` is open because the charts' tooltips and TipTap write
 * style attributes into HTML; an attribute can't load or run anything while every fetch is limited to the app.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${reactAriaStyleHash}'`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), usb=(), serial=(), hid=()',
}

export interface RendererFile {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The file for the path part of an address (`/assets/x.js`, `/visits/3`), or null when there is none. Addresses of
 * screens (no file ending) get `index.html`; nothing outside `folder` is ever named, and no hidden file.
 */
export function rendererFile(folder: string, pathname: string): RendererFile | null {
  const wanted = decode(pathname)
  if (wanted === null) return null
  const root = resolve(folder)
  const ending = extname(wanted)
  const path = ending === '' ? join(root, 'index.html') : resolve(root, `.${wanted}`)
  if (!path.startsWith(root + sep)) return null
  const type = types[extname(path)]
  if (!type || !statSync(path, { throwIfNoEntry: false })?.isFile()) return null
  const keep = wanted.startsWith('/assets/') && ending !== '.html'
  return {
    path,
    headers: {
      ...securityHeaders,
      'Content-Type': type,
      // Files under assets/ carry the hash of their content in their name.
      'Cache-Control': keep ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  }
}

/** The path as text, or null for one that no link of ours has: broken escapes, a way up, NUL, a backslash, a hidden file. */
function decode(pathname: string): string | null {
  try {
    const text = decodeURIComponent(pathname)
    const odd = !text.startsWith('/') || text.includes('\0') || text.includes('\\') || text.includes('/.')
    return odd ? null : text
  } catch {
    return null
  }
}
