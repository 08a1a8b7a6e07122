import { Button, Collection, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import buttonStyles from '#renderer/components/button.module.css'
import { Icon } from '#renderer/components/icon.tsx'
import listStyles from '#renderer/components/list-box.module.css'
import { useWords } from '#renderer/lib/load-words.ts'
import { ariaShortcut, shortcutText } from '#renderer/lib/shortcuts.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Language } from '#shared/domain/values.ts'
import { someWords, translator } from '#shared/i18n/translator.ts'
import styles from './item-panel.module.css'
import { useSession } from './use-session.ts'

export const phraseKey = 'alt+f'

interface Phrase {
  readonly id: string
  readonly name: string
  readonly text: string
}
interface Props {
  /** The language that the minutes are written in. */
  readonly language: Language
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onChoose: (text: string) => void
}

/** Standard phrases: the partnership's own, then those that come with Fyr. What is `[[so]]` in a text is a gap to be filled. */
export function PhraseMenu({ language, open, onOpenChange, onChoose }: Props) {
  const t = useT()
  const groups = usePhrases(language)
  const all = groups.flatMap(({ phrases }) => phrases)
  function choose(id: string) {
    const phrase = all.find((one) => one.id === id)
    // The menu gives the focus back first; then the phrase goes in where the cursor was.
    if (phrase) requestAnimationFrame(() => requestAnimationFrame(() => onChoose(phrase.text)))
  }
  return (
    <MenuTrigger isOpen={open} onOpenChange={onOpenChange}>
      <Button
        aria-keyshortcuts={ariaShortcut(phraseKey)}
        className={`${buttonStyles.button} ${buttonStyles.small} ${buttonStyles.quiet}`}
      >
        <Icon name="edit" size={16} />
        <span>
          {t('session.phrase.title')} <kbd className={styles.key}>{shortcutText(phraseKey)}</kbd>
        </span>
      </Button>
      <Popover className={listStyles.popover ?? ''} offset={4} placement="bottom start">
        <Menu
          autoFocus="first"
          className={listStyles.list ?? ''}
          items={groups}
          onAction={(key) => choose(String(key))}
        >
          {(group) => (
            <MenuSection id={group.id}>
              <Header className={styles.menuHeader ?? ''}>{group.title}</Header>
              <Collection items={group.phrases}>
                {(phrase) => (
                  <MenuItem id={phrase.id} textValue={phrase.name} className={listStyles.item ?? ''}>
                    <span className={listStyles.words} lang={language}>
                      <span>{phrase.name}</span>
                      <span className={listStyles.detail}>{phrase.text}</span>
                    </span>
                  </MenuItem>
                )}
              </Collection>
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function usePhrases(language: Language): { id: string; title: string; phrases: Phrase[] }[] {
  const t = useT()
  const { body } = useSession().detail
  const own = useOperation('phrases.list', {}).data ?? []
  useWords(language)
  const inLanguage = translator(language)
  const texts = someWords().session.phrases
  // The list is made of the very keys.
  const builtIn = Object.keys(texts) as (keyof typeof texts)[]
  const groups = [
    {
      id: 'own',
      title: t('session.phrase.own'),
      phrases: own
        .filter((one) => one.language === language && (one.bodyId === null || one.bodyId === body.id))
        .map(({ id, name, text }) => ({ id, name, text })),
    },
    {
      id: 'builtIn',
      title: t('session.phrase.builtIn'),
      phrases: builtIn.map((key) => ({
        id: key,
        name: inLanguage(`session.phrases.${key}.name`),
        text: inLanguage(`session.phrases.${key}.text`),
      })),
    },
  ]
  return groups.filter(({ phrases }) => phrases.length > 0)
}
