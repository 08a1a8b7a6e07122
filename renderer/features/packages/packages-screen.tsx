import { useCallback, useMemo } from 'react'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useScreenActions } from '#renderer/lib/shell.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { NewPackage } from './new-package.tsx'
import { choiceKeys } from './package-choices.ts'
import { PackageDetail } from './package-detail.tsx'
import { PackageList } from './package-list.tsx'

/** `id`: the open package, from the address; `new` for the form of a new one; null shows the list alone. */
export function PackagesScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const readOnly = useReadOnly()
  const go = useGo()
  const format = useFormat()
  const packages = useOperation('packages.list', {})
  const close = useCallback(() => go('packages', null, { keepSearch: true, without: choiceKeys }), [go])
  const actions = useMemo(
    () => [
      {
        id: 'packages.new',
        label: t('packages.new.action'),
        icon: 'plus' as const,
        disabled: readOnly,
        run: () => go('packages', 'new', { keepSearch: true }),
      },
    ],
    [t, go, readOnly],
  )
  useScreenActions(actions)
  const count = packages.data?.length
  const opened = packages.data?.find((one) => one.id === id)
  return (
    <MasterDetail
      list={
        <>
          <PageHeader
            title={t('app.areas.packages')}
            detail={count === undefined ? '' : t('packages.list.count', { count, number: format.number(count) })}
            actions={
              <WriteButton
                kind={id ? 'normal' : 'primary'}
                icon="plus"
                onPress={() => go('packages', 'new', { keepSearch: true })}
              >
                {t('packages.new.action')}
              </WriteButton>
            }
          />
          <PackageList packages={packages} openId={id} />
        </>
      }
      detail={
        id === 'new' ? <NewPackage onClose={close} /> : id ? <PackageDetail key={id} id={id} onClose={close} /> : null
      }
      detailLabel={id === 'new' ? t('packages.new.title') : (opened?.title ?? t('app.entities.packages'))}
      onClose={close}
    />
  )
}
