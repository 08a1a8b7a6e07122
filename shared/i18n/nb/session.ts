export const session = {
  title: 'Møtet',
}
