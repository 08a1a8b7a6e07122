/** A project's status light as its readers see it: a mark and always its word. */
import { Paragraph, TextRun } from 'docx'
import type { Light } from '../../domain/records/project.ts'
import { cleanLine } from '../clean-text.ts'
import type { ProjectWords } from '../project-words.ts'

/** Shapes as well as colours, and always the word after: no colour tells anything alone. */
const marks: Readonly<Record<Light, { shape: string; color: string }>> = {
  green: { shape: '●', color: '2E7D32' },
  amber: { shape: '▲', color: 'A15C00' },
  red: { shape: '■', color: 'B3261E' },
}

/** The light's mark with its word. */
export function lightRuns(light: Light | null, words: Pick<ProjectWords, 'light'>): TextRun[] {
  const word = new TextRun(words.light(light))
  if (light === null) return [word]
  const { shape, color } = marks[light]
  return [new TextRun({ text: `${shape} `, color }), word]
}

/** The light with its mark, and what is told of it, in a cell. */
export function lightCell(
  light: Light | null,
  lines: readonly string[],
  words: ProjectWords,
): { readonly blocks: readonly Paragraph[] } {
  return {
    blocks: [
      new Paragraph({ style: 'TableText', children: lightRuns(light, words) }),
      ...lines.map((line) => new Paragraph({ style: 'TableText', text: cleanLine(line) })),
    ],
  }
}
