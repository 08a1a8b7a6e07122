import { Paragraph } from 'docx'
import { wasPresent } from '../../domain/attendance-rules.ts'
import { isSeated } from '../../domain/seats.ts'
import { cleanLine } from '../clean-text.ts'
import type { MeetingPaper, PaperAttendance } from '../meeting-paper.ts'
import { type Block, sentence } from '../word/blocks.ts'
import { below, headingAt, type Level, type PaperColumn, paperTable } from './blocks.ts'
import { isMatter } from './items.ts'
import { noteOf, represents, roleAndSeat, roleName, servedFor } from './paper-facts.ts'
import type { PaperWords } from './words.ts'

/**
 * Who was there and who was not (koml § 11-4, KL 5:65–69 in practice.md 6.1; ABL in the association guide: which deputy replaced whom):
 * members, serving deputies and for whom, other deputies, absent with valid reason, absent, others. The reason itself is not
 * printed: it is often somebody's health. `level` is that of the section's heading.
 */
export function attendanceBlocks(paper: MeetingPaper, words: PaperWords, level: Level): Block[] {
  const { t, form } = words
  const { attendances } = paper
  const all = attendances.filter(({ role }) => role !== 'secretary')
  const deputies = all.filter((one) => one.role === 'deputy' && wasPresent(one))
  const serves = (one: PaperAttendance) => servedFor(one, paper, words).length > 0
  const away = all.filter((one) => isSeated(one.role) && !wasPresent(one))
  const groups: [string, Block[]][] = [
    [
      t('papers.doc.present.members'),
      people(
        all.filter((one) => isSeated(one.role) && wasPresent(one)),
        words,
      ),
    ],
    [
      form === 'SE' && !words.isPublic ? t('papers.doc.present.servingCompany') : t('papers.doc.present.serving'),
      people(deputies.filter(serves), words, (one) => servedFor(one, paper, words).join(', ')),
    ],
    [
      form === 'SE' && !words.isPublic ? t('papers.doc.present.waitingCompany') : t('papers.doc.present.waiting'),
      people(
        deputies.filter((one) => !serves(one)),
        words,
      ),
    ],
    [
      t('papers.doc.present.others'),
      people(
        all.filter((one) => !isSeated(one.role) && one.role !== 'deputy' && wasPresent(one)),
        words,
      ),
    ],
    [t('papers.doc.present.absentWithReason'), absent(away, 'absentWithReason', deputies, words)],
    [t('papers.doc.present.absent'), absent(away, 'absent', deputies, words)],
    [t('papers.doc.present.notCalled'), absent(away, null, deputies, words)],
  ]
  return [
    headingAt(level, t('papers.doc.present.heading')),
    ...groups.flatMap(([name, blocks]) => (blocks.length === 0 ? [] : [headingAt(below(level), name), ...blocks])),
  ]
}

/** `replaces` tells whose place each took; without it their role is told. */
function people(
  rows: readonly PaperAttendance[],
  words: PaperWords,
  replaces?: (row: PaperAttendance) => string,
): Block[] {
  const { t } = words
  if (rows.length === 0) return []
  const columns: PaperColumn[] = [
    { header: t('papers.doc.person.name'), width: 2.6 },
    { header: replaces ? t('papers.doc.person.replaces') : t('papers.doc.person.role'), width: 2.2 },
    { header: t('papers.doc.person.represents'), width: 2.8 },
    { header: t('papers.doc.person.note'), width: 2 },
  ]
  return paperTable(
    columns,
    rows.map((row) => ({
      cells: [row.name, replaces ? replaces(row) : roleName(row.role, words), represents(row), noteOf(row, words)],
    })),
    { blank: true },
  )
}

function absent(
  away: readonly PaperAttendance[],
  status: PaperAttendance['status'],
  deputies: readonly PaperAttendance[],
  words: PaperWords,
): Block[] {
  const { t } = words
  const rows = away.filter((one) => one.status === status)
  if (rows.length === 0) return []
  return paperTable(
    [
      { header: t('papers.doc.person.name'), width: 2.6 },
      { header: t('papers.doc.person.role'), width: 2.2 },
      { header: t('papers.doc.person.represents'), width: 2.8 },
      { header: t('papers.doc.person.replacedBy'), width: 2 },
    ],
    rows.map((row) => ({
      cells: [
        row.name,
        roleName(row.role, words),
        represents(row),
        deputies
          .filter(({ replaces }) => replaces === row.name)
          .map(({ name }) => name)
          .join(', '),
      ],
    })),
    { blank: true },
  )
}

/** Whether the body could decide when the meeting opened, and the items in which it could not. */
export function quorumStatement({ items, body }: MeetingPaper, { t, number }: PaperWords): Block[] {
  const matters = items.filter((item) => isMatter(item))
  const [first] = matters
  if (first === undefined) return []
  if (body.quorumRule === 'none') return [sentence(t('papers.doc.quorum.noRule'))]
  const { seats, voters, needed, met } = first.quorum
  const told = { voters: number(voters), seats: number(seats), needed: number(needed) }
  const failing = matters.filter(({ quorum }) => !quorum.met)
  const names = failing.map((item, index) => item.numberText ?? item.title ?? String(index + 1)).join(', ')
  return [
    sentence(met ? t('papers.doc.quorum.met', told) : t('papers.doc.quorum.notMet', told)),
    ...(failing.length === 0 ? [] : [sentence(t('papers.doc.quorum.failing', { items: names }), 'Notice')]),
  ]
}

/** A table to sign: all who are called, and rows for others. */
export function attendanceForm({ attendances }: MeetingPaper, words: PaperWords): Block[] {
  const { t } = words
  const columns: PaperColumn[] = [
    { header: t('papers.doc.person.name'), width: 2.6 },
    { header: t('papers.doc.person.role'), width: 2.2 },
    { header: t('papers.doc.form.came'), width: 0.9 },
    { header: t('papers.doc.form.went'), width: 0.9 },
    { header: t('papers.doc.sign.signature'), width: 3 },
  ]
  const form = { formHeight: 620 }
  const empty = { cells: ['', '', '', '', ''] }
  return [
    headingAt(2, t('papers.doc.form.called')),
    ...paperTable(
      columns,
      attendances.map((one) => ({
        cells: [
          {
            blocks: [
              new Paragraph({ style: 'TableFirst', text: cleanLine(one.name) }),
              ...(represents(one) === ''
                ? []
                : [new Paragraph({ style: 'TableText', text: cleanLine(represents(one)) })]),
            ],
          },
          roleAndSeat(one, words),
          '',
          '',
          '',
        ],
      })),
      form,
    ),
    headingAt(2, t('papers.doc.present.others')),
    ...paperTable(columns, [empty, empty, empty, empty], form),
  ]
}
