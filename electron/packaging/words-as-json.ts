/** The words of a language as one JSON text: V8 reads it in a third of the time that it takes to run it as code, at each start. */
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const catalogue = /[\\/]shared[\\/]i18n[\\/](nb|sv|en)[\\/]index\.ts$/

export function wordsAsJson(): Plugin {
  return {
    name: 'words-as-json',
    load: {
      filter: { id: catalogue },
      async handler(id) {
        const language = catalogue.exec(id)?.[1] ?? ''
        const words: unknown = (await import(pathToFileURL(id).href))[language]
        return `export const ${language} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(words))})`
      },
    },
  }
}
