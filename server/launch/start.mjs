import { ensureBuilt } from './build.mjs'
import { alone } from './data-dir.mjs'
import { ensureGenerated } from './generate.mjs'
import { ensureInstalled } from './install.mjs'
import { launch } from './project.mjs'
import { serve } from './serve.mjs'

// `npm start`: from a fresh clone to a running console.
await launch(async () => {
  await alone(async () => {
    await ensureInstalled()
    await ensureGenerated()
    await ensureBuilt()
  })
  return serve([], { NODE_ENV: 'production' })
})
