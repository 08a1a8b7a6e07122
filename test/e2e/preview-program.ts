import { runPreview } from '#electron/preview/cli.ts'

await runPreview([])
