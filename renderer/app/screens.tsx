/** Hands each screen the id in the address; the screens themselves load when first shown. */
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Loading } from '#renderer/components/notes.tsx'

const VisitsScreen = lazy(async () => ({
  default: (await import('#renderer/features/visits/visits-screen.tsx')).VisitsScreen,
}))
const CompaniesScreen = lazy(async () => ({
  default: (await import('#renderer/features/companies/companies-screen.tsx')).CompaniesScreen,
}))
const FollowUpsScreen = lazy(async () => ({
  default: (await import('#renderer/features/follow-ups/follow-ups-screen.tsx')).FollowUpsScreen,
}))
const PackagesScreen = lazy(async () => ({
  default: (await import('#renderer/features/packages/packages-screen.tsx')).PackagesScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('#renderer/features/settings/settings-screen.tsx')).SettingsScreen,
}))
const screens = {
  visits: VisitsScreen,
  companies: CompaniesScreen,
  followUps: FollowUpsScreen,
  packages: PackagesScreen,
  settings: SettingsScreen,
}

function RecordScreen({ area }: { readonly area: keyof typeof screens }) {
  const params = useParams({ strict: false }) as { id?: string }
  const Screen = screens[area]
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <Screen id={params.id ?? null} />
    </Suspense>
  )
}

export const VisitsRoute = () => <RecordScreen area="visits" />
export const CompaniesRoute = () => <RecordScreen area="companies" />
export const FollowUpsRoute = () => <RecordScreen area="followUps" />
export const PackagesRoute = () => <RecordScreen area="packages" />
export const SettingsRoute = () => <RecordScreen area="settings" />
