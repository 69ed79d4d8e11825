import { inRoot } from './project.mjs'

/** `server-only` throws outside Next's bundles by design; in this one, which no browser ever sees, it has no say. */
const serverOnly = {
  name: 'server-only',
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, ({ path }) => ({ path, namespace: 'nothing' }))
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }))
  },
}

/** Bundles server/main.ts and what it needs of lib/ into one file; packages stay where npm has put them. */
export async function bundleServer() {
  const { build, stop } = await import('esbuild')
  await build({
    absWorkingDir: inRoot('.'),
    entryPoints: ['server/main.ts'],
    outfile: 'dist/server.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [serverOnly],
  })
  // Its helper process would stay for as long as we do.
  await stop()
}
