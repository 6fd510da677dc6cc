import type { RecordingProxy } from '../test/support/recording-proxy.ts'

/** What went over the wire during a piece of work: the client's commands without their tags, and the bytes of both sides. */
export type Traffic = { readonly commands: readonly string[]; readonly bytes: number }

export async function trafficOf(proxy: RecordingProxy, work: () => Promise<unknown>): Promise<Traffic> {
  const [said, heard] = [proxy.clientSaid().length, proxy.serverSaid().length]
  await work()
  const client = proxy.clientSaid().slice(said)
  const commands = client.split('\r\n').flatMap(line => /^[0-9A-F]+ (.*)$/.exec(line)?.slice(1) ?? [])
  return { commands, bytes: client.length + proxy.serverSaid().length - heard }
}
