/** A file with many visits, made by SQL straight into the tables: for query plans and costs, not for the change log. */
import { rebuildIndex } from '#db/search-index.ts'
import type { Store } from '#db/store.ts'
import { aStore } from './a-store.ts'

const pad = (column: string) => `printf('%012x', ${column})`

/**
 * `visits` visits over twenty years to a twentieth as many companies, every second with a follow-up, three of four of
 * these closed; and a meeting to each hundred visits, with ten items, each with a decision and an action, nine of ten done; and to a
 * twentieth as many commitments, of a twenty-fifth as many partners, each delivered in up to three parts; and to a hundredth as many
 * projects, each with twenty milestones, a report and a partner; and to a tenth as many documents, each fifth a paper of a meeting, each
 * seventh with a later version. `indexed` fills the search index too, which takes a while.
 */
export function aLargeStore(visits: number, options: { indexed?: boolean } = {}): Store {
  const { store, me } = aStore()
  const companies = Math.max(10, Math.round(visits / 20))
  const numbers = (n: number) => `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${n - 1})`
  const stamp = "'2026-09-01T08:00:00.000Z-0000-0000abcd'"
  store.db.exec(`
    BEGIN;
    ${numbers(companies)}
    INSERT INTO companies (id, created_stamp, changed_stamp, name, country, sole_trader, municipality_code, place, sector_id,
      employees_band, status, consent_case, sort_name)
    SELECT '01a00000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, 'Bedrift ' || (i * 7919 % ${companies}) || ' AS', 'NO', 0,
      CASE i % 4 WHEN 0 THEN '3105' WHEN 1 THEN '3107' WHEN 2 THEN '3101' END, 'Sarpsborg',
      (SELECT id FROM sectors WHERE position = i % 5), CASE i % 3 WHEN 0 THEN '5-9' WHEN 1 THEN '10-19' END,
      'active', 0, 'bedrift ' || (i * 7919 % ${companies}) || ' as' || char(1) || i
    FROM n;
    ${numbers(visits)}
    INSERT INTO visits (id, created_stamp, changed_stamp, company_id, visited_on, type, our_participant_ids,
      their_participant_ids, notes, not_answered, flags, themes, confidentiality, draft, next_visit_by)
    SELECT '01a10000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp},
      '01a00000-0000-7000-8000-' || ${pad(`i * 31 % ${companies}`)}, date('2026-09-15', '-' || (i * 7300 / ${visits}) || ' days'),
      CASE i % 5 WHEN 0 THEN 'phone' ELSE 'companyVisit' END, '["${me}"]', '[]',
      'Snakket om strøm, areal og folk. ' || printf('%.*c', 700, 'x') || CASE WHEN i % 997 = 0 THEN ' sjelden' ELSE '' END, '[]',
      CASE i % 7 WHEN 0 THEN '["expanding"]' WHEN 1 THEN '["labourSupply","urgent"]' ELSE '[]' END,
      CASE i % 6 WHEN 0 THEN '["financing"]' WHEN 1 THEN '["premisesAndPlots","transport"]' ELSE '[]' END, 'internal', 0, NULL
    FROM n;
    INSERT INTO follow_ups (id, created_stamp, changed_stamp, visit_id, description, theme, owner_id, due_on,
      answered_company_on, status, result)
    SELECT '01a20000-0000-7000-8000-' || substr(id, 25), created_stamp, changed_stamp, id, 'Sende svar', 'other', '${me}',
      date(visited_on, '+14 days'), CASE WHEN substr(id, -1) IN ('2', '4', '6', '8', 'a', 'c') THEN date(visited_on, '+9 days') END,
      CASE WHEN substr(id, -1) IN ('2', '4', '6', '8', 'a', 'c') THEN 'closed'
        WHEN visited_on < '2026-03-01' THEN 'cannotBeDone' ELSE 'open' END, 'Svart'
    FROM visits WHERE substr(id, -1) IN ('0', '2', '4', '6', '8', 'a', 'c', 'e');
    ${partnersText(Math.max(40, Math.round(visits / 20)), stamp, numbers)}
    ${meetingsText(Math.max(2, Math.round(visits / 100)), me, stamp, numbers)}
    ${projectsText(Math.max(30, Math.round(visits / 100)), me, stamp, numbers)}
    ${documentsText(Math.max(30, Math.round(visits / 10)), stamp, numbers)}
    COMMIT;`)
  if (options.indexed) {
    store.db.exec('BEGIN')
    rebuildIndex(store)
    store.db.exec('COMMIT')
  }
  return store
}

/** Commitments of every unit, some yearly, most with deliveries. */
function partnersText(commitments: number, stamp: string, numbers: (n: number) => string): string {
  const partners = Math.max(4, Math.round(commitments / 25))
  const ends = `date('2027-12-31', '-' || (i * 3650 / ${commitments}) || ' days')`
  return `
    ${numbers(partners)}
    INSERT INTO partners (id, created_stamp, changed_stamp, name, country, partner_type, joined_on, agreement_signed_on, status)
    SELECT '01a90000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, 'Partner ' || i, 'NO', 'company', '2010-01-01',
      '2010-01-01', 'active'
    FROM n;
    ${numbers(commitments)}
    INSERT INTO commitments (id, created_stamp, changed_stamp, partner_id, title, kind, amount, unit, period_from, period_to,
      recurrence, source, stage, is_public, sort_title)
    SELECT '01aa0000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, '01a90000-0000-7000-8000-' || ${pad(`i % ${partners}`)},
      'Tilskudd ' || (i * 7919 % ${commitments}), iif(i % 3 = 0, 'hours', 'money'), 300000 + i, iif(i % 3 = 0, 'hours', 'NOK'),
      date(${ends}, '-' || (365 + i % 700) || ' days'), ${ends}, iif(i % 2 = 0, 'yearly', 'once'), 'agreement', 'promised', 1,
      'tilskudd ' || (i * 7919 % ${commitments})
    FROM n;
    ${numbers(commitments * 2)}
    INSERT INTO deliveries (id, created_stamp, changed_stamp, commitment_id, delivered_on, amount)
    SELECT '01ab0000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, c.id, min(c.period_to, '2026-09-01'), 100000 + n.i % 200
    FROM n JOIN commitments c ON c.id = '01aa0000-0000-7000-8000-' || ${pad(`i * 7 % ${commitments}`)};`
}

/** Meetings of twelve bodies with ten items each, and of each item a decision and an action. */
function meetingsText(meetings: number, me: string, stamp: string, numbers: (n: number) => string): string {
  const body = (at: string) => `'01a30000-0000-7000-8000-' || ${pad(`${at} % 12`)}`
  const day = `date('2026-09-15', '-' || (i * 7300 / ${meetings}) || ' days')`
  const open = "substr(id, -1) = '0'"
  return `
    ${numbers(12)}
    INSERT INTO persons (id, created_stamp, changed_stamp, family_name, given_name, lawful_basis, collected_on, review_by, status)
    SELECT '01a80000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, 'Ek ' || i, 'Per', 'contract', '2026-01-01',
      '2029-01-01', 'active'
    FROM n;
    ${numbers(12)}
    INSERT INTO bodies (id, created_stamp, changed_stamp, name, kind, country, rules, numbering, number_form, quorum_rule,
      deputies_allowed, deputy_order, chair_casts_vote, abstaining_allowed, notice_days, adjustment_rule, adjusters, active_from)
    SELECT ${body('i')}, ${stamp}, ${stamp}, 'Organ ' || i, 'board', 'NO', 'publicLikeNo', 'perYear', 'numberSlashYear',
      'atLeastHalf', 1, 'inTurn', 1, 0, 7, 'approvedInNextMeeting', 0, '2000-01-01'
    FROM n;
    ${numbers(meetings)}
    INSERT INTO meetings (id, created_stamp, changed_stamp, body_id, kind, starts_on, starts_at, all_see_and_hear, openness, status)
    SELECT '01a40000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, ${body('i')}, 'ordinary', ${day}, '09:00', 0, 'open', 'held'
    FROM n;
    ${numbers(meetings * 10)}
    INSERT INTO agenda_items (id, created_stamp, changed_stamp, body_id, meeting_id, position, type, title, confidential, status)
    SELECT '01a50000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, ${body('i / 10')},
      '01a40000-0000-7000-8000-' || ${pad('i / 10')}, i % 10, 'decision', 'Sak ' || i, 0, 'treated'
    FROM n;
    INSERT INTO decisions (id, created_stamp, changed_stamp, item_id, decided_on, position, text, kind, unanimous, recipients,
      status, deadline)
    SELECT '01a60000-0000-7000-8000-' || substr(i.id, 25), ${stamp}, ${stamp}, i.id, m.starts_on, 0, 'Vedtatt', 'decision', 'yes',
      '[]', CASE WHEN ${open.replace('id', 'i.id')} THEN 'open' ELSE 'done' END,
      CASE WHEN i.position < 8 THEN date(m.starts_on, '+60 days') END
    FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id;
    INSERT INTO actions (id, created_stamp, changed_stamp, title, origin_item_id, owner_id, due_on, priority, status)
    SELECT '01a70000-0000-7000-8000-' || substr(i.id, 25), ${stamp}, ${stamp}, 'Gjøre', i.id, '${me}',
      date(m.starts_on, '+30 days'), 'normal', CASE WHEN ${open.replace('id', 'i.id')} THEN 'open' ELSE 'done' END
    FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id;`
}

/** Projects of one plan, with milestones that wait, are reached, and are late. */
function projectsText(projects: number, me: string, stamp: string, numbers: (n: number) => string): string {
  const start = `date('2026-09-15', '-' || (i * 7300 / ${projects}) || ' days')`
  const baseline = `date('2027-09-15', '-' || (i * 7300 / ${projects * 20}) || ' days')`
  return `
    INSERT INTO plans (id, created_stamp, changed_stamp, title, status)
    VALUES ('01ac0000-0000-7000-8000-000000000000', ${stamp}, ${stamp}, 'Plan', 'inForce');
    ${numbers(projects)}
    INSERT INTO projects (id, created_stamp, changed_stamp, plan_id, title, lighthouse, focus_area_ids, cross_cutting, lead_id,
      start_year, start_on, status, budget_amount, currency, sort_title)
    SELECT '01ad0000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, '01ac0000-0000-7000-8000-000000000000',
      'Prosjekt ' || (i * 7919 % ${projects}), i % 9 = 0, '[]', 1, '${me}', substr(${start}, 1, 4) + 0, ${start},
      iif(i % 4 = 0, 'finished', 'running'), 100000000, 'NOK', 'prosjekt ' || (i * 7919 % ${projects})
    FROM n;
    INSERT INTO project_reports (id, created_stamp, changed_stamp, project_id, reported_on, light)
    SELECT '01ae0000-0000-7000-8000-' || substr(id, 25), ${stamp}, ${stamp}, id, '2026-09-01', 'green' FROM projects;
    INSERT INTO project_partners (id, created_stamp, changed_stamp, project_id, partner_id, role)
    SELECT '01af0000-0000-7000-8000-' || substr(id, 25), ${stamp}, ${stamp}, id, '01a90000-0000-7000-8000-000000000000', 'owner'
    FROM projects;
    ${numbers(projects * 20)}
    INSERT INTO milestones (id, created_stamp, changed_stamp, project_id, position, title, owner_id, baseline_on, baseline_set_on,
      actual_on, stands_on, sort_title)
    SELECT '01b00000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, '01ad0000-0000-7000-8000-' || ${pad('i / 20')}, i % 20,
      'Milepæl ' || i, '${me}', ${baseline}, '2006-01-01', iif(${baseline} < '2026-06-01', ${baseline}, NULL), ${baseline},
      'milepæl ' || i
    FROM n;`
}

/** Files on visits with later versions, and papers of meetings. */
function documentsText(documents: number, stamp: string, numbers: (n: number) => string): string {
  const made = `date('2026-09-15', '-' || (i * 7300 / ${documents}) || ' days')`
  const id = (at: string) => `'01b10000-0000-7000-8000-' || ${pad(at)}`
  const hash = `printf('%064x', i)`
  return `
    ${numbers(documents)}
    INSERT INTO attachments (id, created_stamp, changed_stamp, visit_id, kind, mime, file_name, title, size, sha256, made_on,
      supersedes_id)
    SELECT ${id('i')}, ${stamp}, ${stamp}, (SELECT id FROM visits WHERE id = '01a10000-0000-7000-8000-' || ${pad('i')}), 'file',
      'application/pdf', 'Vedlegg ' || i || '.pdf', 'Vedlegg ' || (i * 7919 % ${documents}) || ' om strøm og areal', 1000 + i, ${hash},
      iif(i % 3 = 0, NULL, ${made}), iif(i % 7 = 1 AND i % 5 > 0, ${id('i - 1')}, NULL)
    FROM n WHERE i % 5 <> 4;
    ${numbers(documents)}
    INSERT INTO papers (id, created_stamp, changed_stamp, meeting_id, body_id, kind, language, format, redacted, version, made_on, made_by,
      data_stamp, file_name, size, sha256)
    SELECT '01b20000-0000-7000-8000-' || ${pad('i')}, ${stamp}, ${stamp}, m.id, m.body_id, 'agenda', 'nb', 'docx', 0, 1 + i % 3,
      ${made} || 'T08:00:00.000Z', 'Kari Ek', ${stamp}, 'Sakliste ' || i || '.docx', 1000, ${hash}
    FROM n JOIN meetings m ON m.id = '01a40000-0000-7000-8000-' || ${pad(`i / 15 % (SELECT count(*) FROM meetings)`)} WHERE i % 5 = 4;`
}
