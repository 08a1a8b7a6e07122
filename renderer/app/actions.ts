import { useMemo } from 'react'
import { type Area, areas, useGo } from '#renderer/lib/navigation.ts'
import type { Action } from '#renderer/lib/shortcuts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useUndo } from '#renderer/lib/use-undo.ts'
import { goToPart } from '#renderer/lib/window-parts.ts'

interface Doors {
  readonly logVisit: () => void
  readonly openPalette: () => void
  readonly openHelp: () => void
  readonly readOnly: boolean
}

/**
 * What can be done from anywhere. Ctrl/⌘ Shift L is free in Chromium, Electron's default menu, Windows and macOS (there a
 * text service has it, but only where text is selected, and the page is asked first). Ctrl/⌘ Shift P prints by the system's dialog
 * in Chromium, which asks the page first, too. Undo leaves text fields their own undo.
 */
export function useAppActions({ logVisit, openPalette, openHelp, readOnly }: Doors): readonly Action[] {
  const t = useT()
  const go = useGo()
  const { undo, redo } = useUndo()
  const backup = useCommand('workspace.backup', {
    done: (value) => (value ? t('settings.backup.done', { name: value.name }) : ''),
    problemAsToast: true,
  })
  const close = useCommand('workspace.close', { problemAsToast: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the doors and commands do the same whenever they are made
  return useMemo(
    () => [
      {
        id: 'visits.capture',
        label: t('app.actions.logVisit'),
        shortcut: 'mod+shift+l',
        icon: 'plus' as const,
        inTextFields: true,
        disabled: readOnly,
        run: logVisit,
      },
      {
        id: 'projects.add',
        label: t('projects.add'),
        shortcut: 'mod+shift+p',
        icon: 'projects' as const,
        disabled: readOnly,
        run: () => go('projects', null, { search: { adding: true } }),
      },
      {
        id: 'app.palette',
        label: t('app.actions.search'),
        shortcut: 'mod+k',
        icon: 'search' as const,
        inTextFields: true,
        run: openPalette,
      },
      {
        id: 'app.undo',
        label: t('app.actions.undo'),
        shortcut: 'mod+z',
        icon: 'undo' as const,
        run: () => void undo(),
      },
      {
        id: 'app.redo',
        label: t('app.actions.redo'),
        shortcut: 'mod+shift+z',
        icon: 'redo' as const,
        run: () => void redo(),
      },
      {
        id: 'app.nextPart',
        label: t('app.actions.nextPart'),
        shortcut: 'f6',
        inTextFields: true,
        run: () => goToPart(1),
      },
      {
        id: 'app.previousPart',
        label: t('app.actions.previousPart'),
        shortcut: 'shift+f6',
        inTextFields: true,
        run: () => goToPart(-1),
      },
      ...areas.map((area: Area) => ({
        id: `go.${area}`,
        label: t('app.actions.goTo', { area: t(`app.areas.${area}`) }),
        icon: area,
        run: () => go(area),
      })),
      {
        id: 'workspace.backup',
        label: t('app.actions.backup'),
        icon: 'download' as const,
        run: () => void backup.run({}),
      },
      {
        id: 'check.open',
        label: t('checkPage.open'),
        icon: 'check' as const,
        run: () => go('settings', 'check'),
      },
      {
        id: 'workspace.close',
        label: t('app.actions.closeFile'),
        icon: 'folder' as const,
        run: () => void close.run({}),
      },
      {
        id: 'app.help',
        label: t('app.actions.keyboard'),
        shortcut: 'f1',
        icon: 'help' as const,
        inTextFields: true,
        run: openHelp,
      },
    ],
    [t, go, readOnly, logVisit, openPalette, openHelp],
  )
}
