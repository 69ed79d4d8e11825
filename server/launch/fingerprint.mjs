import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot, root } from './project.mjs'

const SKIPPED = /(^|\/)(node_modules|generated|testing)(\/|$)|\.test\.tsx?$|\.d\.json\.ts$/

/** @param {string} path a file or folder below the root, which need not exist */
function listFiles(path) {
  if (SKIPPED.test(path) || !existsSync(inRoot(path))) return []
  if (!statSync(inRoot(path)).isDirectory()) return [path]
  return readdirSync(inRoot(path)).sort().flatMap((name) => listFiles(join(path, name)))
}

/**
 * A digest of what is in the files, and of where they are, since a build knows its own place. By content rather
 * than by time: a checkout that is copied or switched back and forth is rebuilt only where it differs.
 *
 * @param {string[]} paths
 */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(root)
  for (const file of paths.flatMap(listFiles)) hash.update(`\0${file}\0`).update(readFileSync(inRoot(file)))
  return hash.digest('hex')
}

/** @param {string} stamp */
export const readStamp = (stamp) => (existsSync(inRoot(stamp)) ? readFileSync(inRoot(stamp), 'utf8') : '')

/**
 * @param {string} stamp
 * @param {string} value
 */
export function writeStamp(stamp, value) {
  mkdirSync(dirname(inRoot(stamp)), { recursive: true })
  writeFileSync(inRoot(stamp), value)
}
