/** Areas that the menu "Go" leads to; the others are reached from them. */
export const menuAreas = [
  'home',
  'visits',
  'companies',
  'followUps',
  'partners',
  'projects',
  'goals',
  'meetings',
  'decisions',
  'documents',
  'packages',
  'settings',
] as const

/** What the window does by its shortcut, as it says itself; the menu shows the same one and leaves the key to the window. */
export const windowShortcuts = {
  'visits.capture': 'mod+shift+l',
  'projects.add': 'mod+shift+p',
  'app.palette': 'mod+k',
  'app.undo': 'mod+z',
  'app.redo': 'mod+shift+z',
  'app.help': 'f1',
} as const

/** All that a menu may ask of a window: names without anything beside them, each for something that the window does anyway. */
export const menuCommands = [
  'workspace.create',
  'workspace.open',
  'workspace.backup',
  'workspace.close',
  'check.open',
  'settings.about',
  'visits.capture',
  'projects.add',
  'app.palette',
  'app.undo',
  'app.redo',
  'app.help',
  ...menuAreas.map((area) => `go.${area}` as const),
] as const
export type MenuCommand = (typeof menuCommands)[number]

export function isMenuCommand(name: unknown): name is MenuCommand {
  return menuCommands.some((it) => it === name)
}
