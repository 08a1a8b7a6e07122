/** What an office file says of itself: title and language. */
import type { OfficeFile } from './office-file.ts'

export interface Properties {
  readonly title: string
  /** Of the core properties, or a property of the file's own that is named for it; '' where it is not said. */
  readonly language: string
}

/** Reads the properties, wherever the file keeps them. */
export function propertiesOf(file: OfficeFile): Properties {
  const [core] = file.targets('', 'core-properties')
  const [custom] = file.targets('', 'custom-properties')
  const found = { title: '', language: '' }
  const cursor = core === undefined ? undefined : file.xml(core)
  let within = ''
  while (cursor?.next()) {
    if (cursor.kind === 'open') within = cursor.name
    else if (cursor.kind === 'close') within = ''
    else if (within === 'dc:title') found.title += cursor.text
    else if (within === 'dc:language') found.language += cursor.text
  }
  const own = custom === undefined || found.language.trim() !== '' ? undefined : file.xml(custom)
  let named = false
  while (own?.next()) {
    if (own.kind === 'open' && own.name === 'cust:property')
      named = /^(language|språk|sprog)$/i.test(own.attribute('name') ?? '')
    else if (own.kind === 'text' && named) found.language += own.text
  }
  return { title: found.title.trim(), language: found.language.trim() }
}
