import type { GroupBy } from './use-grouped.ts'

/** By a code of a closed list: the groups stand in the list's order. */
export function byCode<Row, Code extends string>(
  key: string,
  label: string,
  codes: readonly Code[],
  codeOf: (row: Row) => Code | null,
  wordsOf: (code: Code) => string,
): GroupBy<Row> {
  return {
    key,
    label,
    of: (row) => {
      const code = codeOf(row)
      return code === null ? null : { key: code, label: wordsOf(code), order: codes.indexOf(code) }
    },
  }
}

/** By a record that rows point to: the groups stand by its name. A name that isn't known counts as not stated. */
export function byName<Row>(
  key: string,
  label: string,
  idOf: (row: Row) => string | null,
  nameOf: (row: Row) => string | null | undefined,
): GroupBy<Row> {
  return {
    key,
    label,
    of: (row) => {
      const [id, name] = [idOf(row), nameOf(row)]
      return id === null || !name ? null : { key: id, label: name }
    },
  }
}

/** By the year of a day, the newest first. */
export function byYear<Row>(key: string, label: string, dayOf: (row: Row) => string | null): GroupBy<Row> {
  return {
    key,
    label,
    of: (row) => {
      const year = dayOf(row)?.slice(0, 4)
      return year ? { key: year, label: year, order: -Number(year) } : null
    },
  }
}
