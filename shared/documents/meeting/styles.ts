/** Styles that the papers of a meeting add to those of `word/styles.ts`, which hands in its colours. */
interface Colours {
  readonly ink: string
  readonly accent: string
  readonly muted: string
  readonly line: string
  readonly headFill: string
  readonly soft: string
}

/** Headings 5 and 6: a case paper's own headings below its parts. */
export function smallHeadings({ ink, muted }: Colours) {
  const paragraph = {
    spacing: { before: 200, after: 40, line: 240, lineRule: 'auto' },
    keepNext: true,
    keepLines: true,
  } as const
  return {
    heading5: { run: { size: 21, bold: true, italics: false, color: muted }, paragraph },
    heading6: { run: { size: 21, bold: false, italics: true, color: ink }, paragraph },
  }
}

/** Paragraph styles of the head of a paper, of decisions, proposals, statements and forms. */
export function meetingStyles({ accent, muted, line, headFill, soft }: Colours) {
  const based = { basedOn: 'Normal', quickFormat: true } as const
  /** A bar at the left; paragraphs of one style stand together beside one bar. */
  const bar = (color: string) => ({ left: { style: 'single', size: 24, color, space: 10 } }) as const
  return [
    {
      id: 'PaperKicker',
      name: 'Paper kicker',
      ...based,
      run: { size: 24, color: accent },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    {
      id: 'PaperSubtitle',
      name: 'Paper subtitle',
      ...based,
      run: { size: 26, color: muted },
      paragraph: {
        spacing: { after: 280 },
        border: { bottom: { style: 'single', size: 18, color: accent, space: 12 } },
      },
    },
    {
      id: 'Fact',
      name: 'Fact',
      ...based,
      paragraph: { spacing: { after: 40 }, leftTabStop: 2300, indent: { left: 2300, hanging: 2300 } },
    },
    {
      id: 'Notice',
      name: 'Notice',
      ...based,
      run: { bold: true },
      paragraph: { spacing: { before: 160, after: 160 }, indent: { left: 200 }, border: bar(muted) },
    },
    {
      id: 'Decision',
      name: 'Decision',
      ...based,
      run: { size: 22 },
      paragraph: {
        spacing: { before: 0, after: 60, line: 300, lineRule: 'auto' },
        indent: { left: 200 },
        border: bar(accent),
        shading: { type: 'clear', color: 'auto', fill: headFill },
        keepLines: true,
      },
    },
    {
      id: 'ProposalHead',
      name: 'Proposal head',
      ...based,
      run: { bold: true, color: muted },
      paragraph: { spacing: { before: 80, after: 20 }, keepNext: true },
    },
    {
      id: 'ProposalText',
      name: 'Proposal text',
      ...based,
      paragraph: { spacing: { after: 60 }, indent: { left: 200 }, border: bar(soft) },
    },
    {
      id: 'PaperQuote',
      name: 'Paper quote',
      ...based,
      run: { italics: true },
      paragraph: { spacing: { after: 80 }, indent: { left: 400, right: 400 }, border: bar(line) },
    },
    {
      id: 'TableGroup',
      name: 'Table group',
      basedOn: 'TableText',
      quickFormat: true,
      run: { bold: true, color: accent },
      paragraph: { keepNext: true },
    },
    {
      id: 'PageFooterSides',
      name: 'Page footer, both sides',
      basedOn: 'PageFooter',
      paragraph: { alignment: 'left', rightTabStop: 9072 },
    },
  ] as const
}

/**
 * Headings of a paper that runs on without page breaks: smaller than in a package, with air above. Takes and gives styles of
 * `stylesFor`. Not for papers with page numbers in their contents, whose layout knows `stylesFor` alone.
 */
export function calmHeadings<T extends { readonly default?: object }>(styles: T, { accent, ink }: Colours): T {
  const heading = (size: number, color: string, before: number, after: number) => ({
    run: { size, bold: true, italics: false, color },
    paragraph: { spacing: { before, after, line: 240, lineRule: 'auto' }, keepNext: true, keepLines: true },
  })
  return {
    ...styles,
    default: {
      ...styles.default,
      heading1: heading(52, accent, 60, 100),
      heading2: heading(30, accent, 420, 120),
      heading3: heading(25, accent, 300, 80),
      heading4: heading(22, ink, 200, 40),
    },
  }
}
