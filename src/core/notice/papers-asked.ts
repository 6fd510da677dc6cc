import type { DocumentKind } from '../document/document.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'

/** A paper that notices name without brackets. */
type Kind = {
  readonly id: string
  readonly named: RegExp
  readonly formats: readonly DocumentKind[]
  readonly required: boolean
  readonly many: boolean
}

export const TEXTS: readonly DocumentKind[] = ['docx', 'doc', 'wps', 'pdf']
const PICTURES: readonly DocumentKind[] = ['image', 'docx', 'pdf']
export const SCANS: readonly DocumentKind[] = ['pdf', 'image', 'docx', 'doc']

/** «证明材料(PDF或图片)»: 图片 are what it comes as. */
const FORMAT = listed('pdf PDF word Word WORD jpg JPG jpeg JPEG png PNG 扫描件')
const NO_FORMAT = pattern`(?!图片(?:格式|版|[或、/]${FORMAT}))(?<!\([^()]{0,12}${FORMAT}[或、/](?=图片))`

const kind = (id: string, words: string, formats: readonly DocumentKind[], more: Partial<Kind> = {}): Kind => ({
  ...{ id, named: pattern`${NO_FORMAT}${listed(words)}`, formats, required: true, many: false },
  ...more,
})

/** Pictures and evidence are what applicants have of them. */
const OPTIONAL_MANY = { required: false, many: true }
export const PAPER_KINDS: readonly Kind[] = [
  kind('summary', '活动总结 工作总结 总结材料 总结报告 成果总结报告 总结', TEXTS),
  kind('deeds', '事迹材料 先进事迹材料 个人事迹材料 事迹简介材料', TEXTS),
  kind('introduction', '项目介绍材料 介绍材料 项目介绍', [...TEXTS, 'pptx']),
  kind('plan', '项目计划书 商业计划书 创业计划书 计划书 活动方案 策划书 策划案 实施方案', TEXTS),
  kind('case', '案例文本 案例材料 案例正文 活动案例 案例全文', TEXTS),
  kind('report', '研究报告 调研报告 结题报告 自查报告 实践报告 作品报告 学习报告', TEXTS),
  kind('lesson', '教案 教学设计 课件讲稿', [...TEXTS, 'pptx']),
  kind(
    'paper',
    '论文全文 征文正文 作品正文 论文正文 征文电子版 征文稿 论文电子版 作品电子版 稿件电子版 征文作品',
    TEXTS,
  ),
  kind('transcript', '成绩单 成绩证明', ['pdf', 'image', 'docx'], { many: true }),
  kind('pledge', '承诺书', SCANS),
  kind('letter', '推荐信 推荐函', SCANS, { many: true }),
  kind('evidence', '证明材料 佐证材料 支撑材料 附件材料 获奖证书 证书复印件 证书扫描件', SCANS, OPTIONAL_MANY),
  kind('photos', '活动照片 现场照片 工作照片 作品照片 生活照 证件照 电子照片 照片 图片', PICTURES, OPTIONAL_MANY),
  kind(
    'slides',
    '教学课件 课件 汇报用PPT 汇报PPT 展示PPT 路演PPT 答辩PPT PPT 幻灯片 演示文稿',
    ['pptx', 'pdf'],
    OPTIONAL_MANY,
  ),
]

const FORMATS: readonly (readonly [RegExp, readonly DocumentKind[]])[] = [
  [/excel|xlsx?|电子表格/i, ['xlsx']],
  [/word|docx?/i, ['docx', 'doc', 'wps']],
  [/pdf/i, ['pdf']],
  [/扫描/, ['pdf', 'image']],
  [/ppt/i, ['pptx']],
  [/jpe?g|png|图片/i, ['image']],
]

/** What stands in the brackets right behind a title; null where that names no format. */
export function formatsBehind(after: string): readonly DocumentKind[] | null {
  const [, inside = ''] = /^\(([^()]{1,30})\)/.exec(after) ?? []
  return formatsIn(inside)
}

/** What a text names as formats; null where it names none. */
export function formatsIn(inside: string): readonly DocumentKind[] | null {
  const kinds = FORMATS.flatMap(([words, formats]) => (words.test(inside) ? formats : []))
  return kinds.length === 0 ? null : [...new Set(kinds)]
}
