/** Fyr without a window: `npm run fyr -- --help`, `npm run demo`. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const usage = `Usage: npm run fyr -- COMMAND …

  demo     [--out FOLDER]                       both samples and their board packages in Word and Excel (FOLDER: out)
  sample   --out FILE [--sample ostfold|robertsfors] [--years N] [--visits-per-year N] [--seed N] [--today YYYY-MM-DD]
  package  FILE [--body NAME] [--meeting DAY|ID|next|none] [--variant papers|notice|agenda|annualReport] [--template NAME]
           [--from DAY] [--to DAY] [--confidential] [--format docx,xlsx,pdf] [--edition full,public] [--lang nb|sv|en] [--out FOLDER]
           makes the body's next package, keeps it in FILE and writes it (for the next meeting, an annual report for none; FOLDER: out);
           with --confidential the public edition is made beside the full one
  import-plan FILE PLAN.yaml                    makes the plans of PLAN.yaml that FILE lacks; ends with 1 and makes none where it has errors
  export-plan FILE PLAN.yaml                    writes all plans of FILE as one plan file (docs/plan-format.md)
  check    FILE [--lang nb|sv|en] [--home FOLDER] [--json]
           every check of a file that is not open, step by step, and the age of its newest backup in Fyr's home folder; writes
           nothing; ends with 1 where damage or a fault was found, or the file can't be looked at
  salvage  FILE --out FILE                      reads what can be read of a damaged file that is not open into a new one, tells what
                                                could not, and ends with 1 where something is lost
  backup   FILE --out FILE                      a verified copy
  backups  FOLDER                               lists the backups in Fyr's home folder, a second place or below another folder
  restore  BACKUP --out FILE                    makes a file of a backup, after every check of it

  --recovery-code-file FILE   of an encrypted file, for every command: a text file with its recovery code, as Fyr saved it (- for standard
                              input); sample makes its file encrypted with it
  --lang   language of messages, and of the package (nb, sv, en)
  --help   this text`

/** The command was asked for wrongly; the usage text follows its message. */
class UsageError extends Error {}

// Older releases neither read TypeScript nor load the database; the scripts bring their own.
const major = Number(process.versions.node.split('.')[0])
if (major < 22) {
  console.error(`Node ${process.versions.node} is too old for this. Use: npm run fyr -- …`)
  process.exit(1)
}
async function main(args: readonly string[]): Promise<number> {
  let language: 'nb' | 'sv' | 'en' = 'en'
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        sample: { type: 'string', default: 'ostfold' },
        years: { type: 'string', default: '3' },
        'visits-per-year': { type: 'string', default: '50' },
        seed: { type: 'string', default: '1' },
        today: { type: 'string' },
        body: { type: 'string' },
        meeting: { type: 'string' },
        variant: { type: 'string', default: 'papers' },
        template: { type: 'string' },
        confidential: { type: 'boolean', default: false },
        format: { type: 'string', default: 'docx,xlsx' },
        edition: { type: 'string', default: 'full,public' },
        from: { type: 'string' },
        to: { type: 'string' },
        lang: { type: 'string' },
        home: { type: 'string' },
        'recovery-code-file': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const [command, file, second] = positionals
    if (values.help || command === undefined) {
      console.log(usage)
      return values.help ? 0 : 1
    }
    if (values.lang !== undefined) language = oneOf('--lang', values.lang, ['nb', 'sv', 'en'])
    const commands = await import('./cli-commands.ts')
    const codeFile = values['recovery-code-file']
    const code = codeFile === undefined ? null : (await import('./cli-code.ts')).readCodeFile(codeFile)
    switch (command) {
      case 'demo':
        return await (await import('./cli-packages.ts')).demo(folder(values.out), day('--today', values.today))
      case 'sample':
        return commands.sample(target(values.out), {
          sample: oneOf('--sample', values.sample, ['ostfold', 'robertsfors']),
          years: whole('--years', values.years, 1, 100),
          visitsPerYear: whole('--visits-per-year', values['visits-per-year'], 1, 100_000),
          seed: whole('--seed', values.seed, 0, 2 ** 31),
          today: day('--today', values.today),
          code,
        })
      case 'package': {
        const packages = await import('./cli-packages.ts')
        const variant = oneOf('--variant', values.variant, ['papers', 'notice', 'agenda', 'annualReport'])
        return await packages.makePackage(existing(file), {
          body: values.body ?? null,
          // A report of a year is for no meeting unless one is named.
          meeting: values.meeting ?? (variant === 'annualReport' ? 'none' : 'next'),
          variant,
          template: values.template ?? null,
          confidential: values.confidential,
          from: values.from === undefined ? null : day('--from', values.from),
          to: values.to === undefined ? null : day('--to', values.to),
          language: values.lang === undefined ? null : language,
          formats: packages.formatsIn(values.format),
          editions: packages.editionsIn(values.edition),
          out: folder(values.out),
        })
      }
      case 'import-plan':
        return await (await import('./cli-plans.ts')).importPlans(existing(file), named('PLAN.yaml', second), language)
      case 'export-plan':
        return await (await import('./cli-plans.ts')).exportPlans(existing(file), target(named('PLAN.yaml', second)))
      case 'check':
        return (await import('./cli-check.ts')).check(existing(file), {
          language,
          home: values.home ?? (await import('./home-folder.ts')).homeFolder(),
          json: values.json,
        })
      case 'salvage':
        return await commands.salvage(existing(file), target(values.out), language)
      case 'backups':
        return (await import('./cli-backups.ts')).backups(named('FOLDER', file))
      case 'restore':
        return await (await import('./cli-backups.ts')).restore(named('BACKUP', file), target(values.out))
      case 'backup':
        return commands.backup(existing(file), target(values.out))
      default:
        throw new UsageError(`There is no command “${command}”.`)
    }
  } catch (cause) {
    return await fail(cause, language)
  }
}

async function fail(cause: unknown, language: 'nb' | 'sv' | 'en'): Promise<number> {
  if (
    cause instanceof UsageError ||
    (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS'))
  ) {
    console.error(`${(cause as Error).message}\n\n${usage}`)
    return 2
  }
  const { CommandError } = await import('./cli-packages.ts')
  if (cause instanceof CommandError) {
    console.error(cause.message)
    return 1
  }
  const { problemSentence } = await import('./cli-commands.ts')
  console.error(problemSentence(cause, language) ?? cause)
  const { isKeyNeeded } = await import('./cli-code.ts')
  if (isKeyNeeded(cause)) console.error('Give the file that holds it: --recovery-code-file FILE')
  return 1
}

function needed(option: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`${option} is missing.`)
  return value
}
function oneOf<const T extends string>(option: string, value: string, list: readonly T[]): T {
  const found = list.find((item) => item === value)
  if (found === undefined) throw new UsageError(`${option} is “${value}”. It can be ${list.join(', ')}.`)
  return found
}
function whole(option: string, value: string, least: number, greatest: number): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least || number > greatest) {
    throw new UsageError(`${option} is “${value}”. It takes a whole number from ${least} to ${greatest}.`)
  }
  return number
}
/** A day as given, else the machine's own. */
function day(option: string, value: string | undefined): string {
  if (value === undefined) return new Date().toLocaleDateString('sv-SE')
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value)
  if (!isDay) throw new UsageError(`${option} is “${value}”. Write a day that exists, as 2026-12-31.`)
  return value
}
function existing(file: string | undefined): string {
  return resolve(needed('FILE', file))
}
function named(what: string, path: string | undefined): string {
  return resolve(needed(what, path))
}
function target(out: string | undefined): string {
  const path = resolve(needed('--out', out))
  if (existsSync(path)) throw new UsageError(`${path} is there already. Give another name, or remove it first.`)
  mkdirSync(dirname(path), { recursive: true })
  return path
}
function folder(out = 'out'): string {
  const path = resolve(out)
  mkdirSync(path, { recursive: true })
  return path
}

process.exitCode = await main(process.argv.slice(2))
