import { translator } from '#shared/i18n/translator.ts'
import { type AreaHandlers, today } from '../context.ts'
import { houseStyleOf } from '../package-layout.ts'
import { assemblePlanPaper } from '../plan-paper.ts'
import { saveMadeFile } from '../save-made-file.ts'

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
      return saveMadeFile(files, { name: `${name}.docx`, kind: 'docx', bytes }, report, signal)
    })
    return { jobId }
  },
}
