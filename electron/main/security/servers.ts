import type { App } from 'electron'

/**
 * No server is trusted against the system's judgement, gets a certificate of the user's, or a name and a password. Fyr speaks to none;
 * where nobody listens, Electron hands the first certificate that fits to whoever asks.
 */
export function trustNoServer(app: Pick<App, 'on'>): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault()
    trust(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
  app.on('login', (event, _contents, _request, _server, answer) => {
    event.preventDefault()
    answer()
  })
}
