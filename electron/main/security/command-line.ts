import type { CommandLine } from 'electron'

/** Switches that change how Fyr is drawn, for machines where it is drawn badly. */
const harmless: ReadonlySet<string> = new Set([
  'disable-gpu',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-prefers-reduced-motion',
  'gtk-version',
  'ozone-platform',
  'ozone-platform-hint',
])
/** They let another program on the machine drive Fyr's windows. */
const debugging: ReadonlySet<string> = new Set(['remote-debugging-port', 'remote-debugging-pipe'])

interface Start {
  readonly arguments: readonly string[]
  /** What was packed takes no switch that opens it; the project's own Electron takes them for its tests. */
  readonly packaged: boolean
  /** True for the folder where the user's own desk lies, false for another that FYR_HOME names. */
  readonly usualHome: boolean
}

/**
 * Takes away every switch of Chromium's that is not known to be harmless, before Electron is ready, and lets Chromium find no server by any
 * name, address or proxy. As in Chrome, a window can be driven from outside only where it is not the user's own desk that it shows.
 */
export function closeCommandLine(
  commandLine: Pick<CommandLine, 'appendSwitch' | 'removeSwitch'>,
  { arguments: given, packaged, usualHome }: Start,
): void {
  for (const part of given) {
    // Windows' Chromium takes a slash for dashes and capitals for small letters.
    const name = /^(?:--?|\/)([\w-]+)(?:=|$)/.exec(part)?.[1]?.toLowerCase()
    if (name === undefined || !packaged || harmless.has(name) || (debugging.has(name) && !usualHome)) continue
    commandLine.removeSwitch(name)
  }
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('no-proxy-server')
}
