import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { rawEnv } from '@/lib/platform/env'
import { readCredentials, superuserUrl } from '@/server/database/credentials'
import { findFreePort, type RunningServer } from '@/server/testing/run-server'
import { EXCHANGES, PREPARED, type Target } from './load'

const PEERS = { oidcProvider: 'oidc-provider', betterAuth: 'better-auth' } as const
type Peer = keyof typeof PEERS

/** A program that is measured beside the product. */
export type Beside = { target: Target; stop: () => Promise<void> }

/** Installs what only the measurements need, where that has not happened yet. */
export function installBenchPackages(program: string): void {
  if (existsSync(`bench/node_modules/${program}/package.json`)) return
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', 'bench'], { stdio: 'inherit' })
}

/** Starts `script`, which prints a line of JSON once it listens on the port that is its first argument. */
async function startProgram(script: string, parameters: readonly string[]): Promise<{ url: string; told: unknown; stop: () => Promise<void> }> {
  const port = await findFreePort()
  const { PATH = '', HOME = '' } = rawEnv()
  const child = spawn(process.execPath, ['--import', 'tsx', script, String(port), ...parameters], { env: { PATH, HOME, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('[')) return { url: `http://127.0.0.1:${port}`, told: JSON.parse(line), stop }
  }
  throw new Error(`${script} did not start`)
}

/** The bare server, on the product's own tokens. */
export async function startBare({ demo }: RunningServer, hmacKey: Buffer, orgId: string, apiTokens: readonly string[]): Promise<Beside> {
  const { url, stop } = await startProgram('bench/bare-server.ts', [demo.databaseUrl, hmacKey.toString('base64url'), orgId])
  return { target: { url, credentials: apiTokens, prepare: EXCHANGES.product }, stop }
}

/** Address of a superuser's database beside the product's, in the same PostgreSQL. */
export async function databaseBeside({ dataDir }: RunningServer, database: string): Promise<string> {
  const credentials = await readCredentials(dataDir)
  if (!credentials) throw new Error('The product runs without a database of its own')
  return superuserUrl(credentials, database)
}

/** A peer with a database of its own in the product's PostgreSQL. */
export async function startPeer(product: RunningServer, peer: Peer): Promise<Beside> {
  const name = PEERS[peer]
  installBenchPackages(name)
  const client = new pg.Client({ connectionString: await databaseBeside(product, 'postgres') })
  await client.connect()
  await client.query(`CREATE DATABASE "${name}"`)
  await client.end()
  const { url, told, stop } = await startProgram(`bench/peers/${name}.mjs`, [await databaseBeside(product, name), String(PREPARED)])
  return { target: { url, credentials: told as string[], prepare: EXCHANGES[peer] }, stop }
}
