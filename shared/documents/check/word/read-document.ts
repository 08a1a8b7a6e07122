import { problem } from '../../../contract/problem.ts'
import type { OfficeFile } from '../office-file.ts'
import { propertiesOf } from '../properties.ts'
import type { WordDocument } from './document.ts'
import { type Gathered, readPart } from './read-part.ts'
import { Styles } from './styles.ts'

/** Reads a Word document of any make. @throws ProblemError `damagedFile` where it is none. */
export function readWord(file: OfficeFile): WordDocument {
  const [main] = file.targets('', 'officeDocument')
  const cursor = main === undefined ? undefined : file.xml(main)
  if (main === undefined || !cursor?.opens('w:document'))
    throw problem('damagedFile', 'documentChecks.unreadable.notWord')
  const styles = new Styles(file, main)
  const gathered: Gathered = {
    passages: new Map(styles.languages.map((tag) => [tag, null])),
    headings: [],
    paragraphs: [],
    tables: [],
    pictures: [],
    links: [],
    faint: new Map(),
    textBoxes: new Map(),
    floating: new Map(),
    fonts: new Map(),
    containers: 0,
  }
  readPart(file, { name: main, cursor, isBody: true }, styles, gathered)
  for (const kind of ['header', 'footer', 'footnotes', 'endnotes']) {
    for (const name of file.targets(main, kind)) {
      const beside = file.xml(name)
      if (beside) readPart(file, { name, cursor: beside, isBody: false }, styles, gathered)
    }
  }
  const { title, language } = propertiesOf(file)
  return {
    ...gathered,
    title,
    fileLanguage: language,
    language: styles.language,
    familyOf: (font) => styles.familyOf(font),
  }
}
