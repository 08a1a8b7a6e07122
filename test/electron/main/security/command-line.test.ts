import { expect } from 'vitest'
import * as rule from '#electron/main/security/command-line.ts'
import { type Attacks, secured } from './secured.ts'

function started(
  { closeCommandLine }: typeof rule,
  given: string[],
  how: { packaged?: boolean; usualHome?: boolean } = {},
) {
  const removed: string[] = []
  const set: string[] = []
  closeCommandLine(
    { removeSwitch: (name) => removed.push(name), appendSwitch: (name, value) => set.push(`${name}=${value ?? ''}`) },
    { arguments: given, packaged: true, usualHome: true, ...how },
  )
  return { removed, set }
}

secured(
  'electron/main/security/command-line.ts',
  rule,
  {
    'a changed shortcut starts Fyr with a switch that opens it': (rule) => {
      const holes =
        'remote-debugging-port remote-debugging-pipe no-sandbox disable-web-security js-flags load-extension ' +
        'host-resolver-rules proxy-server proxy-pac-url ignore-certificate-errors disable-site-isolation-trials ' +
        'renderer-cmd-prefix utility-cmd-prefix gpu-launcher browser-subprocess-path allow-file-access-from-files ' +
        'unsafely-treat-insecure-origin-as-secure auto-open-devtools-for-tabs enable-blink-features disable-features ' +
        'log-net-log ssl-key-log-file user-data-dir password-store remote-allow-origins inspect inspect-brk require'
      for (const name of holes.split(' '))
        for (const part of [`--${name}`, `--${name}=1`, `-${name}`, `/${name}=1`, `--${name.toUpperCase()}=1`])
          expect(started(rule, ['/a/file.fyr', part]).removed).toContain(name)
    },
    'a program on the machine drives the windows of the user’s own desk': (rule) => {
      const given = ['--remote-debugging-port=9222', '--remote-debugging-pipe']
      const names = ['remote-debugging-port', 'remote-debugging-pipe']
      expect(started(rule, given).removed).toEqual(names)
      // Of a desk that was set up for it the windows may be driven: that is how what is packed is tested.
      expect(started(rule, given, { usualHome: false }).removed).toEqual([])
      expect(started(rule, ['--no-sandbox'], { usualHome: false }).removed).toEqual(['no-sandbox'])
    },
    'Chromium itself looks for a server: an update, a dictionary, a proxy, a name to have at hand': (rule) => {
      for (const packaged of [true, false])
        for (const usualHome of [true, false])
          expect(started(rule, ['--host-resolver-rules=x'], { packaged, usualHome }).set).toEqual([
            'host-resolver-rules=MAP * ~NOTFOUND',
            'no-proxy-server=',
          ])
    },
    'a machine that draws badly can’t be helped any more, nor can Fyr be tested': (rule) => {
      const drawn =
        '--disable-gpu --force-device-scale-factor=2 --force-high-contrast --force-prefers-reduced-motion --gtk-version=4 ' +
        '--ozone-platform=wayland --ozone-platform-hint=auto'
      expect(started(rule, drawn.split(' ')).removed).toEqual([])
      expect(started(rule, ['--inspect=0', '--remote-debugging-port=0'], { packaged: false }).removed).toEqual([])
      expect(started(rule, ['file.fyr', '']).removed).toEqual([])
    },
  } satisfies Attacks<typeof rule>,
  {
    mutants: [
      [/^ {2}'[\w-]+',\n/gm, ''],
      ['MAP * ~NOTFOUND', 'MAP * ~NOTFOUND, EXCLUDE evil.example'],
      ["'remote-debugging-pipe'", "'no-sandbox'"],
      ['--?|', '--|'],
      ['|\\/', ''],
    ],
  },
)
