import { RadioGroup } from '#renderer/components/choices.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { type PackageTemplate, type PackageVariant, packageVariants } from '#shared/domain/records/package-template.ts'

interface Props {
  readonly variant: PackageVariant
  readonly onVariant: (variant: PackageVariant) => void
  /** Those of the body and the variant. */
  readonly templates: readonly PackageTemplate[]
  readonly templateId: string | null
  readonly onTemplate: (id: string | null) => void
  readonly problem: string | undefined
}

/** What the package is for, and the template it follows; without templates there is nothing to choose but the usual layout. */
export function LayoutChoice({ variant, onVariant, templates, templateId, onTemplate, problem }: Props) {
  const t = useT()
  return (
    <>
      <RadioGroup
        label={t('packages.readiness.fields.variant')}
        look="segments"
        options={packageVariants.map((key) => ({ key, label: t(`codes.packageVariant.${key}`) }))}
        value={variant}
        onChange={onVariant}
      />
      {templates.length > 0 && (
        <Select
          label={t('packages.readiness.fields.template')}
          hint={t('packages.readiness.templateHint')}
          options={templates.map(({ id, name }) => ({ key: id, label: name }))}
          emptyLabel={t('packages.readiness.usualTemplate')}
          value={templateId}
          onChange={onTemplate}
          problem={problem}
        />
      )}
    </>
  )
}
