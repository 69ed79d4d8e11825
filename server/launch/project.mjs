import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Everything runs in the project's root, from wherever it was called. Plain JavaScript for Node 18: nothing is installed yet. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..')
process.chdir(root)

/** The oldest Node that the product runs on, as package.json says. */
const OLDEST = [22, 12]

/** @param {string} line */
export const say = (line) => process.stdout.write(`\u25B8 ${line}\n`)

/** @param {string} path */
export const inRoot = (path) => join(root, path)

/** @param {string} path */
export const readJson = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'))

/** The Node to run the product with: this one where it is new enough, else the one that npm has installed. */
export function productNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath
  const installed = inRoot(`node_modules/.bin/node${process.platform === 'win32' ? '.exe' : ''}`)
  if (existsSync(installed)) return installed
  throw new Error(`Node ${OLDEST.join('.')} or newer is needed here, this is ${process.versions.node}: https://nodejs.org`)
}

/** The environment for what is started: no telemetry, no look for updates, the project's programs first on the path. */
export function childEnvironment(extra = {}) {
  const path = [inRoot('node_modules/.bin'), process.env.PATH].filter(Boolean).join(delimiter)
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...extra }
}

/**
 * Runs a program to its end with its output shown.
 *
 * @param {string} program
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function run(program, parameters, env = childEnvironment()) {
  return new Promise((done, fail) => {
    const child = spawn(program, parameters, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    // The terminal has sent Ctrl-C to the child too; whoever signals only us means both.
    const pass = (signal) => child.kill(signal)
    process.on('SIGTERM', pass)
    process.on('SIGINT', pass)
    child.once('error', fail)
    child.once('exit', (code) => {
      process.off('SIGTERM', pass)
      process.off('SIGINT', pass)
      done(code ?? 1)
    })
  })
}

/**
 * Runs a script of an installed package with the product's Node.
 *
 * @param {string} script below node_modules
 * @param {string[]} parameters
 * @param {Record<string, string>} extra
 */
export const runScript = (script, parameters, extra = {}) =>
  run(productNode(), [inRoot(join('node_modules', script)), ...parameters], childEnvironment(extra))

/**
 * Ends this process with a sentence instead of a stack trace.
 *
 * @param {() => Promise<number | void>} main
 */
export async function launch(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
