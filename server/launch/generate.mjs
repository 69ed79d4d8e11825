import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { ensureInstalled } from './install.mjs'
import { inRoot, launch, runScript, say } from './project.mjs'

const CLIENT = 'lib/platform/generated/prisma/client.ts'
const STAMP = 'lib/platform/generated/stamp'
const SOURCES = ['prisma/schema.prisma', 'prisma/prisma.config.ts', 'node_modules/prisma/package.json']

/** Generates the Prisma client, where the schema has changed since. */
export async function ensureGenerated() {
  const wanted = fingerprint(SOURCES)
  if (existsSync(inRoot(CLIENT)) && readStamp(STAMP) === wanted) return
  say('Generating the database client')
  const code = await runScript('prisma/build/index.js', ['generate', '--config', 'prisma/prisma.config.ts', '--no-hints'], {
    // Generating needs no native engine, but the command downloads one unless told of a file that exists.
    PRISMA_SCHEMA_ENGINE_BINARY: inRoot('prisma/schema.prisma'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  })
  if (code !== 0) throw new Error('The database client could not be generated.')
  writeStamp(STAMP, wanted)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await launch(async () => {
    await ensureInstalled()
    await ensureGenerated()
  })
}
