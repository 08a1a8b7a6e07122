/**
 * A folder in the shape of an unpacked Electron distribution, for packing where Electron's own can't be fetched. Nothing in it runs: its
 * program is words that say so and the bytes that the packer looks for.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { asarOf } from './asar.ts'

export type Packed = 'linux' | 'windows' | 'mac'

/** What stands before the fuses in every Electron program. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** A fuse wire with every fuse the other way round than it ships: its version, the number of fuses, and each of the nine. */
const wire = Buffer.from([1, 9, ...Buffer.from('101100110')])

const said = 'This file stands in for a part of Electron and is none.\n'
const program = Buffer.concat([Buffer.from(said), Buffer.from(fuseSentinel), wire, Buffer.alloc(16)])
const locales = ['am', 'da', 'de', 'en-GB', 'en-US', 'es', 'fi', 'fr', 'nb', 'nl', 'sv', 'uk']
const everywhere = [
  'LICENSES.chromium.html',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'icudtl.dat',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader_icd.json',
]

/** Makes the distribution of a platform in `folder`. */
export function makeStandIn(platform: Packed, folder: string): void {
  const put = (path: string, content: string | Uint8Array = said, mode = 0o644) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content, { mode })
  }
  put('LICENSE')
  put('version', '45.4.1')
  if (platform === 'mac') {
    makeMac(put)
    return
  }
  for (const name of [...everywhere, ...locales.map((locale) => `locales/${locale}.pak`)]) put(name)
  put('resources/default_app.asar', asarOf('main.js', said))
  if (platform === 'windows') {
    put('electron.exe', windowsProgram())
    for (const name of ['ffmpeg.dll', 'libEGL.dll', 'libGLESv2.dll', 'd3dcompiler_47.dll', 'vulkan-1.dll']) put(name)
    return
  }
  put('electron', program, 0o755)
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler']) put(name, said, 0o755)
  for (const name of ['libEGL.so', 'libGLESv2.so', 'libffmpeg.so', 'libvulkan.so.1']) put(name)
}

/** A program of Windows without any code: its headers, what it says of itself, and the fuses behind. */
function windowsProgram(): Buffer {
  const empty = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(empty)
  const about = Resource.VersionInfo.createEmpty()
  about.setStringValues({ lang: 1033, codepage: 1200 }, { FileDescription: 'Electron', ProductName: 'Electron' })
  about.outputToResourceEntries(resources.entries)
  resources.outputResource(empty)
  return Buffer.concat([Buffer.from(empty.generate()), program])
}

const framework = 'Electron.app/Contents/Frameworks/Electron Framework.framework'
const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'] as const

function makeMac(put: (path: string, content?: string | Uint8Array, mode?: number) => void): void {
  put('LICENSES.chromium.html')
  const app = (at: string, name: string) => {
    put(`${at}/Contents/Info.plist`, plistOf(name))
    put(`${at}/Contents/MacOS/${name}`, said, 0o755)
    put(`${at}/Contents/PkgInfo`, 'APPL????')
  }
  app('Electron.app', 'Electron')
  for (const kind of helpers)
    app(`Electron.app/Contents/Frameworks/Electron Helper${kind}.app`, `Electron Helper${kind}`)
  put(`${framework}/Electron Framework`, program, 0o755)
  put('Electron.app/Contents/Resources/default_app.asar', asarOf('main.js', said))
  put('Electron.app/Contents/Resources/electron.icns')
  for (const locale of ['da', 'de', 'en', 'en_GB', 'nb', 'sv']) {
    put(`Electron.app/Contents/Resources/${locale}.lproj/.keep`)
    put(`${framework}/Versions/A/Resources/${locale}.lproj/locale.pak`)
  }
}

const plistOf = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>com.github.Electron</string>
<key>CFBundleName</key><string>${name}</string>
<key>CFBundlePackageType</key><string>APPL</string>
</dict></plist>
`
