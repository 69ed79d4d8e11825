import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { bundleServer } from './bundle.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { ensureGenerated } from './generate.mjs'
import { ensureInstalled } from './install.mjs'
import { inRoot, launch, runScript, say } from './project.mjs'

const STAMP = 'dist/stamp'
const SOURCES = [
  'app', 'components', 'i18n', 'lib', 'messages', 'prisma', 'public', 'server',
  'next.config.mjs', 'package-lock.json', 'postcss.config.mjs', 'proxy.ts', 'tailwind.config.ts', 'tsconfig.json',
]

/** Whether what is built was built from the files as they are. */
export function isBuilt(wanted = fingerprint(SOURCES)) {
  return existsSync(inRoot('.next/BUILD_ID')) && existsSync(inRoot('dist/server.mjs')) && readStamp(STAMP) === wanted
}

/** Builds the console and its server, where a source has changed since. Needs no configuration and no secret. */
export async function ensureBuilt() {
  const wanted = fingerprint(SOURCES)
  if (isBuilt(wanted)) return
  writeStamp(STAMP, '')
  say('Building the console (about a minute)')
  const code = await runScript('next/dist/bin/next', ['build'], { NODE_ENV: 'production' })
  if (code !== 0) throw new Error('The console could not be built.')
  say('Building the server')
  await bundleServer()
  writeStamp(STAMP, wanted)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await launch(async () => {
    await ensureInstalled()
    await ensureGenerated()
    await ensureBuilt()
  })
}
