import { app } from './app.ts'
import { archive } from './archive.ts'
import { backups } from './backups.ts'
import { bodies } from './bodies.ts'
import { check } from './check.ts'
import { checkPage } from './check-page.ts'
import { codes } from './codes.ts'
import { common } from './common.ts'
import { companies } from './companies.ts'
import { decisions } from './decisions.ts'
import { documentChecks } from './document-checks.ts'
import { documents } from './documents.ts'
import { encryption } from './encryption.ts'
import { followUps } from './follow-ups.ts'
import { goals } from './goals.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { indicators } from './indicators.ts'
import { meetings } from './meetings.ts'
import { opening } from './opening.ts'
import { packagePages } from './package-pages.ts'
import { packageSending } from './package-sending.ts'
import { packageTemplates } from './package-templates.ts'
import { packages } from './packages.ts'
import { papers } from './papers.ts'
import { partners } from './partners.ts'
import { problems } from './problems.ts'
import { projects } from './projects.ts'
import { registers } from './registers.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { strategy } from './strategy.ts'
import { unsaved } from './unsaved.ts'
import { visits } from './visits.ts'

export const nb = {
  common,
  app,
  opening,
  encryption,
  problems,
  codes,
  home,
  history,
  visits,
  meetings,
  session,
  bodies,
  packagePages,
  unsaved,
  packageSending,
  packageTemplates,
  decisions,
  partners,
  projects,
  strategy,
  goals,
  indicators,
  registers,
  archive,
  papers,
  companies,
  followUps,
  packages,
  settings,
  backups,
  check,
  checkPage,
  documents,
  documentChecks,
  shell,
} as const
