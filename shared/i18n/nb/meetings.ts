export const meetings = {
  title: 'Møter',
}
