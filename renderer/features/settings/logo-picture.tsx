import { useEffect, useState } from 'react'
import { blobOf } from '#renderer/lib/photo.ts'
import styles from './documents-page.module.css'

interface Props {
  readonly base64: string
  readonly mime: string
  readonly altText: string | null
}

/** The logo's bytes as a picture, on paper. */
export function LogoPicture({ base64, mime, altText }: Props) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(blobOf(base64, mime))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [base64, mime])
  return <span className={styles.paper}>{url && <img src={url} alt={altText ?? ''} />}</span>
}
