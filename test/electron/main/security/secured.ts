/**
 * One rule under attack: each attack is a test, and is tried again on copies of the rule in which one thing that decides is other than it
 * was. A copy that withstands every attack shows a line that no attack needs, and fails.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { projectFolder } from '#electron/build-steps.ts'

export type Attacks<Rule> = Readonly<Record<string, (rule: Rule) => unknown>>
interface More {
  /** Changes that the usual ones don't make, as what stands there and what is put in its place. */
  readonly mutants?: readonly (readonly [from: string | RegExp, to: string])[]
  /** Mutants that change nothing, by a part of their description, each with why. */
  readonly alike?: Readonly<Record<string, string>>
}

/** What one slip of the hand does to a line. A line that is a statement of its own is also left out altogether. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ > /g, ' < '],
  [/ < /g, ' > '],
  [/!(?=[a-z(])/g, ''],
  [/\.on\('/g, ".off('"],
  [/'deny'/g, "'allow'"],
  [/\.toLowerCase\(\)/g, ''],
  [/\bevery\(/g, 'some('],
  [/ \? (.+?) : (.+)$/g, ' ? $2 : $1'],
  [/(['"`])(?:[^'"`\\]|\\.)+\1/g, "''"],
  [/\b\d[\d_]*\b/g, '7'],
  [/\breturn (?!null|false).+$/g, 'return null'],
  [/ => (?!null|\{).+$/g, ' => null'],
  [/\?\?.+$/g, ''],
]
const statement =
  /^\s+(?:(?:await |void )?[\w.]+\(.*\)|if \(.*\) .*[^{]|[\w.]+ (?:-=|\+=|=) .*|\.filter\(.*\)|['"`][^:]*,|[\w'-]+: .*,|\.\.\.\w+,)$/

interface Mutant {
  readonly what: string
  readonly text: string
}

/** Node's own loader: it takes a millisecond where the test runner's takes twenty. */
const loadNatively = createRequire(import.meta.url)
const folder = join(projectFolder, `dist/under-attack-${process.pid}`)
let made = 0

/** Registers the tests of the rule in `file`, whose module is `rule`. */
export function secured<Rule extends object>(
  file: string,
  rule: Rule,
  attacks: Attacks<Rule>,
  { mutants: own = [], alike = {} }: More = {},
): void {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const text = readFileSync(join(projectFolder, file), 'utf8')
  test.each(Object.entries(attacks))('%s', async (_name, attack) => void (await attack(rule)))

  test(`an attack tells of every slip in ${file}`, async () => {
    // The copy itself holds: what fails below fails for what was changed.
    expect(await toldBy(load<Rule>(file, text), attacks)).toBeNull()
    const mutants = [...slipped(stripTypeScriptTypes(text)), ...own.flatMap(([from, to]) => replaced(text, from, to))]
    const unneeded = new Set(Object.keys(alike))
    const survivors: string[] = []
    let told = 0
    for (const mutant of mutants) {
      const changed = mutant.text === text ? null : load<Rule>(file, mutant.text)
      if (changed === null) continue
      const known = Object.keys(alike).find((part) => mutant.what.includes(part))
      if ((await toldBy(changed, attacks)) !== null) told += 1
      else if (known !== undefined) unneeded.delete(known)
      else survivors.push(mutant.what)
    }
    expect(survivors).toEqual([])
    expect([...unneeded]).toEqual([])
    expect(told).toBeGreaterThanOrEqual(3)
  }, 120_000)
}

/** The first attack that `rule` does not withstand. */
async function toldBy<Rule>(rule: Rule | null, attacks: Attacks<Rule>): Promise<string | null> {
  if (rule === null) return 'it does not load'
  for (const [name, attack] of Object.entries(attacks)) {
    try {
      await Promise.race([attack(rule), tooLong()])
    } catch {
      return name
    }
  }
  return null
}

/** A question that is never answered is told of too. */
function tooLong(): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), 2_000).unref())
}

/** The module of `text` in place of that of `file`; null where that is no program any more, which no attack has to tell. */
function load<Rule>(file: string, text: string): Rule | null {
  made += 1
  const beside = pathToFileURL(dirname(join(projectFolder, file))).href
  const copy = join(folder, `${made}.ts`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(copy, text.replaceAll(/from '(?=\.\.?\/)/g, `from '${beside}/`))
  try {
    return loadNatively(copy)
  } catch (cause) {
    if (cause instanceof SyntaxError || (cause as NodeJS.ErrnoException).code === 'ERR_INVALID_TYPESCRIPT_SYNTAX')
      return null
    throw cause
  }
}

function slipped(text: string): Mutant[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    if (/^import |^\s*(?:\/?\*|\/\/)/.test(line)) return []
    const instead = (other: string): Mutant => ({
      what: `${at + 1}: ${line.trim()} → ${other.trim() || 'nothing'}`,
      text: lines.with(at, other).join('\n'),
    })
    return [
      ...(statement.test(line) ? [instead('')] : []),
      ...slips.flatMap(([from, to]) => replaced(line, from, to).map((it) => instead(it.text))),
    ]
  })
}

/** A copy for each place where `from` stands. */
function replaced(text: string, from: string | RegExp, to: string): Mutant[] {
  const places =
    typeof from === 'string'
      ? Array.from(text, (_letter, at) => at).filter((at) => text.startsWith(from, at))
      : Array.from(text.matchAll(from), ({ index }) => index)
  const copies = places.map((at) => {
    const rest = text.slice(at)
    const [found, other] =
      typeof from === 'string'
        ? [from, to + rest.slice(from.length)]
        : [from.source, rest.replace(new RegExp(from, 'm'), to)]
    return { what: `${found.trim()} → ${to.trim() || 'nothing'}`, text: text.slice(0, at) + other }
  })
  if (copies.length === 0 && text.includes('\n')) throw new Error(`Nothing to change: ${from}`)
  return copies
}
