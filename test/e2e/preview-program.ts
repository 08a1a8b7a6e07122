import { runPreview } from '#electron/preview/cli.ts'

await runPreview(process.argv.slice(2))
