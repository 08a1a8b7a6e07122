export const settings = {
  backup: { done: 'Sikkerhetskopien {{name}} er lagret og kontrollert.' },
} as const
