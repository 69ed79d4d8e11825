import { spawn } from 'node:child_process'
import { childEnvironment, inRoot, productNode, root } from './project.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Becomes the server where this Node can (22.15 and newer, not on Windows): one process less to wait in memory, and
 * signals reach the server directly. Otherwise runs it until it ends: signals are passed on, the server decides when
 * it is done, and should this process be killed, the channel between the two closes and the server stops by itself.
 *
 * @param {string[]} parameters
 * @param {Record<string, string>} extra
 * @returns {Promise<number>}
 */
export function serve(parameters, extra) {
  const node = productNode()
  const all = ['--enable-source-maps', inRoot('dist/server.mjs'), ...parameters]
  const env = childEnvironment(extra)
  if (process.execve && process.platform !== 'win32') process.execve(node, [node, ...all], env)
  return new Promise((done, fail) => {
    const child = spawn(node, all, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}
