import CFB from 'cfb'

/** A zip of these files, in their order. */
export function writeZip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const { name, bytes } of files) CFB.utils.cfb_add(container, `/${name}`, Buffer.from(bytes))
  return new Uint8Array(CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Buffer)
}
