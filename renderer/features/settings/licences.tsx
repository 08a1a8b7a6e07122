import { useEffect, useState } from 'react'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { Notice, Notices } from '#shared/domain/notices.ts'
import styles from './settings.module.css'

/** What Fyr is made of, with the licence of each part and its text; fetched when the page is opened, since nobody else needs it. */
export function Licences() {
  const t = useT()
  const [notices, setNotices] = useState<Notices | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  useEffect(() => {
    import('#assets/notices/notices.json').then(
      ({ default: read }) => setNotices(read),
      (cause: unknown) => setProblem(cause instanceof Error ? cause : new Error(String(cause))),
    )
  }, [])
  return (
    <section className={styles.fields} aria-labelledby="licences">
      <h3 id="licences">{t('settings.about.libraries')}</h3>
      <p>{t('settings.about.librariesText')}</p>
      {problem && <ErrorNote error={problem} />}
      {!notices && !problem && <Loading />}
      {notices && (
        <ul className={styles.licences}>
          {notices.packages.map((one) => (
            <li key={`${one.name} ${one.version}`}>
              <Part part={one} texts={notices.texts} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Part({ part, texts }: { readonly part: Notice; readonly texts: Notices['texts'] }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {part.name} {part.version} · {part.licence}
      </summary>
      {open &&
        part.texts.map((at) => (
          <pre key={at} className={styles.licence}>
            {texts[at]}
          </pre>
        ))}
    </details>
  )
}
