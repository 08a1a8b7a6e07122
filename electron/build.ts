/** `npm run build`: whatever is stale, for the preview, for Electron and for the packages. */
import { buildStale, electronStep, rendererStep } from './build-steps.ts'
import { noticesStep } from './packaging/ship-notices.ts'

await buildStale([rendererStep, electronStep, noticesStep], (line) => console.log(line))
