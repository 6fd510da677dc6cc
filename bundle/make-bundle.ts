import { rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

const ROOT = join(import.meta.dirname, '..')

/** Packages with a binary, or that look for files of their own beside themselves. */
const AS_THEY_ARE = /^(?:better-sqlite3|onnxruntime-node|onnxruntime-common|@napi-rs\/|@gutenye\/|pdf-parse|pdfjs-dist)/

/** What a source names beside itself: a program for a process of its own, a folder, a picture. */
const BESIDE = /new URL\('([^']+)', import\.meta\.url\)/g

/**
 * Programs named in sources become files of the bundle under their own names; files and folders are looked for where they are, as seen from
 * `out`.
 */
const besideItself = (out: string): Plugin => ({
  name: 'beside itself',
  transform: {
    filter: { id: /\/(?:src|bin)\/.*\.[jt]s$/, code: 'import.meta.url' },
    handler(code, id) {
      return code.replace(BESIDE, (_, named: string) => {
        const file = join(dirname(id), named)
        if (!file.endsWith('.ts'))
          return `new URL('${relative(out, file)}${named.endsWith('/') ? '/' : ''}', import.meta.url)`
        const fileName = basename(file).replace(/ts$/, 'js')
        this.emitFile({ type: 'chunk', id: file, fileName })
        return `new URL('./${fileName}', import.meta.url)`
      })
    },
  },
})

/**
 * Writes the program as a hundred files, for to find and link a thousand takes longer than what most commands do. They are CommonJS, which Node
 * loads in two thirds of the time that it takes for as many modules.
 */
export async function makeBundle(out = join(ROOT, 'build')): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  const bundle = await rolldown({
    input: { shenbao: join(ROOT, 'bin/shenbao.js') },
    platform: 'node',
    external: AS_THEY_ARE,
    plugins: [besideItself(out)],
  })
  await bundle.write({ dir: out, format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' })
  await bundle.close()
  writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n')
}

if (import.meta.main) await makeBundle()
