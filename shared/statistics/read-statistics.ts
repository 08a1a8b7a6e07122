import { readCsv } from './csv.ts'
import { readJsonStat } from './json-stat.ts'
import { mostCharacters, type ReadFile, unreadable } from './statistics-file.ts'

/** Reads a file of a format. Never throws: what cannot be read is told as problems. */
export function readStatisticsFile(format: 'jsonStat' | 'csv', text: string): ReadFile {
  if (text.length > mostCharacters) return unreadable('fileTooLarge')
  return format === 'jsonStat' ? readJsonStat(text) : readCsv(text)
}
