/** `npm run notices`: gathers the licences anew after a change of packages, into a file kept in the repository. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { shippedPackages } from './bundled-packages.ts'
import { noticesFile, noticesOf } from './notices.ts'

const notices = noticesOf(await shippedPackages())
mkdirSync(dirname(noticesFile), { recursive: true })
writeFileSync(noticesFile, `${JSON.stringify(notices, null, 1)}\n`)
console.log(`${notices.packages.length} packages, ${notices.texts.length} texts`)
