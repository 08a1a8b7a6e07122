/** `npm run build`: whatever is stale, for the preview and for Electron. */
import { buildStale, electronStep, rendererStep } from './build-steps.ts'

await buildStale([rendererStep, electronStep], (line) => console.log(line))
