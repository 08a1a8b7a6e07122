import { Link, useLocation } from '@tanstack/react-router'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { DueCount } from '#renderer/components/due-count.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { KeyHint } from '#renderer/components/notes.tsx'
import { areaOf, pathOf, sidebarAreas } from '#renderer/lib/navigation.ts'
import type { Action } from '#renderer/lib/shortcuts.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useUndo, useUndoSteps } from '#renderer/lib/use-undo.ts'
import styles from './sidebar.module.css'

interface Props {
  readonly partnership: string
  readonly actions: readonly Action[]
}

export function Sidebar({ partnership, actions }: Props) {
  const t = useT()
  const here = areaOf(useLocation().pathname)
  const { undo, redo } = useUndo()
  const { canUndo, canRedo } = useUndoSteps()
  const action = (id: string) => actions.find((one) => one.id === id)
  const capture = action('visits.capture')
  return (
    <header className={styles.sidebar}>
      <div className={styles.name}>
        <Icon name="lighthouse" size={22} />
        <span title={partnership}>{partnership}</span>
      </div>
      <Button
        kind="primary"
        icon="plus"
        wide
        shortcut="mod+shift+l"
        disabled={capture?.disabled ?? false}
        onPress={() => capture?.run()}
      >
        {t('app.actions.logVisit')}
      </Button>
      <button type="button" className={styles.search} onClick={() => action('app.palette')?.run()}>
        <Icon name="search" size={16} />
        <span>{t('app.actions.search')}</span>
        <KeyHint shortcut="mod+k" />
      </button>
      <nav aria-label={t('app.nav')} className={styles.nav} data-area-nav data-part="areas">
        <ul>
          {sidebarAreas.map((area) => (
            <li key={area} className={area === 'settings' ? styles.last : undefined}>
              <Link to={pathOf(area)} className={styles.link ?? ''} aria-current={area === here ? 'page' : undefined}>
                <Icon name={area} />
                <span>{t(`app.areas.${area}`)}</span>
                {area === 'settings' && <DueCount />}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.foot}>
        <IconButton
          icon="undo"
          label={t('app.actions.undo')}
          shortcut="mod+z"
          disabled={!canUndo}
          onPress={() => void undo()}
        />
        <IconButton
          icon="redo"
          label={t('app.actions.redo')}
          shortcut="mod+shift+z"
          disabled={!canRedo}
          onPress={() => void redo()}
        />
        <IconButton
          icon="help"
          label={t('app.actions.keyboard')}
          shortcut="f1"
          onPress={() => action('app.help')?.run()}
        />
      </div>
    </header>
  )
}
