import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './opening.module.css'

type Report = NonNullable<OutputOf<'opening.salvageReport'>>

/** What came of the salvage that the open file was made by. It is pointed to until somebody says that it was read. */
export function SalvageReport({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const report = useOperation('opening.salvageReport', {})
  const read = useCommand('opening.reportRead', { problemAsToast: true })
  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      title={t('opening.report.title')}
      actions={
        <Button
          kind="primary"
          busy={read.busy}
          onPress={async () => {
            if ((await read.run({})).ok) onClose()
          }}
        >
          {t('opening.report.read')}
        </Button>
      }
    >
      {report.error && <ErrorNote error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Loading />}
      {report.data && <ReportBody report={report.data} />}
    </Dialog>
  )
}

function ReportBody({ report }: { readonly report: Report }) {
  const t = useT()
  const format = useFormat()
  const counted = (['missingChanges', 'unknownAuthors', 'unknownRows'] as const).filter((key) => report[key] > 0)
  const columns = (['rebuilt', 'corrected', 'lost', 'placeholders'] as const).filter((key) =>
    report.kinds.some((kind) => kind[key] > 0),
  )
  return (
    <div className={styles.report}>
      <Note tone={report.nothingLost ? 'success' : 'warning'}>
        {t(report.nothingLost ? 'opening.report.nothingLost' : 'opening.report.some')}
      </Note>
      <p>{t('opening.report.from', { when: format.instant(report.at), file: report.from })}</p>
      {report.partnershipLost && <p>{t('opening.report.partnershipLost')}</p>}
      {counted.map((key) => (
        <p key={key}>{t(`opening.report.${key}`, { count: report[key] })}</p>
      ))}
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('opening.report.kind')}</th>
              <th scope="col">{t('opening.report.kept')}</th>
              {columns.map((key) => (
                <th key={key} scope="col">
                  {t(`opening.report.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.kinds.map((kind) => (
              <tr key={kind.entity}>
                <th scope="row">{kindText(t, kind.entity)}</th>
                <td>{format.number(kind.kept)}</td>
                {columns.map((key) => (
                  <td key={key}>{format.number(kind[key])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {report.kinds.some((kind) => kind.placeholders > 0) && <p>{t('opening.report.placeholderText')}</p>}
      <Records title={t('opening.report.lostTitle')} records={report.lost} count={report.lostCount} />
      <Records title={t('opening.report.maybeOlderTitle')} records={report.maybeOlder} count={report.maybeOlderCount} />
      <Records title={t('opening.report.loosenedTitle')} records={report.loosened} count={report.loosenedCount} />
      <Records title={t('opening.report.filesTitle')} records={report.lostFiles} count={report.lostFiles.length} />
      {report.textFile && <p>{t('opening.report.textFile', { file: report.textFile })}</p>}
    </div>
  )
}

function kindText(t: ReturnType<typeof useT>, entity: Report['lost'][number]['entity']): string {
  return entity === null ? t('opening.report.unknownKind') : t(`app.entities.${entity}`)
}

function Records({
  title,
  records,
  count,
}: {
  readonly title: string
  readonly records: Report['lost']
  readonly count: number
}) {
  const t = useT()
  if (count === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {records.map(({ entity, id, name }, at) => (
          // One record may have lost several links.
          <li key={`${id} ${String(at)}`}>
            {kindText(t, entity)}: {name ?? t('opening.report.unnamed')}
          </li>
        ))}
        {count > records.length && <li>{t('opening.report.more', { count: count - records.length })}</li>}
      </ul>
    </section>
  )
}
