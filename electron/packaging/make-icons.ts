/** `npm run icons`: every icon of the packages from `assets/icons/icon.svg`. The results are kept in the repository. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { projectFolder } from '#electron/build-steps.ts'
import { type Drawn, icnsOf, icoOf } from './icon-formats.ts'

const folder = join(projectFolder, 'assets/icons')
const source = readFileSync(join(folder, 'icon.svg'), 'utf8')
/** Apple's icons have air around them: 824 of 1024 points are drawn on. */
const withAir = source.replace('viewBox="0 0 512 512"', `viewBox="${[-62, -62, 636, 636].join(' ')}"`)

const drawn = (svg: string, size: number): Drawn => {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render()
  return { size, png: image.asPng(), rgba: straight(image.pixels) }
}

/** The pixels as drawn hold colours multiplied by their alpha; an icon wants them plain. */
function straight(pixels: Uint8Array): Uint8Array {
  return pixels.map((value, index) => {
    const alpha = pixels[index | 3] ?? 0
    return (index & 3) === 3 || alpha === 0 ? value : Math.min(255, Math.round((value * 255) / alpha))
  })
}

if (withAir === source) throw new Error('icon.svg has another viewBox than the script knows.')
writeFileSync(join(folder, 'icon.png'), drawn(source, 1024).png)
writeFileSync(
  join(folder, 'icon.ico'),
  icoOf([16, 20, 24, 32, 40, 48, 64, 128, 256].map((size) => drawn(source, size))),
)
writeFileSync(
  join(folder, 'icon.icns'),
  icnsOf((size) => drawn(withAir, size).png),
)
rmSync(join(folder, 'linux'), { recursive: true, force: true })
mkdirSync(join(folder, 'linux'))
for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
  writeFileSync(join(folder, `linux/${size}x${size}.png`), drawn(source, size).png)
// So that a test sees whether somebody changed the drawing and forgot the rest.
writeFileSync(join(folder, 'made-from.sha256'), `${createHash('sha256').update(source).digest('hex')}\n`)
