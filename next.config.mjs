import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The image optimizer is an attack surface that a console without photographs does not need.
  images: { unoptimized: true },
  // Native or with workers of their own: loaded by Node, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'pino', '@prisma/client', '@prisma/adapter-pg'],
  // `npm run validate` checks types, for all of the repository and not only for what Next sees.
  typescript: { ignoreBuildErrors: true },
}

const withNextIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  experimental: {
    messages: { path: './messages', locales: 'infer', sourceLocale: 'en', format: 'json', precompile: true },
  },
})

export default withNextIntl(config)
