import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay, VisuallyHidden } from 'react-aria-components'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { type PackageEdition, packageEditions } from '#shared/domain/records/package-template.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './pages-dialog.module.css'

interface Previewed {
  readonly of: InputOf<'packages.preparePages'>['of']
  /** It has what is confidential, so that its public edition is another one. */
  readonly withConfidential: boolean
}

/** A button that shows the pages of a package, made or only chosen, before anything is frozen or sent. */
export function PagesButton({ of, withConfidential }: Previewed) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="file" onPress={() => setOpen(true)}>
        {t('packagePages.open')}
      </Button>
      <ModalOverlay isOpen={open} onOpenChange={setOpen} className={styles.backdrop ?? ''}>
        <Modal className={styles.modal ?? ''}>
          <AriaDialog className={styles.dialog ?? ''}>
            <Pages of={of} withConfidential={withConfidential} onClose={() => setOpen(false)} />
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}

function Pages({ of, withConfidential, onClose }: Previewed & { readonly onClose: () => void }) {
  const t = useT()
  const prepare = useCommand('packages.preparePages')
  const { run } = prepare
  const [edition, setEdition] = useState<PackageEdition>('full')
  const [jobId, setJobId] = useState<string | null>(null)
  const { job, running, follow, cancel } = useExportJob()
  const asked = useRef(of)
  const [again, setAgain] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is prepared when it opens, for another edition, and on a press
  useEffect(() => {
    setJobId(null)
    void run({ of: asked.current, edition }).then((reply) => {
      follow(reply)
      setJobId(reply.ok ? reply.value.jobId : null)
    })
  }, [edition, again])
  const ready = job?.state === 'done' && job.id === jobId
  const pages = useOperation('packages.pages', { jobId: jobId ?? '' }, { enabled: ready })
  const failed = job?.problem ? messageText(t, { key: job.problem.key, params: job.problem.params ?? {} }) : undefined
  const problem = prepare.problemText ?? failed ?? (pages.data === null && ready ? t('packagePages.gone') : undefined)
  return (
    <>
      <div className={styles.head}>
        <Heading slot="title" level={2}>
          {t('packagePages.title')}
        </Heading>
        {withConfidential && (
          <RadioGroup
            label={t('packageSending.edition')}
            look="segments"
            options={packageEditions.map((key) => ({ key, label: t(`codes.packageEdition.${key}`) }))}
            value={edition}
            onChange={setEdition}
          />
        )}
        <IconButton icon="close" label={t('common.close')} onPress={onClose} />
      </div>
      {running && <JobProgress job={job} onCancel={cancel} />}
      {job?.state === 'cancelled' && <p>{t('packages.export.cancelled')}</p>}
      {(problem || job?.state === 'cancelled') && (
        <Note tone={problem ? 'danger' : 'info'}>
          {problem && <span role="alert">{problem}</span>}
          <Button small onPress={() => setAgain((count) => count + 1)}>
            {t('common.retry')}
          </Button>
        </Note>
      )}
      {ready && pages.data && <Shown key={jobId} base64={pages.data.base64} />}
    </>
  )
}

/** Round the pages, in pixels; `--s3` of the style sheet. */
const margin = 12
const zooms = [50, 75, 100, 125, 150, 200, 300] as const

function Shown({ base64 }: { readonly base64: string }) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [placed, setPlaced] = useState<{ count: number; step: number; title: string } | 'failed' | null>(null)
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState<number>(100)
  /** A page's number while it is being written. */
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    let release = () => {}
    let left = false
    void (async () => {
      try {
        const { drawWord } = await import('#renderer/components/paper/word-pages.ts')
        const { followContents, placePages } = await import('#renderer/components/paper/place-pages.ts')
        const place = host.current
        if (left || place === null) return
        const drawn = drawWord(bytesOf(base64))
        release = drawn.release
        const there = placePages(place, drawn)
        followContents(place)
        setPlaced({ ...there, title: drawn.title })
        // As large as fits across, at most life-size.
        const across = (100 * (frame.current?.clientWidth ?? 0)) / ((drawn.page.width * 96) / 72 + 2 * margin)
        setZoom(zooms.findLast((one) => one <= Math.min(across, 100)) ?? zooms[0])
      } catch {
        setPlaced('failed')
      }
    })()
    return () => {
      left = true
      release()
    }
  }, [base64])
  if (placed === 'failed') {
    return (
      <Note tone="danger">
        <span role="alert">{t('packagePages.failed')}</span>
      </Note>
    )
  }
  const count = placed?.count ?? 1
  const step = ((placed?.step ?? 1) * zoom) / 100
  const goTo = (next: number) => {
    const at = Math.min(count, Math.max(1, next))
    frame.current?.scrollTo({ top: (at - 1) * step })
    setPage(at)
  }
  const leaveNumber = () => {
    const next = Number(typed?.trim() || Number.NaN)
    setTyped(null)
    if (Number.isInteger(next)) goTo(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { PageDown: page + 1, ArrowRight: page + 1, PageUp: page - 1, ArrowLeft: page - 1, Home: 1, End: count }[
      event.key
    ]
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    goTo(to)
  }
  const nextZoom = (way: 1 | -1) => zooms[zooms.indexOf(zoom as 100) + way]
  const change = (way: 1 | -1) => {
    const next = nextZoom(way)
    if (next === undefined) return
    setZoom(next)
    requestAnimationFrame(() => frame.current?.scrollTo({ top: ((page - 1) * (placed?.step ?? 1) * next) / 100 }))
  }
  return (
    <>
      <div role="toolbar" aria-label={t('packagePages.tools')} className={styles.tools}>
        <IconButton icon="left" label={t('packagePages.before')} disabled={page <= 1} onPress={() => goTo(page - 1)} />
        <input
          className={styles.page}
          aria-label={t('packagePages.goTo')}
          inputMode="numeric"
          value={typed ?? String(page)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leaveNumber}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leaveNumber()
          }}
        />
        <span role="status">{t('packagePages.where', { page, count })}</span>
        <IconButton
          icon="right"
          label={t('packagePages.after')}
          disabled={page >= count}
          onPress={() => goTo(page + 1)}
        />
        <Button small disabled={nextZoom(-1) === undefined} onPress={() => change(-1)}>
          {t('packagePages.smaller')}
        </Button>
        <span>{zoom} %</span>
        <Button small disabled={nextZoom(1) === undefined} onPress={() => change(1)}>
          {t('packagePages.larger')}
        </Button>
      </div>
      <div
        ref={frame}
        role="document"
        aria-label={placed?.title || t('packagePages.title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className={styles.frame}
        onKeyDown={onKeyDown}
        onScroll={(event) => setPage(Math.min(count, Math.floor(event.currentTarget.scrollTop / step + 0.4) + 1))}
      >
        <div ref={host} style={{ zoom: zoom / 100 }} />
      </div>
      <VisuallyHidden>{t('packagePages.keys')}</VisuallyHidden>
    </>
  )
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
}
