/** What ships as a CycloneDX 1.6 bill of materials, for those who look through their programs by machine. The same input gives the same bytes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import { projectFolder } from '#electron/build-steps.ts'
import type { Notice, Notices } from '#shared/domain/notices.ts'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The bill as JSON text. */
export function sbomOf({ packages }: Notices): string {
  const about = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }
  const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Locked>>
  }
  const app = new Models.Component(Enums.ComponentType.Application, 'fyr', {
    version: about.version,
    bomRef: `fyr@${about.version}`,
  })
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: app }) })
  const byName = new Map(packages.map((one) => [one.name, componentOf(one, lockedAs(lock.packages, one))]))
  for (const [name, component] of byName) {
    bom.components.add(component)
    app.dependencies.add(component.bomRef)
    const own = packages.find((one) => one.name === name)
    for (const needed of Object.keys((own && lockedAs(lock.packages, own)?.dependencies) ?? {})) {
      const there = byName.get(needed)
      if (there) component.dependencies.add(there.bomRef)
    }
  }
  const sqlite = byName.get('SQLite')
  if (sqlite) byName.get('better-sqlite3')?.dependencies.add(sqlite.bomRef)
  const ciphers = byName.get('SQLite3 Multiple Ciphers')
  if (ciphers) byName.get('better-sqlite3-multiple-ciphers')?.dependencies.add(ciphers.bomRef)
  // Ids of bills are UUIDs; one made of the content changes with it and with nothing else.
  const content = createHash('sha256')
    .update(JSON.stringify([about.version, packages]))
    .digest('hex')
  bom.serialNumber = `urn:uuid:${content.slice(0, 8)}-${content.slice(8, 12)}-4${content.slice(13, 16)}-8${content.slice(17, 20)}-${content.slice(20, 32)}`
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`
}

/** The lockfile's entry of a package: the one of this version, wherever it lies. */
function lockedAs(locked: Readonly<Record<string, Locked>>, { name, version }: Notice): Locked | undefined {
  const folders = Object.keys(locked).filter((folder) => folder.endsWith(`node_modules/${name}`))
  return folders.map((folder) => locked[folder]).find((one) => one?.version === version)
}

/** No packages of npm: compiled into the database drivers. */
const compiledIn: Readonly<Record<string, string>> = { SQLite: 'sqlite', 'SQLite3 Multiple Ciphers': 'sqlite3mc' }

function componentOf({ name, version, licence }: Notice, locked: Locked | undefined): Models.Component {
  const [group, own] = name.startsWith('@') ? name.split('/') : [undefined, name]
  const purl =
    compiledIn[name] !== undefined
      ? `pkg:generic/${compiledIn[name]}@${version}`
      : `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${own}@${version}`
  const component = new Models.Component(Enums.ComponentType.Library, own ?? name, {
    version,
    bomRef: purl,
    purl,
    ...(group ? { group } : {}),
  })
  component.licenses.add(
    licence.includes(' ') ? new Models.LicenseExpression(licence) : new Models.SpdxLicense(licence),
  )
  const sha512 = /^sha512-(.+)$/.exec(locked?.integrity ?? '')?.[1]
  if (sha512) component.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(sha512, 'base64').toString('hex'))
  return component
}
