import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, the longest first. A checkout knows no durations, and by size, Vitest's guess, a table of screens comes last. */
const longest = [
  'accessibility',
  'by-keyboard-and-zoomed',
  'meetings-accessibility',
  'meetings-by-keyboard-and-zoomed',
  'partnership-languages',
  'norwegian-board',
  'partnership-year',
  'strategy-year',
]
const rank = ({ moduleId }: TestSpecification) => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return at < 0 ? longest.length : at
}

/** Begins with the long files, so that none runs alone at the end while the other worker has nothing to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
