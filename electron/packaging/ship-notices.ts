/** Lays the licences and the bill of materials where electron-builder.yml takes them from. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '#electron/build-steps.ts'
import type { Step } from '#electron/stale.ts'
import type { Notices } from '#shared/domain/notices.ts'
import { noticesFile, noticesText } from './notices.ts'
import { sbomOf } from './sbom.ts'

const folder = join(projectFolder, 'dist/notices')

export const noticesStep: Step = {
  name: 'notices',
  inputs: ['assets/notices', 'electron/packaging', 'package.json', 'package-lock.json'],
  output: join(folder, 'sbom.cdx.json'),
  async run() {
    const notices = JSON.parse(await readFile(noticesFile, 'utf8')) as Notices
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'LICENCES.txt'), noticesText(notices))
    await writeFile(join(folder, 'sbom.cdx.json'), sbomOf(notices))
  },
}
