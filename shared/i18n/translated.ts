/** The same keys as the Norwegian catalogue, with any text. A missing or extra key is a type error. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
