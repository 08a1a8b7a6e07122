/** `npm start [file.fyr]`: builds what is stale and opens Fyr in Electron, or in the browser where that can't be. */
import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { homeFolder } from '#db/home-folder.ts'
import { keepCode } from './backend/code-cache.ts'
import { buildStale, electronStep, previewProgram, previewStep, projectFolder, rendererStep } from './build-steps.ts'
import { electronBinary, screenObstacle } from './electron-binary.ts'
import { projectVersion } from './preview/project-version.ts'

const given = process.argv.slice(2)
const say = (line: string) => console.log(line)

const noScreen = screenObstacle(process.platform, process.env, process.getuid?.())
const electron = noScreen ? { path: null, obstacle: noScreen } : await electronBinary(say)
if (electron.path) {
  await buildStale([rendererStep, electronStep], say)
  const child = spawn(electron.path, [projectFolder, ...given], { stdio: 'inherit' })
  child.on('error', (cause) => {
    console.error(`Electron did not start: ${cause.message}`)
    process.exitCode = 1
  })
  // Who stops `npm start` means Fyr, which finishes first.
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  await buildStale([rendererStep, previewStep], say)
  say(`${electron.obstacle} Fyr opens in the browser instead.`)
  keepCode(homeFolder(), projectVersion(projectFolder))
  // Built just now, of that very module.
  const preview: typeof import('./preview/cli.ts') = await import(pathToFileURL(previewProgram).href)
  await preview.runPreview(given)
}
