import { noteOf, represents, roleAndSeat, roleName, servedFor } from '#shared/documents/meeting/paper-facts.ts'
import type { PaperWords } from '#shared/documents/meeting/words.ts'
import type { MeetingPaper, PaperAttendance } from '#shared/documents/meeting-paper.ts'
import { wasPresent } from '#shared/domain/attendance-rules.ts'
import { isSeated } from '#shared/domain/seats.ts'
import type { PaperPart } from './meeting-paper-view.tsx'
import { PaperTable } from './paper-table.tsx'

/** Who was there and who was not, in the groups of the printed minutes. The reason of an absence is not printed. */
export function AttendanceGroups({ paper, words }: PaperPart) {
  const { t, form, isPublic } = words
  const all = paper.attendances.filter(({ role }) => role !== 'secretary')
  const deputies = all.filter((one) => one.role === 'deputy' && wasPresent(one))
  const serves = (one: PaperAttendance) => servedFor(one, paper, words).length > 0
  const away = all.filter((one) => isSeated(one.role) && !wasPresent(one))
  const company = form === 'SE' && !isPublic
  const groups: readonly (readonly [string, readonly PaperAttendance[]])[] = [
    [t('papers.doc.present.members'), all.filter((one) => isSeated(one.role) && wasPresent(one))],
    [t(company ? 'papers.doc.present.servingCompany' : 'papers.doc.present.serving'), deputies.filter(serves)],
    [
      t(company ? 'papers.doc.present.waitingCompany' : 'papers.doc.present.waiting'),
      deputies.filter((one) => !serves(one)),
    ],
    [
      t('papers.doc.present.others'),
      all.filter((one) => !isSeated(one.role) && one.role !== 'deputy' && wasPresent(one)),
    ],
    [t('papers.doc.present.absentWithReason'), away.filter(({ status }) => status === 'absentWithReason')],
    [t('papers.doc.present.absent'), away.filter(({ status }) => status === 'absent')],
    [t('papers.doc.present.notCalled'), away.filter(({ status }) => status === null)],
  ]
  return (
    <>
      <h2>{t('papers.doc.present.heading')}</h2>
      {groups.map(([name, rows]) =>
        rows.length === 0 ? null : (
          <section key={name}>
            <h3>{name}</h3>
            <People rows={rows} all={all} paper={paper} words={words} />
          </section>
        ),
      )}
    </>
  )
}

interface PeopleProps {
  readonly rows: readonly PaperAttendance[]
  readonly all: readonly PaperAttendance[]
  readonly paper: MeetingPaper
  readonly words: PaperWords
}

function People({ rows, all, paper, words }: PeopleProps) {
  const { t } = words
  const notes = rows.map((one) => remarkOn(one, all, words))
  const noted = notes.some((note) => note !== '')
  return (
    <PaperTable
      columns={[
        t('papers.doc.person.name'),
        t('papers.doc.person.role'),
        t('papers.doc.person.represents'),
        ...(noted ? [t('papers.doc.person.note')] : []),
      ]}
      rows={rows.map((one, at) => [
        one.name,
        roleOf(one, servedFor(one, paper, words), words),
        represents(one),
        ...(noted ? [notes[at]] : []),
      ])}
    />
  )
}

/** `places`: the names of those whose places were taken. */
function roleOf(one: PaperAttendance, places: readonly string[], words: PaperWords): string {
  return places.length === 0
    ? roleName(one.role, words)
    : words.t('papers.doc.person.calledFor', { role: roleName(one.role, words), name: places.join(', ') })
}

function remarkOn(one: PaperAttendance, all: readonly PaperAttendance[], words: PaperWords): string {
  const instead = wasPresent(one) ? [] : all.filter(({ replaces }) => replaces === one.name).map(({ name }) => name)
  const replaced = instead.length > 0 && `${words.t('papers.doc.person.replacedBy')}: ${instead.join(', ')}`
  return [noteOf(one, words), replaced].filter(Boolean).join(', ')
}

/** Who is called, and the reminders of a notice. */
export function Called({ paper, words }: PaperPart) {
  const { t, form, isPublic } = words
  const called = paper.attendances.filter(({ role, votes }) => role !== 'deputy' || votes)
  const name = paper.meeting?.secretary ?? paper.partnership.contactName
  const reminder =
    form === 'SE'
      ? t(isPublic ? 'papers.doc.notice.reminderSe' : 'papers.doc.notice.reminderSeCompany')
      : t(isPublic ? 'papers.doc.notice.reminderNo' : 'papers.doc.notice.reminderNoCompany')
  const deputies =
    form === 'SE'
      ? t(isPublic ? 'papers.doc.notice.deputiesSe' : 'papers.doc.notice.deputiesSeCompany')
      : t('papers.doc.notice.deputiesNo')
  return (
    <>
      <h2>{t('papers.doc.notice.called')}</h2>
      {called.length === 0 ? (
        <p>{t('papers.doc.notice.nobody')}</p>
      ) : (
        <PaperTable
          columns={[t('papers.doc.person.name'), t('papers.doc.person.role'), t('papers.doc.person.represents')]}
          rows={called.map((one) => [one.name, roleOf(one, servedFor(one, paper, words), words), represents(one)])}
        />
      )}
      <h2>{t('papers.doc.notice.absence')}</h2>
      <p>{name === null ? t('papers.doc.notice.reportAbsence') : t('papers.doc.notice.reportAbsenceTo', { name })}</p>
      {paper.body.deputiesAllowed && <p>{deputies}</p>}
      <h2>{t('papers.doc.notice.disqualification')}</h2>
      <p>{reminder}</p>
    </>
  )
}

/** A table to sign: all who are called. */
export function AttendanceForm({ paper, words }: PaperPart) {
  const { t } = words
  return (
    <PaperTable
      form
      columns={[
        t('papers.doc.person.name'),
        t('papers.doc.person.role'),
        t('papers.doc.form.came'),
        t('papers.doc.form.went'),
        t('papers.doc.sign.signature'),
      ]}
      rows={paper.attendances.map((one) => [one.name, roleAndSeat(one, words), '', '', ''])}
    />
  )
}
