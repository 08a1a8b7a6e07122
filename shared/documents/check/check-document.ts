import type { DocumentFinding } from '../../domain/records/document-finding.ts'
import { checkWord } from './check-word.ts'
import { checkWorkbook } from './check-workbook.ts'

/**
 * What in a finished document its readers cannot use, by the document's kind. Takes a tenth of a second for hundreds of pages: run it off
 * the thread that people wait for.
 *
 * @throws ProblemError `damagedFile` for bytes that are no document of the kind, `tooLarge` for one that unpacks without end.
 */
export function checkDocument(bytes: Uint8Array, format: 'docx' | 'xlsx'): DocumentFinding[] {
  return format === 'docx' ? checkWord(bytes) : checkWorkbook(bytes)
}
