/** A store with plans, goals, indicators and figures of any number, put in by SQL. */
import type { Store } from '#db/store.ts'
import { aStore } from '../a-store.ts'

const pad = (text: string) => `printf('%012d', ${text})`
const numbers = (n: number) => `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${n - 1})`
export const planIdOf = (n: number) => `01c00000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const goalIdOf = (n: number) => `01c10000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const indicatorIdOf = (n: number) => `01c20000-0000-7000-8000-${String(n).padStart(12, '0')}`

/**
 * `plans` with ten goals each; indicators tied to the goals in turn, each tenth the lead of its goal; of each indicator `figures` figures
 * of county 31 and 11 by turns, a year each from 1925 on, each tenth in two vintages.
 */
export function aStrategyStore(size: { plans: number; indicators: number; figures: number }): Store {
  const { store } = aStore()
  const stamp = "'2026-09-01T08:00:00.000Z-0000-0000abcd'"
  const goals = size.plans * 10
  store.db.exec(`
    BEGIN;
    ${numbers(size.plans)}
    INSERT INTO plans (id, created_stamp, changed_stamp, title, status)
    SELECT '01c00000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, 'Plan ' || i, iif(i = 0, 'inForce', 'draft') FROM n;
    ${numbers(size.indicators)}
    INSERT INTO indicators (id, created_stamp, changed_stamp, code, title, plan_id, unit, decimals, direction, source_name, frequency,
      availability, region_codes, breakdown, definition, next_expected_on, sort_title, sort_code)
    SELECT '01c20000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, 'I-' || i, 'Sysselsatte ' || i,
      iif(i % 20 = 0, '01c00000-0000-7000-8000-' || ${pad(`i / 20 % ${size.plans}`)}, NULL), 'number', 0, 'higherBetter',
      iif(i % 3 = 0, NULL, 'SSB'), 'yearly', 'open', iif(i % 4 = 0, '[]', '["31"]'), 'none', NULL,
      CASE i % 5 WHEN 0 THEN '2026-08-01' WHEN 1 THEN '2027-03-01' END, 'sysselsatte ' || ${pad('i')}, 'i-' || ${pad('i')}
    FROM n;
    ${numbers(goals)}
    INSERT INTO goals (id, created_stamp, changed_stamp, plan_id, code, title, position, target_kind, sort_title, lead_indicator_id)
    SELECT '01c10000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, '01c00000-0000-7000-8000-' || ${pad('i / 10')},
      'M-' || i, 'Mål ' || i, i % 10, 'none', 'mål ' || i,
      iif(i < ${size.indicators}, '01c20000-0000-7000-8000-' || ${pad('i')}, NULL)
    FROM n;
    ${numbers(size.indicators)}
    INSERT INTO goal_links (id, created_stamp, changed_stamp, goal_id, indicator_id)
    SELECT '01c30000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, '01c10000-0000-7000-8000-' || ${pad(`i % ${goals}`)},
      '01c20000-0000-7000-8000-' || ${pad('i')}
    FROM n;
    ${numbers(size.indicators * size.figures)}
    INSERT INTO measurements (id, created_stamp, changed_stamp, indicator_id, region_code, period, value, missing_reason, status,
      vintage, series_break)
    SELECT '01c40000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, '01c20000-0000-7000-8000-' || ${pad(`i / ${size.figures}`)},
      iif(i % 2 = 0, '31', '11'), 1925 + i % ${size.figures} / 2 * 100 / ${size.figures} * 2 || '', 1000 + i % 977, NULL, 'final',
      date('2026-06-01', '+' || (i % 10) || ' days'), 0
    FROM n;
    COMMIT;`)
  return store
}
