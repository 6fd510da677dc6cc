import { type SentMail, type Service, startService } from '../support/service.ts'
import { SCENES } from './scenes.ts'
import { form, PREFIX, type Scene } from './season.ts'

/** A reply as it went out, and what it is an example of. */
export type Example = { readonly title: string; readonly mail: SentMail }

/** Plays the season through the real service and takes every reply from the server that it was handed to. */
export async function playExamples(scenes: readonly Scene[] = SCENES): Promise<readonly Example[]> {
  const service = await startService({ SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '100' })
  try {
    const examples: Example[] = []
    for (const scene of scenes) examples.push({ title: scene.title, mail: await play(scene, service) })
    return examples
  } finally {
    await service.stop()
  }
}

async function play(scene: Scene, service: Service): Promise<SentMail> {
  const before = await toOf(scene, service)
  await happen(scene, service, before.at(-1))
  await service.round()
  const mail = (await toOf(scene, service)).at(-1)
  if (mail === undefined) throw new Error(`${scene.title}: nothing was answered`)
  return mail
}

const addressOf = (branch: string): string => `${Buffer.from(branch).toString('hex').slice(-24)}@dlut.edu.cn`

const toOf = async ({ branch, to = addressOf(branch) }: Scene, service: Service): Promise<readonly SentMail[]> =>
  (await service.replies()).filter(reply => reply.to === to)

async function happen(scene: Scene, service: Service, last: SentMail | undefined): Promise<void> {
  const { branch, act, mail, at } = scene
  const moment = `2024-${at}+08:00`
  if (act !== undefined) {
    service.setClock(new Date(moment))
    await act(service, name => service.list().findLast(one => one.branch === name)?.id ?? 0)
    return
  }
  const { files = [form(branch)], ...rest } = mail?.(last) ?? {}
  const usual = { from: addressOf(branch), subject: `${PREFIX}${branch}`, at: moment }
  await service.receive({ ...usual, ...rest, files: await Promise.all(files) })
}
