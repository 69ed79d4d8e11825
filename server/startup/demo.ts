import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Env } from '@/lib/platform/env'
import { countUsers, seedDemo, type DemoAccounts } from '@/prisma/seed'
import { writePrivateFile } from '@/lib/platform/private-file'
import { announce } from './announce'

/** What `demo.json` holds: everything to try the demo, for people and for scripts. */
export type DemoFile = { url: string; databaseUrl: string } & DemoAccounts

async function readAccounts(path: string): Promise<DemoAccounts | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : (JSON.parse(text) as DemoFile)
}

/**
 * Fills an empty database with the demo and keeps `demo.json` true: port and address may change from start to start.
 * Null where there is no demo to sign in to.
 */
export async function prepareDemo({ mode, seedDemo: wanted, dataDir, publicUrl, databaseUrl }: Env): Promise<DemoFile | null> {
  if (mode !== 'demo') return null
  const path = join(dataDir, 'demo.json')
  const empty = (await countUsers()) === 0
  if (empty && !wanted) return null
  if (empty) announce('Filling the empty database with the demo')
  const accounts = empty ? await seedDemo({ now: new Date() }) : await readAccounts(path)
  if (!accounts) return null
  const demo = { url: publicUrl, databaseUrl, users: accounts.users, apiTokens: accounts.apiTokens }
  await writePrivateFile(path, `${JSON.stringify(demo, null, 2)}\n`)
  return demo
}
