import { z } from 'zod'
import { count, country, fieldIssueText, language, line, oneOf, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

/** Typefaces of documents: without serifs (uutilsynet), and with widths that Fyr knows, so that page numbers are right. */
export const documentFonts = ['Calibri', 'Arial', 'Verdana'] as const
export type DocumentFont = (typeof documentFonts)[number]

/** The partnership that the file belongs to, and its settings; one record per file. */
export const partnershipFields = {
  name: title,
  country,
  /** Language of documents unless another is chosen. */
  language,
  orgNo: line,
  municipalityCode: z.string().nullable(),
  /** Municipalities that the partnership serves; coverage is shown for these first. */
  regionCodes: z.array(z.string().max(4)).max(400),
  contactName: line,
  contactEmail: line,
  /** Months after the last activity at which a person's data comes up for review. A setting, since no law gives a number (practice.md 6.4). */
  retentionMonths: z.int().min(1).max(600),
  /** Company visits a year, until a year's plan says otherwise. */
  visitTarget: count,
  /** "Not visited since": months without a visit after which a company is due. */
  notVisitedMonths: z.int().min(1).max(240),
  /** Groups of fewer companies than this are not shown apart in documents (practice.md 6.8). 1 shows all. */
  smallestGroup: z.int().min(1).max(100),
  /** Colour of headings, rules and charts in documents, `#RRGGBB`, dark enough to be read on white; null = Fyr's blue. */
  accentColour: z
    .string()
    .regex(/^#[0-9A-F]{6}$/i, fieldIssueText('notAColour'))
    .transform((colour) => colour.toUpperCase())
    .nullable(),
  documentFont: oneOf(documentFonts),
  /** The logo on a document's first page: its bytes lie in the file under this hash. Set by `partnership.setLogo`. */
  logoSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** What the logo shows, for those who cannot see it. */
  logoAltText: line,
}
export const partnership = z.object({ ...recordMarks, ...partnershipFields })
export type Partnership = z.infer<typeof partnership>
/** The logo's bytes come by `partnership.setLogo`. */
export const partnershipChanges = changesOf(partnershipFields).omit({ logoSha256: true })

/** How documents look while nobody has chosen. */
export const plainLook = { accentColour: null, documentFont: 'Calibri', logoSha256: null, logoAltText: null } as const
