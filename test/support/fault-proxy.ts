import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { LOOPBACK } from './ports.ts'

/**
 * What happens to a connection when the server has said so many bytes: it is cut, or both sides hear no more of each other though it
 * stays open (a black hole).
 */
export type Fault = { readonly afterBytes: number; readonly what: 'cut' | 'black-hole' }

/** Stands between a client and a server and breaks connections at chosen bytes. */
export type FaultProxy = {
  readonly port: number
  /** For the next connection; all others are left alone. */
  breakNext(fault: Fault): void
  /** Every byte of the server comes alone from now on, as over a very slow line. */
  throttle(): void
  /** Bytes that the server has said over the connection made last. */
  serverBytes(): number
  /** Connections made so far. */
  connections(): number
  stop(): Promise<void>
}

export async function startFaultProxy(target: { readonly host: string; readonly port: number }): Promise<FaultProxy> {
  const open = new Set<Socket>()
  const state = { fault: null as Fault | null, throttled: false, bytes: 0, connections: 0 }
  const listener = createServer(client => {
    const server = connect(target)
    state.bytes = 0
    state.connections += 1
    for (const socket of [client, server]) {
      open.add(socket.setNoDelay(true))
      socket.on('error', () => undefined).on('close', () => open.delete(socket))
    }
    client.on('close', () => server.destroy())
    server.on('close', () => client.destroySoon())
    carry({ client, server }, state)
  })
  await once(listener.listen(0, LOOPBACK), 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    breakNext: fault => {
      state.fault = fault
    },
    throttle: () => {
      state.throttled = true
    },
    serverBytes: () => state.bytes,
    connections: () => state.connections,
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => listener.close(resolve))
    },
  }
}

type Ends = { readonly client: Socket; readonly server: Socket }
type State = { fault: Fault | null; readonly throttled: boolean; bytes: number }

function carry({ client, server }: Ends, state: State): void {
  const { fault } = state
  state.fault = null
  let deaf = false
  client.on('data', chunk => {
    if (!deaf) server.write(chunk)
  })
  server.on('data', chunk => {
    if (deaf) return
    const left = fault === null ? chunk.length : Math.min(chunk.length, fault.afterBytes - state.bytes)
    const passed = chunk.subarray(0, left)
    state.bytes += passed.length
    for (const piece of state.throttled ? [...passed].map(byte => Buffer.of(byte)) : [passed]) client.write(piece)
    if (fault === null || state.bytes < fault.afterBytes) return
    deaf = true
    if (fault.what === 'cut') client.destroySoon()
  })
}
