import { z } from 'zod'
import { richText } from '../rich-text.ts'
import { fieldIssueText, id, line, oneOf, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

/** What a package is for (board-package.md, "Variants to offer"). */
export const packageVariants = ['papers', 'notice', 'agenda', 'annualReport'] as const
export type PackageVariant = (typeof packageVariants)[number]

/** `full`: as it was made. `public`: without what is exempt from disclosure; the same package, frozen beside it. */
export const packageEditions = ['full', 'public'] as const
export type PackageEdition = (typeof packageEditions)[number]

/**
 * The sections of a Word package in their usual order (board-package.md 4.1). `yearInBrief`, `organisation` and `meetingsHeld` are the
 * annual report's own.
 */
export const packageSections = [
  'cover',
  'contents',
  'yearInBrief',
  'organisation',
  'meetingsHeld',
  'notice',
  'agenda',
  'previousMinutes',
  'decisions',
  'casePapers',
  'information',
  'commitments',
  'goals',
  'projects',
  'visits',
  'followUps',
  'deviations',
  'nextMeetings',
  'attachments',
  'changes',
] as const
export type PackageSection = (typeof packageSections)[number]

/** The sheets of a workbook in their usual order, after the read-me sheet, which always comes first (board-package.md 4.2). */
export const packageSheets = [
  'agenda',
  'decisions',
  'actions',
  'attendance',
  'commitments',
  'goals',
  'indicators',
  'measurements',
  'projects',
  'milestones',
  'visits',
  'months',
  'distribution',
  'coverage',
  'followUps',
  'codeList',
] as const
export type PackageSheet = (typeof packageSheets)[number]

/** `listed`: by number and title. `bound`: pictures stand in the Word file, and the files go with the package. */
export const attachmentModes = ['listed', 'bound'] as const

const once = <T>(values: readonly T[]) => new Set(values).size === values.length

/** A section as a template orders it. */
export const templateSection = z.strictObject({
  section: oneOf(packageSections),
  /** Printed instead of the usual heading. */
  heading: line.default(null),
  /** Printed under the heading: what the board should know before it reads. */
  introduction: richText.default(null),
})
export type TemplateSection = z.infer<typeof templateSection>

/**
 * What a body's packages hold, and in which order (board-package.md): edited by the user, frozen in each package. The cover always comes
 * first. Of a body's templates of a variant the first by position is the usual one; those of no body serve every body.
 * Where there is none, `shared/domain/package-presets.ts` holds.
 */
export const packageTemplateFields = {
  bodyId: id.nullable(),
  name: title,
  variant: oneOf(packageVariants),
  sections: z
    .array(templateSection)
    .min(1, fieldIssueText('required'))
    .max(packageSections.length)
    .refine((rows) => once(rows.map(({ section }) => section)), fieldIssueText('listedTwice')),
  sheets: z.array(oneOf(packageSheets)).max(packageSheets.length).refine(once, fieldIssueText('listedTwice')),
  attachments: oneOf(attachmentModes),
  /** 0, 1, 2 … among all templates. */
  position: z.int().min(0),
}
export const packageTemplate = z.object({ ...recordMarks, ...packageTemplateFields })
export type PackageTemplate = z.infer<typeof packageTemplate>
export const packageTemplateChanges = changesOf(packageTemplateFields).omit({ position: true })

/** What a package is laid out by, however it was chosen; frozen in its snapshot. */
export type PackageLayout = Pick<PackageTemplate, 'variant' | 'sections' | 'sheets' | 'attachments'>
