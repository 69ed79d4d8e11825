import { bundleServer } from './bundle.mjs'
import { alone } from './data-dir.mjs'
import { ensureGenerated } from './generate.mjs'
import { ensureInstalled } from './install.mjs'
import { launch } from './project.mjs'
import { serve } from './serve.mjs'

// `npm run dev`: pages and what they use reload by themselves; a change in server/ needs a new start.
await launch(async () => {
  await alone(async () => {
    await ensureInstalled()
    await ensureGenerated()
    await bundleServer()
  })
  return serve(['--dev'], { NODE_ENV: 'development' })
})
