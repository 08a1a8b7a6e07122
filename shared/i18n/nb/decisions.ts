export const decisions = {
  title: 'Vedtak',
}
