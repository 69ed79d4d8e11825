import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { inRoot, readJson, root, run, say } from './project.mjs'

/** Whether what npm says it has installed is what the lockfile asks for. npm writes its own record last of all. */
export function isInstalled() {
  if (!existsSync(inRoot('node_modules/.package-lock.json'))) return false
  const wanted = readJson('package-lock.json').packages
  const present = readJson('node_modules/.package-lock.json').packages
  const missing = Object.entries(wanted).some(([path, { version, integrity, optional, peer }]) => {
    if (path === '') return false
    const found = present[path]
    // Packages for other platforms are locked, but not installed.
    if (!found) return !optional && !peer
    return found.version !== version || found.integrity !== integrity
  })
  return !missing && Object.keys(present).every((path) => path in wanted)
}

/** The Node and npm that we were called with, not the ones that npm put on the path: those are about to be replaced. */
function npm() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(root))
  const env = { ...process.env, PATH: path.join(delimiter) }
  const script = process.env.npm_execpath
  if (script && existsSync(script)) return { program: process.env.npm_node_execpath ?? process.execPath, first: [script], env }
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [], env }
}

/** Installs exactly what is locked, where that is not what is there. */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('Installing the locked dependencies (about a minute)')
  const { program, first, env } = npm()
  const code = await run(program, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], env)
  if (code !== 0) throw new Error('The dependencies could not be installed. What npm says above tells why.')
}
