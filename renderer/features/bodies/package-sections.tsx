import { type ReactNode, useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { type Place, SortableList } from '#renderer/components/sortable-list.tsx'
import { WriteIconButton } from '#renderer/components/write-button.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import {
  type PackageSection,
  type PackageTemplate,
  type PackageVariant,
  packageSections,
  type TemplateSection,
} from '#shared/domain/records/package-template.ts'
import bodyStyles from './bodies.module.css'
import { MoveButtons, useMoveKeys } from './move-buttons.tsx'
import { PackageSectionTexts } from './package-section-texts.tsx'
import styles from './package-templates.module.css'
import { moved, type TemplateWriter } from './use-template-writer.ts'

/** These tell of a whole year. */
const ofTheYear: readonly PackageSection[] = ['yearInBrief', 'organisation', 'meetingsHeld']

/** Sections that can be added: not in it yet, and fit for the variant. */
function addable(sections: readonly TemplateSection[], variant: PackageVariant): PackageSection[] {
  return packageSections.filter(
    (one) =>
      one !== 'cover' &&
      !sections.some(({ section }) => section === one) &&
      (variant === 'annualReport' || !ofTheYear.includes(one)),
  )
}

interface Props {
  readonly template: PackageTemplate
  readonly writer: TemplateWriter
}

/** The sections of the Word document in their order, each with what its template says of it. The cover stands first in any case. */
export function PackageSections({ template, writer }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const [open, setOpen] = useState<PackageSection | null>(null)
  const nameOf = (section: PackageSection) => t(`codes.packageSection.${section}`)
  const inOrder = template.sections.filter(({ section }) => section !== 'cover')
  const more = addable(template.sections, template.variant)
  /** The list without its cover, changed, and the cover before it again: a template always has at least that. */
  const put = (change: (now: TemplateSection[]) => TemplateSection[]) =>
    writer.putSections((now) => [
      now.find(({ section }) => section === 'cover') ?? { section: 'cover', heading: null, introduction: null },
      ...change(now.filter(({ section }) => section !== 'cover')),
    ])
  const title = t('packageTemplates.word')
  return (
    <section className={bodyStyles.section} aria-label={title}>
      <div>
        <h4 className={styles.heading}>{title}</h4>
        <p className={styles.quiet}>{t('packageTemplates.wordText')}</p>
      </div>
      <div className={styles.fixed}>
        <Icon name="lock" size={14} />
        <span>{nameOf('cover')}</span>
        <span className={styles.quiet}>{t('packageTemplates.cover')}</span>
      </div>
      <SortableList
        label={title}
        items={inOrder}
        keyOf={({ section }) => section}
        nameOf={({ section }) => nameOf(section)}
        onMove={async ({ section }, to) => {
          const reply = await put((now) =>
            moved(
              now,
              now.findIndex((one) => one.section === section),
              to,
            ),
          )
          return reply.ok
        }}
      >
        {(row, place) => (
          <Row
            row={row}
            place={place}
            isOpen={open === row.section}
            onToggle={() => setOpen(open === row.section ? null : row.section)}
            onTakeOut={() => void put((now) => now.filter(({ section }) => section !== row.section))}
          >
            <PackageSectionTexts row={row} template={template} writer={writer} />
          </Row>
        )}
      </SortableList>
      {more.length > 0 && (
        <div>
          <Menu
            label={t('packageTemplates.addSection')}
            icon="plus"
            showLabel
            entries={more.map((section) => ({
              id: section,
              label: nameOf(section),
              disabled: readOnly,
              run: () => void put((now) => [...now, { section, heading: null, introduction: null }]),
            }))}
          />
        </div>
      )}
    </section>
  )
}

interface RowProps {
  readonly row: TemplateSection
  readonly place: Place
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onTakeOut: () => void
  readonly children: ReactNode
}
function Row({ row: { section, heading, introduction }, place, isOpen, onToggle, onTakeOut, children }: RowProps) {
  const t = useT()
  const keys = useMoveKeys(place)
  const name = t(`codes.packageSection.${section}`)
  // The list of contents is made of the other headings and has no texts of its own.
  const hasTexts = section !== 'contents'
  return (
    <div className={styles.row}>
      <div className={styles.top}>
        {hasTexts ? (
          <button type="button" className={styles.title} aria-expanded={isOpen} onClick={onToggle} {...keys}>
            <span className={styles.words}>
              <span>{heading ?? name}</span>
              {heading !== null && <span className={styles.quiet}>{name}</span>}
            </span>
          </button>
        ) : (
          <span className={styles.title}>{name}</span>
        )}
        <span className={styles.marks}>
          {introduction !== null && <Badge>{t('packageTemplates.hasIntroduction')}</Badge>}
          {hasTexts && (
            <IconButton
              icon="edit"
              label={t('packageTemplates.texts', { name })}
              expanded={isOpen}
              onPress={onToggle}
            />
          )}
          <MoveButtons name={name} place={place} />
          <WriteIconButton icon="close" label={t('packageTemplates.takeOut', { name })} onPress={onTakeOut} />
        </span>
      </div>
      {isOpen && hasTexts && children}
    </div>
  )
}
