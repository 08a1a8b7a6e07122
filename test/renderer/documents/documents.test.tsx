import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

// Every test backend's today is 2026-09-15.
type Desk = Awaited<ReturnType<typeof aDeskOn>>
const aFile = (desk: Desk, fileName = 'Avtale.pdf', given: object = {}) =>
  desk.call('attachments.add', {
    kind: 'file',
    fileName,
    mime: 'application/pdf',
    altText: null,
    base64: btoa(fileName),
    ...given,
  })

test('an empty register says what to do first, and takes a document of the partnership itself', async () => {
  const desk = await aDeskOn()
  const { user, history } = windowAt(desk, '/documents')
  await screen.findByText('Ingen dokumenter ennå')
  await user.click(screen.getAllByRole('button', { name: 'Legg til dokument' })[0] as HTMLElement)
  const dialog = within(await screen.findByRole('dialog', { name: 'Legg til dokument' }))
  await user.upload(dialog.getByLabelText('Velg filer', { selector: 'input' }), new File(['tall'], 'Årsrapport.pdf'))
  await waitFor(async () => expect(await desk.call('documents.count', {})).toBe(1))
  const [row] = (await desk.call('documents.list', {})).rows
  expect(row).toMatchObject({ title: 'Årsrapport.pdf', kind: 'report', home: null })
  await waitFor(() => expect(history.location.pathname).toBe(`/documents/${row?.id}`))
})

test('filters stand in the address, and a filter that finds nothing offers the way back', async () => {
  const desk = await aDeskOn()
  const secret = await aFile(desk, 'Brev.pdf')
  await desk.call('attachments.revise', {
    id: secret.id,
    changes: { publicity: 'notPublic', exemptionReason: 'offl. § 13' },
  })
  await aFile(desk, 'Kart.pdf')
  const { user } = windowAt(desk, '/documents?publicities=["notPublic"]')
  const list = within(await screen.findByRole('grid', { name: 'Dokumenter' }))
  await list.findByText('Brev.pdf')
  expect(list.queryByText('Kart.pdf')).toBeNull()
  await user.type(screen.getByRole('searchbox', { name: 'Søk i tittel og filnavn' }), 'finnes ikke')
  await user.click(await screen.findByRole('button', { name: 'Vis alle' }))
  await list.findByText('Kart.pdf')
})

test('exempting a document asks for its ground first, and saves nothing without it', async () => {
  const desk = await aDeskOn()
  const { id } = await aFile(desk)
  const { user } = windowAt(desk, `/documents/${id}`)
  await user.click(await screen.findByRole('button', { name: /Offentlighet/ }))
  await user.click(await screen.findByRole('option', { name: 'Unntatt offentlighet' }))
  const form = within(await screen.findByRole('group', { name: 'Unnta dokumentet' }))
  await user.click(form.getByRole('button', { name: 'Unnta' }))
  await waitFor(() => expect(form.getByLabelText(/^Hjemmel for unntak/).getAttribute('aria-invalid')).toBe('true'))
  await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText(/^Hjemmel for unntak/)))
  expect((await desk.call('documents.open', { id })).document.publicity).toBe('public')
  await user.type(form.getByLabelText(/^Hjemmel for unntak/), 'offentleglova § 13')
  await user.click(form.getByRole('button', { name: 'Unnta' }))
  await waitFor(async () =>
    expect((await desk.call('documents.open', { id })).document).toMatchObject({
      publicity: 'notPublic',
      exemptionReason: 'offentleglova § 13',
    }),
  )
})

test('a new version takes the place of the newest, and the old one leads to it', async () => {
  const desk = await aDeskOn()
  const first = await aFile(desk)
  const { user, history } = windowAt(desk, `/documents/${first.id}`)
  await user.click(await screen.findByRole('button', { name: 'Ny versjon' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Ny versjon' }))
  await user.upload(dialog.getByLabelText('Velg filer', { selector: 'input' }), new File(['ny'], 'Avtale 2.pdf'))
  await waitFor(() => expect(history.location.pathname).not.toContain(first.id))
  const [row] = (await desk.call('documents.list', {})).rows
  expect(row).toMatchObject({ version: 2, supersedesId: first.id, title: 'Avtale.pdf' })
  await user.click(await screen.findByRole('link', { name: 'Versjon 1' }))
  await screen.findByRole('link', { name: 'Åpne den nyeste' })
})

test('disposing is asked about with a reason, tells of the backups, and leaves the record', async () => {
  const desk = await aDeskOn()
  const { id } = await aFile(desk)
  await desk.call('attachments.revise', { id, changes: { retention: 'dispose', disposeOn: '2026-09-01' } })
  const { user } = windowAt(desk, `/documents/${id}`)
  const detail = within(await screen.findByRole('region', { name: 'Dokument' }))
  await user.click(await detail.findByRole('button', { name: 'Mer' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Kasser …' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Kasser filen' }))
  dialog.getByText(/Sikkerhetskopier som alt er tatt/)
  await user.click(dialog.getByRole('button', { name: 'Kasser filen' }))
  await waitFor(() => expect(dialog.getByLabelText(/^Begrunnelse/).getAttribute('aria-invalid')).toBe('true'))
  await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText(/^Begrunnelse/)))
  await user.type(dialog.getByLabelText(/^Begrunnelse/), 'Kassasjonsplan punkt 4')
  await user.click(dialog.getByRole('button', { name: 'Kasser filen' }))
  await screen.findByText(/Filen ble kassert .* Kassasjonsplan punkt 4/)
  expect((await desk.call('documents.open', { id })).document.disposedOn).toBe('2026-09-15')
})

test('what hangs on a record leads to its document, with what is out of the ordinary', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
  const { id } = await aFile(desk, 'Avtale.pdf', { partnerId: partner.id })
  await desk.call('attachments.revise', { id, changes: { publicity: 'exempt', exemptionReason: 'offl. § 23' } })
  const { user, history } = windowAt(desk, `/partners/${partner.id}`)
  await screen.findByText('Delvis unntatt offentlighet')
  await user.click(screen.getByRole('link', { name: 'Åpne i dokumentregisteret' }))
  await waitFor(() => expect(history.location.pathname).toBe(`/documents/${id}`))
  await screen.findByRole('link', { name: 'Moss kommune' })
})
