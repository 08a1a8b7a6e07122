import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Notices } from '#shared/domain/notices.ts'
import { aDeskOn, screen, windowAt, within } from '../a-window.tsx'

const notices = JSON.parse(readFileSync('assets/notices/notices.json', 'utf8')) as Notices

test('About lists every package that ships with its licence, and opens the text of each', async () => {
  const { user } = windowAt(await aDeskOn(), '/settings/about')
  const list = within(await screen.findByRole('region', { name: 'Laget med' }))
  const line = await list.findByText(/^react 19\.\d+\.\d+ · MIT$/)
  expect(list.getAllByRole('listitem')).toHaveLength(notices.packages.length)
  const react = notices.packages.find(({ name }) => name === 'react')
  const text = notices.texts[react?.texts[0] ?? -1]?.slice(0, 200) ?? ''
  expect(text).toContain('MIT License')
  expect(list.queryByText(/MIT License/)).toBeNull()
  await user.click(line)
  expect((await list.findByText(/MIT License/)).textContent).toContain(text)
})
