/** Kinds of documents (records.md 3.20). What Fyr makes itself has its kind from how it was made. */
export const documentKinds = [
  'notice',
  'agenda',
  'minutes',
  'casePaper',
  'attachment',
  'decisionExtract',
  'boardPackage',
  'report',
  'agreement',
  'letter',
] as const
export type DocumentKind = (typeof documentKinds)[number]
/** What a file is to a reader, from its name and type. */
export const documentFormats = ['docx', 'xlsx', 'pdf', 'image', 'other'] as const
/** Public, exempt in part (a public version stands beside it), or not public at all. */
export const publicities = ['public', 'exempt', 'notPublic'] as const
/** Kept for ever (bevares / bevaras), or disposed of (kasseres / gallras) on a day. */
export const retentions = ['preserve', 'dispose'] as const
/** In use here, or delivered to the archive. */
export const archiveStatuses = ['current', 'archived'] as const
