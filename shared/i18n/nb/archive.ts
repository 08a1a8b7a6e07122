export const archive = {
  title: 'Dokumenter',
} as const
