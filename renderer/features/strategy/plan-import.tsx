import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { isDone } from '#shared/contract/problem.ts'
import styles from './plan.module.css'
import { ImportPreview } from './plan-import-preview.tsx'

/** Bytes of the largest plan file that is read; the contract takes as many characters. */
const largest = 4_000_000

/** A plan file: chosen, looked through, and imported as far as is chosen. */
export function PlanImport({ onDone }: { readonly onDone: (ids: readonly string[]) => void }) {
  const t = useT()
  const format = useFormat()
  const chooser = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  async function onChosen(event: ChangeEvent<HTMLInputElement>) {
    const [chosen] = event.target.files ?? []
    // The same file may be chosen again, once it is corrected.
    event.target.value = ''
    if (!chosen) return
    const { name, size } = chosen
    setFile(null)
    if (size > largest) {
      setWrong(t('strategy.import.tooLarge', { name, size: format.bytes(size), most: format.bytes(largest) }))
      return
    }
    try {
      const text = await chosen.text()
      setWrong(null)
      setFile({ name, text })
    } catch {
      setWrong(t('strategy.import.unreadable', { name }))
    }
  }
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{t('strategy.import.text')}</p>
      <div className={styles.buttons}>
        <Button icon="folder" kind={file ? 'normal' : 'primary'} onPress={() => chooser.current?.click()}>
          {t(file ? 'strategy.import.chooseOther' : 'strategy.import.choose')}
        </Button>
        {file && <span>{file.name}</span>}
      </div>
      <input
        ref={chooser}
        type="file"
        accept=".yaml,.yml"
        hidden
        aria-label={t('strategy.import.choose')}
        tabIndex={-1}
        onChange={(event) => void onChosen(event)}
      />
      {wrong && (
        <Note tone="danger">
          <span role="alert">{wrong}</span>
        </Note>
      )}
      {file && <Chosen key={file.text} text={file.text} onDone={onDone} />}
    </div>
  )
}

function Chosen({ text, onDone }: { readonly text: string; readonly onDone: (ids: readonly string[]) => void }) {
  const t = useT()
  const preview = useOperation('plans.previewImport', { text })
  const run = useCommand('plans.import', {
    done: ({ planIds }) => t('strategy.import.done', { count: planIds.length }),
  })
  if (preview.isPending) return <Loading lines={5} />
  if (preview.error) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
  return (
    <>
      {run.problem && <ErrorNote error={run.problem} />}
      <ImportPreview
        preview={preview.data}
        busy={run.busy}
        onImport={(plans) =>
          void run.run({ text, plans }).then((reply) => {
            if (isDone(reply)) onDone(reply.ok ? reply.value.planIds : [])
          })
        }
      />
    </>
  )
}
