import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TroublePanel } from '#renderer/components/opening/trouble-panel.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { samples } from '#shared/contract/workspace.ts'
import { languages } from '#shared/domain/values.ts'
import { NewPartnership } from './new-partnership.tsx'
import { RecentFiles } from './recent-files.tsx'
import styles from './welcome.module.css'

/** First start, and whenever no file is open: make one, open one, or try a sample. */
export function WelcomeScreen() {
  const t = useT()
  const go = useGo()
  const [creating, setCreating] = useState(false)
  const open = useCommand('workspace.open')
  const sample = useCommand('workspace.openSample')
  const trouble = useOperation('opening.trouble', {})
  // What is the matter with a file stands in its own panel, with the ways out.
  const problem = sample.problem ?? (trouble.data ? null : open.problem)
  const busy = open.busy || sample.busy

  async function enter(reply: Promise<Reply<unknown>>): Promise<void> {
    const answer = await reply
    if (answer.ok && answer.value) go('home')
  }
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <div className={styles.top}>
          <Icon name="lighthouse" size={40} />
          <LanguageSwitch />
        </div>
        <div className={styles.title}>
          <PageHeader title={t('app.welcome.title')} detail={t('app.welcome.intro')} />
        </div>
        {trouble.data && <TroublePanel trouble={trouble.data} />}
        {problem && <ErrorNote error={problem} />}
        {creating ? (
          <NewPartnership onDone={() => go('home')} onCancel={() => setCreating(false)} />
        ) : (
          <div className={styles.ways}>
            <section className={styles.way}>
              <h2>{t('app.welcome.create.title')}</h2>
              <p>{t('app.welcome.create.text')}</p>
              <Button kind="primary" icon="plus" onPress={() => setCreating(true)} disabled={busy}>
                {t('app.welcome.create.action')}
              </Button>
            </section>
            <section className={styles.way}>
              <h2>{t('app.welcome.open.title')}</h2>
              <p>{t('app.welcome.open.text')}</p>
              <Button icon="folder" onPress={() => void enter(open.run({ recentId: null }))} busy={open.busy}>
                {t('app.welcome.open.action')}
              </Button>
            </section>
            <section className={styles.way}>
              <h2>{t('app.welcome.sample.title')}</h2>
              <p>{t('app.welcome.sample.text')}</p>
              <div className={styles.buttons}>
                {samples.map((name) => (
                  <Button key={name} onPress={() => void enter(sample.run({ sample: name }))} busy={sample.busy}>
                    {t(`app.welcome.sample.${name}`)}
                  </Button>
                ))}
              </div>
            </section>
          </div>
        )}
        {!creating && <RecentFiles disabled={busy} onOpen={(id) => void enter(open.run({ recentId: id }))} />}
      </div>
    </main>
  )
}

function LanguageSwitch() {
  const t = useT()
  const choose = useCommand('preferences.choose', { problemAsToast: true })
  return (
    <RadioGroup
      look="segments"
      hideLabel
      label={t('app.welcome.screenLanguage')}
      options={languages.map((key) => ({ key, label: { nb: 'Norsk', sv: 'Svenska', en: 'English' }[key], lang: key }))}
      value={useLanguage()}
      onChange={(language) => void choose.run({ language })}
    />
  )
}
