import type { WebPreferences } from 'electron'

/**
 * Every switch that decides what a page may do, written out, so that a changed default changes nothing here. Checklist 2–4, 6, 8–11.
 *
 * @param powers the preload, for a page that has a bridge; `devTools` outside what was packed.
 */
export function safeWebPreferences(powers: { readonly preload?: string; readonly devTools?: boolean } = {}) {
  return {
    ...(powers.preload === undefined ? {} : { preload: powers.preload }),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    webgl: false,
    devTools: powers.devTools === true,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: true,
  } satisfies WebPreferences
}
