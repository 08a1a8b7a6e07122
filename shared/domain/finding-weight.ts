import type { DocumentFinding } from './records/document-finding.ts'

type Rule = DocumentFinding['rule']

/**
 * What a finding means for a document that is to be sent. `refuse`: it can't be sent as it is. `stop`: a reader would be shut out or harmed,
 * so that sending it all the same must be stated. `remark`: it can be sent once it has been read.
 */
export type FindingWeight = 'refuse' | 'stop' | 'remark'

/** What leaves a reader without the document or a part of it, or may do harm on their machine; the rest makes reading harder. */
const stopping: ReadonlySet<Rule> = new Set<Rule>([
  'exemptWords',
  'titleMissing',
  'fileLanguage',
  'textLanguage',
  'imageText',
  'chartFigures',
  'formulaText',
])

export function findingWeight(rule: Rule): FindingWeight {
  if (rule === 'exemptPassage') return 'refuse'
  return stopping.has(rule) ? 'stop' : 'remark'
}
