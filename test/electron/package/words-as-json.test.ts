import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { projectFolder } from '#electron/build-steps.ts'
import { wordsAsJson } from '#electron/packaging/words-as-json.ts'
import { catalogues } from '#shared/i18n/translator.ts'

test.each(['nb', 'sv', 'en'] as const)(
  'the bundled words of %s are those of the catalogue, as one text',
  async (language) => {
    const built = await build({
      configFile: false,
      root: projectFolder,
      logLevel: 'silent',
      plugins: [wordsAsJson()],
      build: { ssr: join(projectFolder, `shared/i18n/${language}/index.ts`), write: false, minify: false },
    })
    const [output] = Array.isArray(built) ? built : [built]
    const chunk = output && 'output' in output ? output.output[0] : undefined
    if (chunk?.type !== 'chunk') throw new Error('nothing was built')
    expect(chunk.code.split('\n').length).toBeLessThan(10)
    const module = await import(`data:text/javascript,${encodeURIComponent(chunk.code)}`)
    expect(module[language]).toEqual(catalogues[language])
  },
)
