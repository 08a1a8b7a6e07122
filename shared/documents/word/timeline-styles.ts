/** Styles of the timeline's columns: small, since a year of months or three of quarters must fit beside the names. */
export function timelineStyles({ muted }: { readonly muted: string }) {
  return [
    {
      id: 'TimelineMark',
      name: 'Timeline mark',
      basedOn: 'TableText',
      quickFormat: true,
      run: { size: 16, bold: true },
      paragraph: { alignment: 'center' },
    },
    {
      id: 'TimelineHead',
      name: 'Timeline head',
      basedOn: 'TableHead',
      quickFormat: true,
      run: { size: 15 },
      paragraph: { alignment: 'center', keepNext: true },
    },
    {
      id: 'TimelineNote',
      name: 'Timeline note',
      basedOn: 'TableText',
      quickFormat: true,
      run: { size: 16, color: muted },
    },
  ] as const
}
