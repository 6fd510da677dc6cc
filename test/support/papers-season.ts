import { randomBytes } from 'node:crypto'
import { filledAnswers, formDocx } from './form-docx.ts'
import { type Service, startService } from './service.ts'

const ROSTER = '2024-model-branch.roster.csv'
const PREFIX = '党建工作样板支部申报书-机械工程学院'
const DIGITS = '零一二三四五六七八九'

/** 第二十一 and the like. */
const ordinal = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`
}

/** A picture of that many bytes, as far as anybody looks at it. */
const photo = (bytes: number): Buffer => Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(bytes)])

/** After the deadline: so many branches stand, and so many photos came with their forms. */
export async function papersSeason(branches: number, photos: number, bytesOfPhoto = 150_000): Promise<Service> {
  const names = Array.from({ length: branches }, (_, index) => `教工第${ordinal(index + 1)}党支部`)
  const roster = ['支部名称,类型', ...names.map(name => `${name},教师`), ''].join('\n')
  const service = await startService({ SHENBAO_CAPS_PER_HOUR: '1000', SHENBAO_SMTP_PER_MINUTE: '1000' }, undefined, {
    [ROSTER]: roster,
  })
  for (const [index, branchName] of names.entries()) {
    const name = `${PREFIX}${branchName}`
    const form = { name: `${name}.docx`, bytes: await formDocx(filledAnswers({ branchName })) }
    const many = Math.floor(((index + 1) * photos) / branches) - Math.floor((index * photos) / branches)
    const files = Array.from({ length: many }, (_, place) => ({
      name: `获奖证书${place + 1}.jpg`,
      bytes: photo(bytesOfPhoto),
    }))
    const at = new Date(Date.parse('2024-05-15T09:00:00+08:00') + index * 60_000).toISOString()
    await service.receive({ from: `b${index + 1}@dlut.edu.cn`, subject: name, files: [form, ...files], at })
  }
  await service.round()
  service.setClock(new Date('2024-05-21T09:00:00+08:00'))
  await service.round()
  return service
}
