import type { Session } from 'electron'

export type PermissionSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>
/** Copying text is the one thing that Fyr's pages ask the browser for. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Electron grants every permission unless told otherwise: camera, place, notifications and devices are all refused. Checklist 5. */
export function denyPermissions(session: PermissionSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}
