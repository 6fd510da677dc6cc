import type { Branch } from '../../../src/core/call/call.ts'
import type { CallForNames } from '../../../src/core/naming/read-name.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const branch = (name: string, ...aliases: string[]): Branch => ({
  name,
  type: null,
  aliases,
  emails: [],
  excluded: null,
})

export const TITLE = '党建工作样板支部申报书'
export const UNIT = '机械工程学院'
const TEMPLATE = `${TITLE}-{unit}{branch}`

/** Invented branches, among them some that begin or end like others. */
export const call: CallForNames = {
  title: '党建工作样板支部推荐对象遴选',
  short: '样板支部',
  applicant: shippedCall.applicant,
  form: shippedCall.form,
  naming: { subject: TEMPLATE, file: TEMPLATE, archive: null },
  unit: UNIT,
  university: '大连理工大学',
  deliverables: [],
  roster: [
    branch('教工党支部'),
    branch('机械制造系教工党支部', '机制系教工支部', '机制教工'),
    branch('教工第一党支部'),
    branch('教工第二党支部'),
    branch('教工第三党支部'),
    branch('过装专业第一党支部'),
    branch('学生第一党支部'),
    branch('高性能制造硕博第六学生党支部', '高性能六支部'),
    branch('特种制备与成形研究生导师师生第二党支部'),
    branch('实验中心与机关研究生导师师生党支部'),
    branch('物理-硕博-凝聚态02-学生党支部'),
    branch('本科生第二党支部', '本二支部', '学生二支部'),
    branch('研究生第二十一党支部', '学生二支部'),
    branch('离退休教工党支部'),
    branch('2021级本科生党支部'),
  ],
}
