'use client'

import { useTranslations } from 'next-intl'
import { isErrorCode } from '@/lib/errors'

/** The sentence for an error code, or for a schema's message, which is `errors.` and the code. */
export function useErrorText(): (code: string) => string {
  const t = useTranslations('errors')
  return (code) => {
    const bare = code.replace(/^errors\./, '')
    return t(isErrorCode(bare) ? bare : 'invalid_input')
  }
}
