import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { createEngineAdapter } from './schema-engine-adapter'

type EngineModule = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}
type EngineExports = WebAssembly.Exports & { __wbindgen_start(): void }

/** Where the engine leaves the message of a panic before it throws. */
const panics = { message: '', set_message(message: string) { this.message = message } }

let loaded: Promise<EngineModule> | undefined

/**
 * Prisma's schema engine from npm. Its own loader imports the `.wasm` as a module, which Node does not
 * offer without a flag, and Prisma's CLI would download a native engine instead; so it is bound by hand.
 */
async function loadEngine(): Promise<EngineModule> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bindings = (await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)) as EngineModule
  const wasm = await WebAssembly.compile(await readFile(join(folder, 'schema_engine_bg.wasm')))
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports }
  const { exports } = await WebAssembly.instantiate(wasm, imports)
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
  bindings.__wbg_set_wasm(exports)
  ;(exports as EngineExports).__wbindgen_start()
  return bindings
}

/** Runs `work` with an engine that is connected to the database at `url` and knows `schema`. */
export async function withSchemaEngine<T>(url: string, schema: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= loadEngine()
  const { SchemaEngine } = await loaded
  const { adapter, end } = createEngineAdapter(url)
  try {
    using engine = await SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, adapter)
    return await work(engine)
  } catch (error) {
    throw panics.message ? new Error(`The schema engine failed: ${panics.message}`, { cause: error }) : error
  } finally {
    await end()
  }
}
