import { useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { isDone } from '#shared/contract/problem.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './statistics.module.css'
import { askAbove } from './statistics-file.ts'
import { StatisticsMapping } from './statistics-mapping.tsx'
import { StatisticsRows } from './statistics-rows.tsx'
import {
  firstMapping,
  type Mapping,
  openStatistics,
  type Preview,
  type StatisticsFile,
  usePreview,
} from './statistics-use.ts'

interface Props {
  readonly onClose: () => void
  /** The indicator that the figures are for, where it is known. */
  readonly indicatorId?: string
}
type Chosen = { readonly file: File; readonly refused?: 'empty' | 'tooLarge' | 'unreadable' }

/** Figures out of a file of SSB or SCB: chosen, looked at, tied to an indicator, and fetched in one change. */
export function StatisticsImport({ onClose, indicatorId }: Props) {
  const t = useT()
  const format = useFormat()
  const chooser = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [opened, setOpened] = useState<StatisticsFile | null>(null)
  async function read(file: File) {
    const result = await openStatistics(file)
    if ('refused' in result) setChosen({ file, refused: result.refused })
    else setOpened(result)
  }
  function choose(file: File | undefined) {
    if (!file) return
    setOpened(null)
    setChosen({ file })
    if (file.size <= askAbove) void read(file)
  }
  return (
    <Dialog open onClose={onClose} title={t('indicators.statistics.title')} size="large" closeOutside={false}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{t('indicators.statistics.text')}</p>
        <div className={styles.fileRow}>
          <Button kind={opened ? 'normal' : 'primary'} icon="file" onPress={() => chooser.current?.click()}>
            {t(chosen ? 'indicators.statistics.chooseOther' : 'indicators.statistics.choose')}
          </Button>
          <input
            ref={chooser}
            type="file"
            hidden
            accept=".json,.csv,.txt,.tsv"
            tabIndex={-1}
            aria-label={t('indicators.statistics.choose')}
            onChange={(event) => {
              choose(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <span role="status">
            {chosen &&
              t('indicators.statistics.file', { name: chosen.file.name, size: format.bytes(chosen.file.size) })}
            {opened && (
              <>
                {' '}
                {t(
                  opened.encoding === 'Windows-1252'
                    ? 'indicators.statistics.readAsOld'
                    : 'indicators.statistics.readAs',
                  { format: opened.format === 'csv' ? 'CSV' : 'JSON-stat', encoding: opened.encoding },
                )}
              </>
            )}
          </span>
          {chosen && !opened && !chosen.refused && chosen.file.size > askAbove && (
            <Button onPress={() => void read(chosen.file)}>{t('indicators.statistics.read')}</Button>
          )}
        </div>
        {chosen?.refused && (
          <div role="alert">
            <Note tone="danger">{t(`indicators.statistics.refusedFile.${chosen.refused}`)}</Note>
          </div>
        )}
        {opened && (
          <Looked key={`${opened.name} ${opened.size}`} file={opened} indicatorId={indicatorId} onClose={onClose} />
        )}
      </div>
    </Dialog>
  )
}

interface LookedProps {
  readonly file: StatisticsFile
  readonly indicatorId: string | undefined
  readonly onClose: () => void
}

/** What the file holds, how it is to be understood, and what would come of it. */
function Looked({ file, indicatorId, onClose }: LookedProps) {
  const t = useT()
  const format = useFormat()
  const [indicator, setIndicator] = useState<string | null>(indicatorId ?? null)
  const [rest, setRest] = useState<Omit<Mapping, 'indicatorId'> | null>(null)
  const [vintage, setVintage] = useState<string | null>(null)
  const [source, setSource] = useState<string | null>(null)
  const [sure, setSure] = useState(false)
  const mapping: Mapping | null = indicator && rest && complete(rest) ? { ...rest, indicatorId: indicator } : null
  const { preview, problem, busy } = usePreview(file, mapping, vintage)
  const fetched = vintage ?? preview?.updatedOn ?? today()
  const named =
    source ?? ([preview?.source, preview?.title].filter(Boolean).join(', ').slice(0, 200) || file.name.slice(0, 200))
  const run = useCommand('measurements.import', {
    done: ({ added, corrected, refused }) =>
      [
        t('indicators.figures.saved', { count: added + corrected, shown: format.number(added + corrected) }),
        refused > 0 && t('indicators.statistics.leftOut', { count: refused, shown: format.number(refused) }),
      ]
        .filter(Boolean)
        .join(' '),
  })
  useEffect(() => {
    if (preview && !rest && preview.dimensions.length > 0) setRest(firstMapping(preview))
  }, [preview, rest])
  if (!preview) return problem ? <ErrorNote error={problem} /> : <Loading lines={4} />
  const counts = mapping ? preview.counts : null
  const writes = counts ? (counts.new ?? 0) + (counts.revised ?? 0) + (counts.jump ?? 0) + (counts.older ?? 0) : 0
  const jumps = counts?.jump ?? 0
  return (
    <>
      {problem && <ErrorNote error={problem} />}
      {preview.problems.length > 0 && (
        <Note tone="danger">
          <ul>
            {preview.problems.slice(0, 20).map(({ line, message }) => (
              <li key={`${line} ${message.key} ${JSON.stringify(message.params)}`}>
                {line !== null && <strong>{t('indicators.statistics.line', { line })}</strong>}{' '}
                {messageText(t, message.params ? { key: message.key, params: message.params } : { key: message.key })}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <p>
        {[
          preview.title,
          preview.source,
          preview.updatedOn && t('indicators.statistics.updated', { day: format.day(preview.updatedOn) }),
          t('indicators.statistics.cells', { count: preview.cells, shown: format.number(preview.cells) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {rest && preview.dimensions.length > 0 && (
        <>
          <StatisticsMapping
            preview={preview}
            indicatorId={indicator}
            onIndicator={setIndicator}
            fixed={indicatorId !== undefined}
            mapping={rest}
            onChange={(changes) => setRest({ ...rest, ...changes })}
          />
          <div className={styles.pair}>
            <DayField
              label={t('app.fields.vintage')}
              value={fetched}
              onChange={(day) => setVintage(day)}
              problem={run.field('vintage')}
            />
            <TextField
              label={t('app.fields.sourceDocument')}
              value={named}
              onChange={(text) => setSource(text.slice(0, 200))}
              problem={run.field('sourceDocument')}
            />
          </div>
        </>
      )}
      {!mapping && rest && <Note tone="info">{t('indicators.statistics.chooseIndicator')}</Note>}
      {counts && preview.rows && (
        <StatisticsRows
          rows={preview.rows}
          counts={counts}
          unread={preview.unread}
          indicatorId={indicator ?? ''}
          regions={regionNames(preview, mapping?.regionDimension ?? null)}
          busy={busy}
        />
      )}
      {jumps > 0 && (
        <Checkbox
          label={t('indicators.statistics.sure', { count: jumps, shown: format.number(jumps) })}
          checked={sure}
          onChange={setSure}
        />
      )}
      {run.problem && <ErrorNote error={run.problem} />}
      <div className={styles.buttons}>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        {counts && (
          <Button
            kind="primary"
            busy={run.busy || busy}
            disabled={writes === 0 || (jumps > 0 && !sure) || !mapping}
            onPress={() =>
              mapping &&
              void run
                .run({
                  format: file.format,
                  text: file.text,
                  mapping,
                  vintage: fetched,
                  sourceDocument: named.trim() || null,
                  confirmJumps: sure,
                })
                .then((reply) => {
                  if (isDone(reply)) onClose()
                })
            }
          >
            {t('indicators.statistics.import', { count: writes, shown: format.number(writes) })}
          </Button>
        )}
      </div>
    </>
  )
}

function regionNames(preview: Preview, dimension: string | null): ReadonlyMap<string, string> {
  const values = preview.dimensions.find(({ id }) => id === dimension)?.values ?? []
  return new Map(values.filter(({ code, label }) => code !== label).map(({ code, label }) => [code, label]))
}

/** A region must be known one way or the other before figures can be counted. */
function complete(mapping: Omit<Mapping, 'indicatorId'>): boolean {
  return mapping.periodDimension !== '' && (mapping.regionDimension !== null || Boolean(mapping.regionCode))
}
