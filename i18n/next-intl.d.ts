import type messages from '../messages/en.json'
import type { formats, formattingLocale } from './formats'

/** A key that is not in the English catalogue fails `tsc`. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: (typeof formattingLocale)[keyof typeof formattingLocale]
    Messages: typeof messages
    Formats: typeof formats
  }
}
