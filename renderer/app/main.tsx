import { createRoot } from 'react-dom/client'
import { pickHost } from '#renderer/lib/host.ts'
import { createClient } from '#shared/contract/client.ts'
import '#renderer/styles/tokens.css'
import '#renderer/styles/base.css'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App client={createClient(pickHost())} />)
