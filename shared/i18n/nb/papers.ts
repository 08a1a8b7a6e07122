export const papers = {
  title: 'Dokumenter',
}
