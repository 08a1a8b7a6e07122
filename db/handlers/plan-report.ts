import { translator } from '#shared/i18n/translator.ts'
import { type AreaHandlers, today } from '../context.ts'
import { writeAtomically } from '../files.ts'
import { houseStyleOf } from '../package-layout.ts'
import { assemblePlanPaper } from '../plan-paper.ts'
import { stopIfCancelled } from './checking.ts'

export const planReportHandlers: Pick<AreaHandlers<'plans'>, 'plans.report'> = {
  'plans.report': ({ id, language }, context) => {
    const { files, rendering, store } = context
    const by = { today: today(context), madeBy: context.actor.name }
    const paper = assemblePlanPaper(store, id, language, by)
    const style = houseStyleOf(store)
    const name = translator(language)('documents.strategy.report.fileName', { plan: paper.plan.title, day: by.today })
    const jobId = context.jobs.start(async (report, signal) => {
      report({ step: 'packages.steps.layout' })
      const bytes = await rendering.renderPlan(paper, style, (share) => report({ progress: share * 0.9 }), signal)
      stopIfCancelled(signal)
      report({ state: 'asking', progress: 0.9, step: 'packages.steps.asking' })
      const path = await files.chooseTarget(`${name}.docx`, 'docx')
      if (path === null) return null
      stopIfCancelled(signal)
      report({ state: 'working', progress: 0.95, step: 'packages.steps.saving' })
      await writeAtomically(path, bytes)
      return { ...(await files.keep(path)), size: bytes.byteLength }
    })
    return { jobId }
  },
}
