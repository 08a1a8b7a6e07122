import { translator } from '#shared/i18n/translator.ts'
import type { AreaHandlers } from '../context.ts'
import { today } from '../context.ts'
import { readRegister } from '../register-export.ts'
import { saveMadeFile } from '../save-made-file.ts'
import { partnershipOf } from './checking.ts'

export const registerExportHandlers: AreaHandlers<'registers'> = {
  'registers.export': async (input, context) => {
    const { files, rendering } = context
    const t = translator(input.language)
    const reading = await readRegister(context, input)
    const register = t(`codes.register.${input.register}`)
    const name = `${register} ${partnershipOf(context.store).name} ${today(context)}.xlsx`
    const jobId = context.jobs.start(async (report, signal) => {
      report({ step: 'registers.workbook.steps.reading' })
      let told = 0
      const spec = await reading.read((share) => {
        // Each report makes every window ask again: once per hundredth is plenty.
        if (share - told < 0.01) return
        told = share
        report({ progress: share * 0.5 })
      }, signal)
      report({ progress: 0.5, step: 'registers.workbook.steps.writing' })
      const bytes = await rendering.renderWorkbook(spec, signal)
      return saveMadeFile(files, { name, kind: 'xlsx', bytes }, report, signal)
    })
    return { jobId }
  },
}
