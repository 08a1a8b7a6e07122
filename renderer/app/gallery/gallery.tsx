import { PageHeader } from '#renderer/components/page-header.tsx'
import { Charts, Lists, Registers } from './data.tsx'
import { Buttons, Choices, Fields, Saving } from './fields.tsx'
import styles from './gallery.module.css'
import { Notes, Overlays } from './notes.tsx'

/** Every component in its states, for those who build with them. Words that no user sees are not translated. */
export function Gallery() {
  return (
    <main className={styles.page}>
      <PageHeader title="Gallery" detail="Every component in its states" />
      <div className={styles.parts}>
        <Buttons />
        <Fields />
        <Choices />
        <Saving />
        <Notes />
        <Overlays />
        <Charts />
        <Lists />
        <Registers />
      </div>
    </main>
  )
}
