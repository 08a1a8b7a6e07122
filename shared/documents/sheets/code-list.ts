import { bodyKinds } from '../../domain/records/body.ts'
import { employeeBands } from '../../domain/records/company.ts'
import { followUpStatuses } from '../../domain/records/follow-up.ts'
import { themes, visitFlags, visitTypes } from '../../domain/records/visit.ts'
import { languages } from '../../domain/values.ts'
import { translator } from '../../i18n/translator.ts'
import type { Words } from '../words.ts'
import type { SheetSpec } from '../workbook.ts'

const lists = {
  visitType: visitTypes,
  flag: visitFlags,
  theme: themes,
  followUpStatus: followUpStatuses,
  employeesBand: employeeBands,
  bodyKind: bodyKinds,
} as const
type Key = { [L in keyof typeof lists]: `codes.${L}.${(typeof lists)[L][number]}` }[keyof typeof lists]

/** Every closed list that the workbook uses, in all three languages, so that a reader of one can serve readers of another. */
export function codeListSheet({ t }: Words): SheetSpec {
  const names = Object.keys(lists) as (keyof typeof lists)[]
  return {
    name: t('documents.sheets.codes'),
    title: t('documents.sheets.codes'),
    notes: [t('documents.workbook.codesNote')],
    table: t('documents.tables.codes'),
    columns: [
      { header: t('documents.workbook.columns.code'), kind: 'name', width: 24 },
      { header: t('documents.workbook.columns.list'), kind: 'text', width: 24 },
      // The languages are named in themselves, in every language.
      { header: 'Norsk', kind: 'text', width: 40 },
      { header: 'Svenska', kind: 'text', width: 40 },
      { header: 'English', kind: 'text', width: 40 },
    ],
    rows: names.flatMap((list) =>
      lists[list].map((code) => [
        code,
        t(`documents.workbook.lists.${list}`),
        ...languages.map((language) => translator(language)(`codes.${list}.${code}` as Key)),
      ]),
    ),
    empty: t('documents.workbook.emptyNote'),
  }
}
