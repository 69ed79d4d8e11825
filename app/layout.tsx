import '@fontsource-variable/geist-mono'
import '@fontsource-variable/inter'
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
import './globals.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { preload } from 'react-dom'
import { ClientMessages } from '@/components/shell/client-messages'
import { resolveLocale, resolveTheme } from '@/lib/platform/locale'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meta')
  return { description: t('description'), robots: { index: false } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const [locale, theme, asked] = await Promise.all([resolveLocale(), resolveTheme(), headers()])
  // Begun with the page, not when its style has been read: the text is then seldom shown in another font first.
  preload(interLatin, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  const nonce = asked.get('x-nonce') ?? undefined
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <ClientMessages parts={['problem']}>
          <CSPProvider nonce={nonce}>{children}</CSPProvider>
        </ClientMessages>
      </body>
    </html>
  )
}
