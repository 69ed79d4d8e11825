import { createFront } from '../http/front'
import { trustProxies } from '../http/peer-address'
import { createHttpServer, listen } from '../http/server'

/** Serves what programs call, as a process of its own, at the port that it is started with. See runInterfaceProcess. */
const port = Number(process.argv[2])
const handle = (): Promise<void> => Promise.reject(new Error('Programs are answered ahead of Next'))
const publicUrl = new URL(`http://127.0.0.1:${port}`)
await listen(createHttpServer(createFront({ publicUrl, isTrusted: trustProxies([]), dev: false, handle }), false), port, '127.0.0.1')
