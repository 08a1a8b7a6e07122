/** The last check of each file, in `checks/` of this device's home folder: a check must not change the file that it looks at. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type CheckReport, checkReport } from '#shared/domain/file-check.ts'
import { folderName } from '../backups/list.ts'

const kept = z.object({ key: z.string(), report: checkReport })

export function checkFolder(home: string): string {
  return join(home, 'checks')
}

/**
 * Keeps a report in the place of the one before. Without the names of records and of who made changes: a name that is taken out of the file
 * must not stay here, and none of an encrypted file's may ever stand here.
 *
 * @param key the file's id, or its path where it can't tell its id.
 */
export function keepReport(home: string, key: string, report: CheckReport): void {
  const steps = report.steps.map((step) => ({
    ...step,
    findings: step.findings.map(({ record, ...finding }) => ({
      ...finding,
      params: 'who' in finding.params ? { ...finding.params, who: '–' } : finding.params,
      record: record && { ...record, name: null, day: null },
    })),
  }))
  mkdirSync(checkFolder(home), { recursive: true })
  const path = pathOf(home, key)
  writeFileSync(`${path}.part`, JSON.stringify({ key, report: { ...report, steps } } satisfies z.infer<typeof kept>))
  renameSync(`${path}.part`, path)
}

/** The report kept under a key; null where there is none that can be read. Never throws. */
export function keptReport(home: string, key: string): CheckReport | null {
  try {
    const read = kept.parse(JSON.parse(readFileSync(pathOf(home, key), 'utf8')))
    return read.key === key ? read.report : null
  } catch {
    return null
  }
}

function pathOf(home: string, key: string): string {
  return join(checkFolder(home), `${folderName(key)}.json`)
}
