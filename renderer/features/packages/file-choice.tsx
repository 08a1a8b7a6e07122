import { useState } from 'react'
import { MultiSelect } from '#renderer/components/choices.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { type PackageFormat, packageFormats } from '#shared/domain/records/board-package.ts'
import { type PackageEdition, packageEditions } from '#shared/domain/records/package-template.ts'

type Made = OutputOf<'packages.open'>['package']
interface Files {
  readonly formats: PackageFormat[]
  readonly editions: PackageEdition[]
}
const usual: Files = { formats: ['docx', 'xlsx'], editions: ['full'] }

/** Which of a package's files to make: those last made for its body until others are chosen. PDF only where something makes it. */
export function useFileChoice(made: Made) {
  const means = useOperation('packages.means', {})
  const last = useOperation('packages.usualFiles', { bodyId: made.bodyId })
  const [chosen, setChosen] = useState<Partial<Files>>({})
  const formats = packageFormats.filter((key) => key !== 'pdf' || Boolean(means.data?.pdf))
  const remembered = (last.data ?? usual).formats.filter((key) => formats.includes(key))
  const value: Files = {
    formats: chosen.formats ?? (remembered.length > 0 ? remembered : usual.formats),
    editions: made.publicSha256 === null ? usual.editions : (chosen.editions ?? (last.data ?? usual).editions),
  }
  return {
    isPending: means.isPending || last.isPending,
    noPdf: means.data?.pdf === null,
    /** Those that can be chosen. */
    formats,
    /** A package without anything confidential has one edition only. */
    hasEditions: made.publicSha256 !== null,
    value,
    count: value.formats.length * value.editions.length,
    change: (changes: Partial<Files>) => setChosen((before) => ({ ...before, ...changes })),
  }
}

interface Props {
  readonly choice: ReturnType<typeof useFileChoice>
  readonly labels: { readonly formats: string; readonly editions: string }
  /** Says at once that nothing is chosen; otherwise when it is tried. */
  readonly tried: boolean
  /** Each format with what it is for. */
  readonly explained?: boolean
}

/** Formats and editions to tick. */
export function FileChoice({ choice, labels, tried, explained = false }: Props) {
  const t = useT()
  const { formats, hasEditions, value, change } = choice
  const detail = {
    docx: t('packages.export.docxText'),
    xlsx: t('packages.export.xlsxText'),
    pdf: t('packageSending.pdfText'),
  }
  return (
    <>
      <MultiSelect
        label={labels.formats}
        look={explained ? 'list' : 'chips'}
        options={formats.map((key) => ({
          key,
          label: t(`codes.packageFormat.${key}`),
          ...(explained ? { detail: detail[key] } : {}),
        }))}
        value={value.formats}
        onChange={(next) => change({ formats: next })}
        problem={tried && value.formats.length === 0 ? t('packageSending.noFormat') : undefined}
      />
      {hasEditions && (
        <MultiSelect
          label={labels.editions}
          hint={t('packageSending.editionHint')}
          options={packageEditions.map((key) => ({ key, label: t(`codes.packageEdition.${key}`) }))}
          value={value.editions}
          onChange={(next) => change({ editions: next })}
          problem={tried && value.editions.length === 0 ? t('packageSending.noEdition') : undefined}
        />
      )}
    </>
  )
}
