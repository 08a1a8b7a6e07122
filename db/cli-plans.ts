/** Plan files on the command line; each function gives the exit code. */
import { readFile } from 'node:fs/promises'
import { timeZoneOf, todayIn } from '#shared/domain/days.ts'
import type { Language } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { translator } from '#shared/i18n/translator.ts'
import { remarksOf } from '#shared/plan-file/check.ts'
import { readPlanFile } from '#shared/plan-file/read.ts'
import { writePlanFile } from '#shared/plan-file/write.ts'
import { transact } from './changes.ts'
import { withStore } from './cli-store.ts'
import { uuidv7 } from './ids.ts'
import { plansForFile } from './plan-export.ts'
import { importPlans as makePlans, personFinder, planFileSetting, planHere } from './plan-import.ts'
import { readAll } from './store.ts'
import { writeWhole } from './write-whole.ts'

/** Makes the plans that are not here yet, all or none; what is said of the file's lines is printed. */
export async function importPlans(path: string, planPath: string, language: Language): Promise<number> {
  const text = await readFile(planPath, 'utf8')
  let code = 0
  await withStore(path, async (store) => {
    const today = todayIn(timeZoneOf(store.country), new Date())
    const file = readPlanFile(text)
    const missing = file.plans.filter((plan) => {
      const here = planHere(store, plan) !== undefined
      if (here) console.log(`${plan.fields.title}: is here already, left out`)
      return !here
    })
    const remarks = remarksOf(file.remarks, missing, planFileSetting(store, { today, language }))
    const t = translator(language)
    for (const { severity, line, message } of remarks) {
      const place = line === null ? '' : `line ${line}: `
      console[severity === 'error' ? 'error' : 'log'](`${severity}: ${place}${messageText(t, message)}`)
    }
    if (remarks.some(({ severity }) => severity === 'error')) {
      code = 1
      return
    }
    if (missing.length === 0) return
    const [partnership] = readAll(store, 'partnership', 'id')
    const actor = partnership?.contactName ?? partnership?.name ?? 'Fyr'
    const maker = { newId: () => uuidv7(Date.now()), today, actor, personNamed: personFinder(store) }
    transact(store, { actor, command: 'plans.import' }, (write) => {
      makePlans(write, missing, maker)
    })
    for (const { fields } of missing) console.log(`${fields.title}: imported`)
  })
  return code
}

/** All plans of a file as one plan file. */
export async function exportPlans(path: string, target: string): Promise<number> {
  await withStore(path, async (store) => {
    const plans = readAll(store, 'plans', 'created_stamp, id')
    const text = writePlanFile(plansForFile(store, plans))
    await writeWhole(target, new TextEncoder().encode(text))
    console.log(`${target}: ${plans.length} plans`)
  })
  return 0
}
