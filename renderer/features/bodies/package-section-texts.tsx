import { useRef } from 'react'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { SavingRichText } from '#renderer/components/saving-rich-text.tsx'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useSavingRichText } from '#renderer/lib/use-saving-rich-text.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { PackageTemplate, TemplateSection } from '#shared/domain/records/package-template.ts'
import type { RichText } from '#shared/domain/rich-text.ts'
import styles from './package-templates.module.css'
import type { TemplateWriter } from './use-template-writer.ts'

interface Props {
  readonly row: TemplateSection
  readonly template: PackageTemplate
  readonly writer: TemplateWriter
}

/** The heading and the introduction that a template gives a section. */
export function PackageSectionTexts({ row: { section, heading, introduction }, template, writer }: Props) {
  const t = useT()
  const language = usePartnership()?.language ?? 'nb'
  const name = t(`codes.packageSection.${section}`)
  const put = (changes: Partial<Omit<TemplateSection, 'section'>>) =>
    writer
      .putSections((now) => now.map((one) => (one.section === section ? { ...one, ...changes } : one)))
      .then((reply) => ownProblem(reply, template, section))
  const stamps = useTextStamp(introduction, template.changedStamp)
  const saving = useSavingRichText({
    value: introduction,
    stamp: stamps.stamp,
    draftKey: `packageTemplates:${template.id}:${section}`,
    write: async (content) => {
      const reply = await put({ introduction: content })
      if (!reply.ok) return reply
      stamps.wrote(content, reply.value.changedStamp)
      return { ...reply, value: { stamp: reply.value.changedStamp } }
    },
  })
  return (
    <div className={styles.texts}>
      <SavingText
        label={t('packageTemplates.heading')}
        hint={t('packageTemplates.headingHint', { name })}
        field="heading"
        draftKey={`packageTemplates:${template.id}:${section}:heading`}
        value={heading}
        onSave={(next) => put({ heading: next })}
      />
      <SavingRichText
        label={t('packageTemplates.introduction')}
        hint={t('packageTemplates.introductionHint')}
        language={language}
        rows={3}
        saving={saving}
      />
    </div>
  )
}

/**
 * The stamp of the change that gave a text its words. The template has one stamp for all of it: without this, moving a section would look
 * like another window's words in every introduction.
 */
function useTextStamp(text: RichText | null, changedStamp: string) {
  const known = useRef({ words: JSON.stringify(text), stamp: changedStamp })
  const words = JSON.stringify(text)
  if (words !== known.current.words && changedStamp > known.current.stamp) {
    known.current = { words, stamp: changedStamp }
  }
  return {
    stamp: known.current.stamp,
    wrote: (written: RichText | null, stamp: string) => {
      known.current = { words: JSON.stringify(written), stamp }
    },
  }
}

/** The sections are checked as one list: what is wrong with this one is shown at its own fields. */
function ownProblem<T>(reply: Reply<T>, { sections }: PackageTemplate, section: string): Reply<T> {
  if (reply.ok || reply.problem.fields === undefined) return reply
  const at = sections.findIndex((one) => one.section === section)
  const fields: NonNullable<Problem['fields']> = Object.fromEntries(
    Object.entries(reply.problem.fields).map(([path, message]) => {
      const [, index, field] = /sections\.(\d+)\.(heading|introduction)/.exec(path) ?? []
      return Number(index) === at && field ? [field === 'introduction' ? 'content' : field, message] : [path, message]
    }),
  )
  return { ...reply, problem: { ...reply.problem, fields } }
}
