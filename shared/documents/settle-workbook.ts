/** What the library leaves wrong in a written workbook, put right in its XML. */
import type { Parts } from './settle-zip.ts'

/** Tells readers that the first column names the row; the library always says it doesn't. */
export function markFirstColumns(parts: Parts): void {
  for (const [name, xml] of parts)
    if (name.startsWith('xl/tables/') && typeof xml === 'string')
      parts.set(name, xml.replace('showFirstColumn="0"', 'showFirstColumn="1"'))
}

/** Sheet names in print titles need quotes (`'Les meg'!$3:$3`); without them Excel calls the file damaged. The library leaves them out. */
export function quoteSheetNames(parts: Parts): void {
  const name = 'xl/workbook.xml'
  const xml = parts.get(name)
  if (typeof xml !== 'string') return
  parts.set(
    name,
    xml.replace(
      /(<definedName name="_xlnm\.[^>]*>)([^'<!]+)!/g,
      (_, open: string, sheet: string) => `${open}'${sheet}'!`,
    ),
  )
}
