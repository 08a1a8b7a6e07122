import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { wordsAsJson } from '../electron/packaging/words-as-json.ts'

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The renderer as plain files: no inline script or style, no data: address, so that the strict content policy holds. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  publicDir: false,
  plugins: [react(), wordsAsJson()],
  // The window loads the words of a language when it is shown: a third of what would otherwise come at the start.
  resolve: {
    alias: [{ find: /^\.\/catalogues\.ts$/, replacement: page('lib/loaded-catalogues.ts') }],
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    // The Chromium of the supported Electron and the browsers that the preview is opened in.
    target: 'chrome140',
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    // electron/packaging/budgets.ts looks after sizes, and fails where this would only warn.
    chunkSizeWarningLimit: 2000,
    // The libraries that come with the first screen, apart from our own code, which changes more often.
    rolldownOptions: {
      // The application, and the page that a hidden window prints.
      input: [page('index.html'), page('print.html')],
      output: {
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            { name: 'ground', test: /node_modules[\\/](zod|i18next)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
})
