import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { ExportProblem } from '#renderer/components/export-problem.tsx'
import type { IconName } from '#renderer/components/icon.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './minutes-panel.module.css'
import type { PaperChoice } from './papers-panel.tsx'

type Format = 'docx' | 'eml' | 'ics'
const icons: Readonly<Record<Format, IconName>> = { docx: 'file', eml: 'mail', ics: 'calendar' }

/** The calendar entry belongs to the meeting, so it is offered with what calls to it. */
function formatsOf(kind: PaperChoice['kind']): readonly Format[] {
  return kind === 'notice' || kind === 'agenda' ? ['docx', 'eml', 'ics'] : ['docx', 'eml']
}

/** Makes the files of a paper, one at a time, with progress and a way to stop. A file edited by hand is not overwritten unasked. */
export function PaperExport({ choice }: { readonly choice: PaperChoice }) {
  const t = useT()
  const [format, setFormat] = useState<Format>('docx')
  const start = useCommand('papers.export')
  const { job, running, follow, cancel } = useExportJob()
  const problem = start.problem ?? job?.problem ?? null
  function run(wanted: Format, overEdits: boolean) {
    setFormat(wanted)
    void start.run({ ...choice, format: wanted, overEdits }).then(follow)
  }
  return (
    <>
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div className={styles.formats}>
          {formatsOf(choice.kind).map((one) => (
            <Button
              key={one}
              kind={one === 'docx' ? 'primary' : 'normal'}
              icon={icons[one]}
              busy={start.busy && one === format}
              onPress={() => run(one, false)}
            >
              {t(`session.papers.format.${one}`)}
            </Button>
          ))}
        </div>
      )}
      <JobOutcome job={job} />
      {problem && !running && <ExportProblem problem={problem} onRun={(overEdits) => run(format, overEdits)} />}
    </>
  )
}
