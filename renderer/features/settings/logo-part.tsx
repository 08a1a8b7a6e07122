import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Icon } from '#renderer/components/icon.tsx'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { base64Of } from '#renderer/lib/photo.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { largestLogo } from '#shared/contract/workspace.ts'
import type { Partnership } from '#shared/domain/records/partnership.ts'
import styles from './documents-page.module.css'
import { LogoPicture } from './logo-picture.tsx'
import { NewLogo } from './new-logo.tsx'

const kinds = ['image/png', 'image/jpeg']

interface Props {
  readonly partnership: Partnership
  readonly logo: { readonly mime: string; readonly base64: string } | null
}

/** The logo: shown with what it shows in words; another is dropped or chosen, looked at, and used. */
export function LogoPart({ partnership, logo }: Props) {
  const t = useT()
  const [chosen, setChosen] = useState<{ base64: string; mime: string; number: number } | null>(null)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const part = useRef<HTMLElement>(null)
  const revise = useCommand('partnership.revise')
  const remove = useCommand('partnership.setLogo', { done: t('settings.documents.removed'), problemAsToast: true })
  const numbers = useRef(0)
  async function take(file: File | undefined) {
    if (!file) return
    // Known before its bytes are read: a film dropped by mistake would fill the memory.
    const fault = !kinds.includes(file.type) ? 'notAPicture' : file.size > largestLogo ? 'logoTooLarge' : null
    setProblem(fault ? t(`problems.field.${fault}`) : undefined)
    if (fault) return
    numbers.current += 1
    setChosen({ base64: await base64Of(file), mime: file.type, number: numbers.current })
  }
  function close() {
    setChosen(null)
    part.current?.querySelector<HTMLElement>('button')?.focus()
  }
  return (
    <section ref={part} className={styles.part} aria-labelledby="document-logo">
      <h3 id="document-logo">{t('settings.documents.logo')}</h3>
      {chosen ? (
        <NewLogo
          key={chosen.number}
          chosen={chosen}
          proposed={partnership.logoAltText ?? t('settings.documents.altProposal', { name: partnership.name })}
          onDone={close}
          onRefused={(why) => {
            setProblem(why)
            close()
          }}
        />
      ) : (
        <>
          {logo && (
            <div className={styles.logo}>
              <LogoPicture {...logo} altText={partnership.logoAltText} />
              <SavingText
                label={t('settings.documents.alt')}
                hint={t('settings.documents.altHint')}
                field="logoAltText"
                draftKey={`partnership:${partnership.id}:logoAltText`}
                required
                value={partnership.logoAltText}
                onSave={(logoAltText) => revise.run({ changes: { logoAltText } })}
              />
            </div>
          )}
          <Drop has={logo !== null} problem={problem} onFile={(file) => void take(file)}>
            {logo && (
              <WriteButton
                icon="remove"
                kind="quiet"
                busy={remove.busy}
                onPress={() => void remove.run({ base64: null, altText: null })}
              >
                {t('settings.documents.removeLogo')}
              </WriteButton>
            )}
          </Drop>
        </>
      )}
    </section>
  )
}

interface DropProps {
  readonly has: boolean
  readonly problem: string | undefined
  readonly onFile: (file: File | undefined) => void
  readonly children: ReactNode
}
/** Where a logo is dropped or chosen. */
function Drop({ has, problem, onFile, children }: DropProps) {
  const t = useT()
  const readOnly = useReadOnly()
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // A file let go beside the frame would open in the window's place.
    const stay = (event: Event) => event.preventDefault()
    document.addEventListener('dragover', stay)
    document.addEventListener('drop', stay)
    return () => {
      document.removeEventListener('dragover', stay)
      document.removeEventListener('drop', stay)
    }
  }, [])
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (!readOnly) onFile(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a pointer; the button inside does the same by keyboard
    <div
      className={styles.drop}
      data-over={over && !readOnly}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {!has && (
        <>
          <Icon name="photo" size={24} />
          <p>{t('settings.documents.drop')}</p>
        </>
      )}
      <div className={styles.buttons}>
        <WriteButton icon={has ? 'edit' : 'plus'} onPress={() => chooser.current?.click()}>
          {t(has ? 'settings.documents.change' : 'settings.documents.choose')}
        </WriteButton>
        {children}
      </div>
      <p className={styles.quiet}>{t('settings.documents.logoText')}</p>
      <div role="alert">
        {problem && (
          <p className={styles.problem}>
            <Icon name="warning" size={14} /> {problem}
          </p>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        accept={kinds.join()}
        hidden
        aria-label={t('settings.documents.choose')}
        tabIndex={-1}
        onChange={(event) => {
          onFile(event.target.files?.[0])
          // The same file may be chosen again after it was removed.
          event.target.value = ''
        }}
      />
    </div>
  )
}
