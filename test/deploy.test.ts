import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StatefulSet } from 'kubernetes-models/apps/v1'
import { ConfigMap, Service } from 'kubernetes-models/v1'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

const ROOT = join(import.meta.dirname, '..')
const page = (name: string): string => readFileSync(join(ROOT, name), 'utf8')

type Manifest = { readonly kind: string; readonly metadata: { readonly name: string } }
type Validated = { validate(): void }
const KINDS: Readonly<Record<string, new (manifest: never) => Validated>> = { Service, ConfigMap, StatefulSet }
const manifests = parseAllDocuments(page('deploy/kubernetes/shenbao.yaml')).map(one => one.toJS() as Manifest)

/** The same value, with the paths of keys that nobody asked for: the schema doesn't know them. */
function watched(value: unknown, unasked: Set<string>, path = ''): unknown {
  if (typeof value !== 'object' || value === null) return value
  const at = (key: string) => `${path}.${key}`
  if (!Array.isArray(value)) for (const key of Object.keys(value)) unasked.add(at(key))
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, watched(one, unasked, at(key))]))
  const copy = Array.isArray(value) ? Object.values(inner) : inner
  return new Proxy(copy, {
    get: (target, key, receiver) => {
      unasked.delete(at(String(key)))
      return Reflect.get(target, key, receiver) as unknown
    },
  })
}

describe('deploy/kubernetes', () => {
  it('is a volume and a StatefulSet for one mailbox', () => {
    expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'ConfigMap', 'StatefulSet'])
  })

  it.each(manifests.map(manifest => [manifest.kind, manifest] as const))(
    'holds to the schema of Kubernetes: %s',
    (kind, manifest) => {
      const Kind = KINDS[kind]
      if (Kind === undefined) throw new Error(`no schema for ${kind}`)
      expect(() => new Kind(manifest as never).validate()).not.toThrow()
      const unasked = new Set<string>()
      const model = new Kind({} as never)
      Object.assign(model, watched(manifest, unasked))
      model.validate()
      expect([...unasked]).toEqual([])
    },
  )

  it('would be told of a key that Kubernetes doesn’t know, and of a value of the wrong kind', () => {
    const unasked = new Set<string>()
    const service = new Service({ metadata: { name: 'x' } })
    Object.assign(service, watched({ spec: { clusterIpp: 'None' } }, unasked))
    service.validate()
    expect([...unasked]).toEqual(['.spec.clusterIpp'])
    expect(() => new Service({ spec: { clusterIP: 7 } } as never).validate()).toThrow(/clusterIP/)
  })

  it('asks for a person by readiness, and is never killed for a mail server’s sake', () => {
    const [shenbao] = (manifests.at(-1) as unknown as StatefulSetShape).spec.template.spec.containers
    expect(shenbao?.readinessProbe?.exec.command).toEqual(['shenbao', 'health'])
    expect(shenbao).not.toHaveProperty('livenessProbe')
  })
})

type StatefulSetShape = {
  readonly spec: {
    readonly template: {
      readonly spec: { readonly containers: readonly { readonly readinessProbe?: { exec: { command: string[] } } }[] }
    }
  }
}

describe('the three ways to run it', () => {
  it('start the same program, with the same settings of memory', () => {
    const unit = page('deploy/systemd/shenbao@.service')
    expect(unit).toMatch(
      /^ExecStart=\S+\/node --max-semi-space-size=4 --heap-growing-percent=100 bin\/shenbao\.js run$/m,
    )
    const compose = parse(page('docker-compose.yml'), { merge: true }) as {
      services: { shenbao: { mem_limit: string } }
    }
    expect(compose.services.shenbao.mem_limit).toBe('3g')
    for (const name of ['MALLOC_MMAP_THRESHOLD_=131072', 'MALLOC_ARENA_MAX=2']) {
      expect(unit).toContain(name)
      expect(page('Dockerfile')).toContain(name)
    }
  })
})
