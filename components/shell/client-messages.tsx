import { NextIntlClientProvider, type Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'

/**
 * Gives client components below the named parts of the catalogue, and no more: what a page does not
 * need does not travel.
 */
export async function ClientMessages({ parts, children }: { parts: readonly (keyof Messages)[]; children: React.ReactNode }) {
  const messages = await getMessages()
  const chosen = Object.fromEntries(parts.map((part) => [part, messages[part]]))
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>
}
