import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { SavingSelect, SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { themes } from '#shared/contract/workspace.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import { languages } from '#shared/domain/values.ts'
import styles from './settings.module.css'

/** What belongs to this device and not to the file: who sits here, language, colours, the device's name. */
export function WindowPage() {
  const t = useT()
  const preferences = useOperation('preferences.show', {})
  const workspace = useOperation('workspace.current', {})
  const people = useOperation('persons.list', {})
  const about = useOperation('app.about', {})
  const choose = useCommand('preferences.choose')
  if (preferences.error) return <ErrorNote error={preferences.error} onRetry={() => void preferences.refetch()} />
  if (!preferences.data || !people.data) return <Loading />
  const { language, theme, deviceName, followUpNotices = false } = preferences.data
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t('settings.window.text')}</p>
      <SavingSelect
        label={t('settings.window.me')}
        hint={t('settings.window.meHint')}
        field="me"
        value={workspace.data?.me?.id ?? null}
        emptyLabel={t('settings.window.nobody')}
        options={people.data
          .filter((person) => person.organisationId === null && person.status === 'active')
          .map((person) => ({ key: person.id, label: fullName(person) }))}
        onSave={(me) => choose.run({ me })}
      />
      <div className={styles.pair}>
        <SavingSelect
          label={t('settings.window.language')}
          field="language"
          value={language}
          emptyLabel={t('settings.window.likeSystem')}
          options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
          onSave={(value) => choose.run({ language: value })}
        />
        <SavingSelect
          label={t('settings.window.theme')}
          field="theme"
          value={theme}
          options={themes.map((key) => ({ key, label: t(`settings.themes.${key}`) }))}
          onSave={(value) => choose.run(value ? { theme: value } : {})}
        />
      </div>
      <SavingText
        label={t('settings.window.deviceName')}
        hint={t('settings.window.deviceHint')}
        field="deviceName"
        draftKey="device:deviceName"
        value={deviceName}
        onSave={(value) => choose.run({ deviceName: value ?? '' })}
      />
      {about.data?.can.notify && (
        <SavingSwitch
          label={t('settings.window.notices')}
          hint={t('settings.window.noticesHint')}
          field="followUpNotices"
          value={followUpNotices}
          onSave={(value) => choose.run({ followUpNotices: value })}
        />
      )}
    </div>
  )
}
