import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { LOOPBACK } from './ports.ts'

/** Stands between a client and any TCP server and notes what passes. */
export interface RecordingProxy {
  readonly host: string
  readonly port: number
  /** All that clients sent so far, connection after connection in the order of their opening. */
  clientSaid(): string
  serverSaid(): string
  /** Cuts what is open and listens no more. */
  stop(): Promise<void>
}

interface Conversation {
  readonly client: Buffer[]
  readonly server: Buffer[]
}

/** Listens on a free port of 127.0.0.1 and passes everything on to `host` and `port`, unchanged. */
export async function startRecordingProxy(target: { host: string; port: number }): Promise<RecordingProxy> {
  const conversations: Conversation[] = []
  const open = new Set<Socket>()
  const listener = createServer({ allowHalfOpen: true }, client => {
    const conversation: Conversation = { client: [], server: [] }
    conversations.push(conversation)
    const server = connect({ ...target, allowHalfOpen: true })
    pass(client, server, conversation.client)
    pass(server, client, conversation.server)
    for (const socket of [client, server]) {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
    }
  })
  listener.listen(0, LOOPBACK)
  await once(listener, 'listening')
  return {
    host: LOOPBACK,
    port: (listener.address() as AddressInfo).port,
    clientSaid: () => Buffer.concat(conversations.flatMap(({ client }) => client)).toString(),
    serverSaid: () => Buffer.concat(conversations.flatMap(({ server }) => server)).toString(),
    stop: async () => {
      const closed = once(listener, 'close')
      listener.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

function pass(from: Socket, to: Socket, record: Buffer[]): void {
  from.on('data', chunk => record.push(chunk))
  from.pipe(to)
  // The other side must notice that this one is lost; a socket that closed in order has already said so.
  from.once('error', () => to.destroy())
  from.once('close', () => to.destroySoon())
}
