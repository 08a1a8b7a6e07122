import type { App, Session, WebContents } from 'electron'
import { refuseDownloads } from './downloads.ts'
import { limitNavigation } from './navigation.ts'
import { denyNewWindows } from './new-windows.ts'
import { denyPermissions, type PermissionSession } from './permissions.ts'
import { type RequestingSession, refuseRequests } from './requests.ts'
import { trustNoServer } from './servers.ts'
import { closeWebRtc } from './webrtc.ts'
import { denyWebviews } from './webviews.ts'

type SecuredSession = PermissionSession & RequestingSession & Pick<Session, 'on'>
type SecuredContents = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'> & {
  readonly session: SecuredSession
}

/** The rules hold for every page and every session that ever comes to be, not only for the first window. Called before Electron is ready. */
export function secureAllContents(app: Pick<App, 'on'>, openOutside: (address: string) => Promise<unknown>): void {
  const secured = new WeakSet<SecuredSession>()
  const secureSession = (session: SecuredSession) => {
    if (secured.has(session)) return
    secured.add(session)
    denyPermissions(session)
    refuseRequests(session)
    refuseDownloads(session)
  }
  app.on('session-created', secureSession)
  app.on('web-contents-created', (_event, contents: SecuredContents) => {
    limitNavigation(contents)
    denyNewWindows(contents, openOutside)
    denyWebviews(contents)
    closeWebRtc(contents)
    secureSession(contents.session)
  })
  trustNoServer(app)
}
