import styles from './icon.module.css'

/** 20 × 20 line drawings, 1.5 px strokes. Own work. */
const drawings = {
  home: 'M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4',
  visits: 'M10 17s5.5-4.7 5.5-9A5.5 5.5 0 0 0 4.5 8c0 4.3 5.5 9 5.5 9ZM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  companies: 'M4 17V4h8v13M12 8h4v9M2.5 17h15M6.5 7h3M6.5 10h3M6.5 13h3',
  followUps: 'M4 5.5l1.5 1.5L8 4.5M4 11.5 5.5 13 8 10.5M10.5 6H17M10.5 12H17M10.5 16H14',
  partners:
    'M2.5 8 6 5l4 1.5L14 5l3.5 3M10 6.5 7 9.5a1.3 1.3 0 0 0 2 1.6l2-1.6 4.5 4M2.5 8v6l2 .5M17.5 8v6h-2M5 14l2.5 2.5 2-1M9.500 15.500l2 1 2-2',
  commitments: 'M4 3.500h12v13H4zM7 7.500h6M7 10.500h3M10 13.500l1.500 1.500 3-3.500',
  giveAndTake: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  projects: 'M3.500 16.500v-13M3.500 5h9v3.500h-9M8 10h8.500v3.500H8',
  milestones: 'M10 3.500 16.500 10 10 16.500 3.500 10 10 3.500ZM10 7.500v3M10 12.800h.01',
  timeline: 'M3.500 5h7M6.500 10h9M10 15h6.500M3.500 3v14',
  strategy: 'M10 3.500v3M4 16.500v-3.500h12v3.500M10 6.500v10M3 3.500h14v3H3z',
  goals: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM10 10h.01',
  activities: 'M4 5.500h4M4 10h7M4 14.500h4M13 4.500l3.500 5.500-3.500 5.500',
  indicators: 'M3.500 3.500v13h13M6 13l3-4 2.500 2L16 5.500',
  figures: 'M3.500 3.500h13v13h-13zM3.500 8h13M3.500 12.200h13M8 3.500v13M12.300 3.500v13',
  documents: 'M6.500 6.500h9V17h-9zM4.500 14V3h8.500',
  meetings: 'M3.5 8.5h13M10 8.5v8M6 16.5h8M5.5 5.5h.01M10 4.5h.01M14.5 5.5h.01',
  yearPlan: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5M7 12h.01M10 12h.01M13 12h.01',
  queue: 'M4 5h12M4 9h12M4 13h8M15 12.5v4M13 14.5l2 2 2-2',
  decisions: 'M10 3l6 6-3.5 3.5-6-6L10 3ZM8 9.5 3.5 14l2 2L10 11.5M11 17h6',
  actions: 'M3.5 3.5h13v13h-13zM6.5 10l2.5 2.5 4.5-5',
  bodies:
    'M10 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM5 17c.3-4 2-6 5-6s4.7 2 5 6M4 9a1.8 1.8 0 1 0 0-3.6M16 9a1.8 1.8 0 1 1 0-3.6M1.5 14c.2-1.6.8-2.7 2-3.2M18.5 14c-.2-1.6-.8-2.7-2-3.2',
  packages: 'M5 3h7l3.5 3.5V17H5V3ZM12 3v3.5h3.5M7.5 10h5M7.5 13h5',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  plus: 'M10 4v12M4 10h12',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5 8 14.5 16 6',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  redo: 'M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.5 2',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  edit: 'M4 16l.8-3.2L13.5 4 16 6.5l-8.7 8.7L4 16ZM12 5.5 14.5 8',
  remove: 'M4 6h12M8 6V4h4v2M6 6l.6 10h6.8L14 6M8.5 9v4M11.5 9v4',
  warning: 'M10 3.5 17.5 16h-15L10 3.5ZM10 8.5v3.5M10 14h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9v4.5M10 6.5h.01',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3.5V7H7M10 6.5V10l2.5 1.5',
  lock: 'M5 9h10v8H5V9ZM7 9V6.5a3 3 0 0 1 6 0V9',
  file: 'M5 3h7l3.5 3.5V17H5V3ZM12 3v3.5h3.5',
  folder: 'M2.5 5h5l1.5 2h8.5v9h-15z',
  photo: 'M3 4.5h14v11H3zM3 13l4-4 4 4 2.5-2.5L17 14M13 8h.01',
  attach: 'M14.5 9.5 9 15a3.2 3.2 0 0 1-4.5-4.5l6-6a2.2 2.2 0 0 1 3 3l-6 6a1 1 0 0 1-1.5-1.5L11 7',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17c.5-3.5 3-5 6-5s5.500 1.500 6 5',
  phone:
    'M4 4h3l1.500 4-2 1.500a9 9 0 0 0 4 4l1.500-2 4 1.500v3a1.500 1.500 0 0 1-1.500 1.500A12.500 12.500 0 0 1 2.500 5.500 1.500 1.500 0 0 1 4 4Z',
  mail: 'M3 5h14v10.500H3zM3 6l7 5 7-5',
  flag: 'M5 17V4h9l-2 3 2 3H5',
  filter: 'M3 5h14M6 10h8M8.500 15h3',
  download: 'M10 3.500v9M6 9l4 4 4-4M4 16.500h12',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8 8a2 2 0 1 1 2.800 1.800c-.6.300-.8.700-.8 1.400M10 13.800h.01',
  table: 'M3 4.500h14v11H3zM3 8.500h14M3 12h14M8 4.500v11',
  chart: 'M3.500 16.500h13M6 14V9M10 14V5M14 14v-3',
  bold: 'M6 4h5a3 3 0 0 1 0 6H6ZM6 10h5.8a3.1 3.1 0 0 1 0 6.2H6ZM6 4v12',
  italic: 'M9 4h6M5 16h6M12 4 8 16',
  underline: 'M6 4v5a4 4 0 0 0 8 0V4M5 17h10',
  heading1: 'M3 5v10M9 5v10M3 10h6M13 9l2.5-2v8',
  heading2: 'M3 5v10M9 5v10M3 10h6M12.5 8.5a2 2 0 1 1 3.6 1.3L12.5 15H17',
  heading3: 'M3 5v10M9 5v10M3 10h6M12.5 7H16.5l-2.3 3a2.5 2.5 0 1 1-2 4',
  bulletList: 'M4 5.5h.01M4 10h.01M4 14.5h.01M8 5.5h9M8 10h9M8 14.5h9',
  orderedList: 'M3.5 4.5 5 3.5V8M3.5 12.5a1.2 1.2 0 1 1 2 1l-2 3H6M9 5.5h8M9 10h8M9 14.5h8',
  quote: 'M4 13h3.5V9H4v4c0 1.5.8 2.5 2.2 3M11.5 13H15V9h-3.5v4c0 1.5.8 2.5 2.2 3',
  link: 'M8.5 11.5 11.5 8.5M9 6.5l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M11 13.5l-2 2A3.2 3.2 0 0 1 4.5 11l2-2',
  move: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  print: 'M6 7V3.5h8V7M6 13.5H3.5V7h13v6.5H14M6 11.5h8v5H6z',
  lighthouse: 'M8 7h4l1 10H7L8 7ZM7.500 7h5M8.500 7V4.500h3V7M3 5l3 .800M17 5l-3 .800M7.400 12h5.200',
} as const
export type IconName = keyof typeof drawings

interface Props {
  readonly name: IconName
  /** Pixels; 18 unless said. */
  readonly size?: number
  /** Says what it means where no text stands beside it. */
  readonly label?: string
}

export function Icon({ name, size = 18, label }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a label where it says something, hidden where text stands beside it
    <svg
      className={styles.icon}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'move' ? 2.5 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={drawings[name]} />
    </svg>
  )
}
