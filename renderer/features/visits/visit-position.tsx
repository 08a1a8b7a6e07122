import { type FormEvent, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { problemText } from '#renderer/lib/problem-text.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { parseCoordinates } from '#shared/domain/coordinates.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './visit-detail.module.css'
import type { PartProps } from './visit-detail.tsx'

const longestWaitMs = 15_000
/** Degrees to five decimals are about a metre. */
const decimals = 5

/** Where the visit was. Asked for only when the user presses the button, and easy to take away (practice.md: place is personal data). */
export function VisitPosition({ open, save }: PartProps) {
  const t = useT()
  const readOnly = useReadOnly()
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [typedProblem, setTypedProblem] = useState<string | undefined>()
  const { coordinates } = open.visit

  async function put(next: typeof coordinates) {
    const reply = await save({ coordinates: next })
    setBusy(false)
    setProblem(reply.ok ? null : problemText(t, reply.problem))
  }
  function find() {
    if (!('geolocation' in navigator)) return setProblem(t('visits.position.unavailable'))
    setBusy(true)
    setProblem(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude, accuracy } = coords
        void put({ latitude, longitude, accuracyM: Math.min(100_000, Math.round(accuracy)) })
      },
      (error) => {
        setBusy(false)
        setProblem(
          error.code === error.PERMISSION_DENIED ? t('visits.position.denied') : t('visits.position.unavailable'),
        )
      },
      { enableHighAccuracy: true, timeout: longestWaitMs },
    )
  }
  function saveTyped(event: FormEvent) {
    event.preventDefault()
    const parsed = parseCoordinates(typed)
    setTypedProblem(parsed.ok ? undefined : messageText(t, parsed.message))
    if (parsed.ok && parsed.value) void put(parsed.value)
  }
  return (
    <div className={styles.position}>
      {coordinates ? (
        <>
          <span>
            {t('visits.position.at', {
              latitude: format.number(coordinates.latitude, decimals),
              longitude: format.number(coordinates.longitude, decimals),
              metres: format.number(Math.round(coordinates.accuracyM)),
            })}
          </span>
          <WriteButton small onPress={() => void put(null)}>
            {t('visits.position.remove')}
          </WriteButton>
        </>
      ) : (
        <>
          <WriteButton small icon="visits" busy={busy} onPress={find}>
            {t('visits.position.add')}
          </WriteButton>
          {!readOnly && (
            <form className={styles.typedPosition} onSubmit={saveTyped}>
              <TextField label={t('visits.position.typed')} value={typed} onChange={setTyped} problem={typedProblem} />
              <Button small type="submit" disabled={typed.trim() === ''}>
                {t('visits.position.use')}
              </Button>
            </form>
          )}
        </>
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
