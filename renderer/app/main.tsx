import { createRoot } from 'react-dom/client'
import { watchFaults } from '#renderer/lib/faults.ts'
import { pickHost } from '#renderer/lib/host.ts'
import { createClient } from '#shared/contract/client.ts'
import '#renderer/styles/tokens.css'
import '#renderer/styles/base.css'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const client = createClient(pickHost())
watchFaults(client)
createRoot(root).render(<App client={client} />)
