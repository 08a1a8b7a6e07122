export const registers = {
  title: 'Registre',
} as const
