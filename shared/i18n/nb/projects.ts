export const projects = {
  title: 'Prosjekter',
  areas: 'Deler av prosjektene',
} as const
