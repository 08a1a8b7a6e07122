import { expect, test } from 'vitest'
import { aDeskOn, screen, windowAt, within } from '../a-window.tsx'

test('two letters are made exempt at once: the ground is asked for, and one change says both', async () => {
  const desk = await aDeskOn()
  await desk.aCompany()
  const file = { kind: 'file', mime: 'application/pdf', altText: null, base64: 'YQ==' } as const
  for (const fileName of ['Brev 1.pdf', 'Brev 2.pdf']) await desk.call('attachments.add', { ...file, fileName })
  const { user } = windowAt(desk, '/documents')
  const list = await screen.findByRole('grid', { name: 'Dokumenter' })
  await within(list).findByText('Brev 1.pdf')
  for (const box of within(list).getAllByRole('checkbox', { name: /Brev/ })) await user.click(box)
  const bar = within(await screen.findByRole('region', { name: 'Endre flere' }))
  expect(bar.queryByRole('textbox', { name: /Hjemmel for unntak/ })).toBeNull()
  await user.click(bar.getByRole('button', { name: /Offentlighet/ }))
  await user.click(await screen.findByRole('option', { name: 'Unntatt offentlighet' }))
  await user.type(await bar.findByRole('textbox', { name: /Hjemmel for unntak/ }), 'offl. § 13')
  await user.click(bar.getByRole('button', { name: /Endre 2/ }))
  await screen.findByText('2 er endret.')
  const { rows } = await desk.call('documents.list', {})
  expect(rows.map(({ publicity, exemptionReason }) => [publicity, exemptionReason])).toEqual([
    ['notPublic', 'offl. § 13'],
    ['notPublic', 'offl. § 13'],
  ])
})
