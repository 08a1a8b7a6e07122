export const bodies = {
  title: 'Organer',
}
