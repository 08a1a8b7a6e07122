export const projects = {
  title: 'Prosjekter',
} as const
