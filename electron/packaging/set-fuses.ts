/**
 * Sets the nine fuses of Electron's program after packing, before it is signed. electron-builder's own way knows eight of them; here a fuse
 * that a later Electron adds stops the packing until somebody has said what it shall be.
 */
import { join } from 'node:path'
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'

const fuses: Readonly<Record<FuseV1Options, boolean>> = {
  // Not a Node, whatever the environment or the arguments say.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // The archive as it was packed, and nothing beside it.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // There is no snapshot of our own; Electron's stays.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Errors of memory within WebAssembly are caught by the processor, as Electron comes.
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** electron-builder calls it by this name. @throws Error where Electron has another fuse than the nine, or has done away with one. */
export async function afterPack({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const name = packager.appInfo.productFilename
  const onLinux = 'executableName' in packager ? String(packager.executableName) : name
  const program = join(appOutDir, { darwin: `${name}.app`, win32: `${name}.exe` }[electronPlatformName] ?? onLinux)
  const wire = await getCurrentFuseWire(program)
  for (const at of Object.keys(fuses)) {
    const option = Number(at) as FuseV1Options
    // Setting it would seem to work and do nothing.
    if (wire[option] === FuseState.REMOVED)
      throw new Error(`${FuseV1Options[option]} is no fuse of this Electron any more.`)
  }
  await flipFuses(program, { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...fuses })
}
