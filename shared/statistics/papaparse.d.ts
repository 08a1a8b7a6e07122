/** What Fyr uses of papaparse. Its published types bring those of Node and of the browser along, which `shared/` may not see. */
declare module 'papaparse' {
  const Papa: {
    parse(
      text: string,
      options: { readonly delimiter: string; readonly newline: string },
    ): { readonly data: string[][] }
  }
  export default Papa
}
