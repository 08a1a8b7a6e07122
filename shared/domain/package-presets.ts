import {
  type PackageLayout,
  type PackageSection,
  type PackageSheet,
  type PackageVariant,
  packageSheets,
} from './records/package-template.ts'

const sections: Readonly<Record<PackageVariant, readonly PackageSection[]>> = {
  papers: [
    'cover',
    'contents',
    'notice',
    'agenda',
    'previousMinutes',
    'decisions',
    'casePapers',
    'information',
    'commitments',
    'goals',
    'projects',
    'visits',
    'followUps',
    'deviations',
    'nextMeetings',
    'attachments',
    'changes',
  ],
  notice: ['cover', 'notice', 'agenda', 'nextMeetings'],
  agenda: ['cover', 'agenda', 'attachments'],
  annualReport: [
    'cover',
    'contents',
    'yearInBrief',
    'organisation',
    'meetingsHeld',
    'goals',
    'projects',
    'commitments',
    'visits',
    'followUps',
    'decisions',
  ],
}
const sheets: Readonly<Record<PackageVariant, readonly PackageSheet[]>> = {
  papers: packageSheets,
  notice: ['agenda', 'codeList'],
  agenda: ['agenda', 'codeList'],
  annualReport: packageSheets.filter((sheet) => sheet !== 'agenda'),
}

/** What a package of a variant holds while no template says otherwise (board-package.md 4.1 and 4.2, "Variants to offer"). */
export function presetLayout(variant: PackageVariant): PackageLayout {
  return {
    variant,
    sections: sections[variant].map((section) => ({ section, heading: null, introduction: null })),
    sheets: [...sheets[variant]],
    attachments: 'listed',
  }
}
