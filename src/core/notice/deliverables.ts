import type { DocumentKind } from '../document/document.ts'
import { anyOf } from '../words/any-of.ts'
import { listed } from '../words/listed.ts'
import { fold, type Notice, type Said } from './notice.ts'

/** A document that the notice asks for. */
export type ReadDeliverable = {
  readonly id: string
  readonly title: string
  readonly formats: readonly DocumentKind[] | null
  readonly required: boolean
  readonly many: boolean
  readonly name: string | null
  readonly reads: 'form' | 'rows' | null
}

const SENDS = /提交|报送|发送|发至|上报|填写|填报|附|打包|交至|递交|材料|电子版|报名|附件/
const FORM_END =
  /(?:申报书|申请书|任务书|推荐书|自荐书|申报表|申请表|推荐表|审批表|登记表|自荐表|备案表|报名表|评审表|信息表|推荐审批表|申报单)$/
const LIST_END = /(?:汇总表|一览表|统计表|名单|名册|清单)$/
/** «1.《…申报表》»: an item of a list of papers. */
const ENUMERATED = /^(?:\(?[\d一二三四五六七八九十]{1,2}[.、)])?《/
const TITLED = /《([^《》]{2,40})》/g
const OPTIONAL = /可附|可以附|可选|自愿|如有|若有|可提供|酌情|不作要求/

type Kind = {
  readonly id: string
  readonly words: string
  readonly formats: readonly DocumentKind[] | null
  readonly required: boolean
  readonly many: boolean
}

const TEXTS = ['docx', 'doc', 'wps', 'pdf'] as const
/** Papers that notices name without brackets. Pictures and evidence are what applicants have of them. */
const PAPERS: readonly Kind[] = [
  { id: 'summary', words: '活动总结 工作总结 总结材料 总结', formats: TEXTS, required: true, many: false },
  { id: 'deeds', words: '事迹材料 先进事迹材料 个人事迹材料', formats: TEXTS, required: true, many: false },
  {
    id: 'introduction',
    words: '项目介绍材料 介绍材料 项目介绍',
    formats: [...TEXTS, 'pptx'],
    required: true,
    many: false,
  },
  { id: 'case', words: '案例文本 案例材料 案例正文', formats: TEXTS, required: true, many: false },
  { id: 'paper', words: '论文全文', formats: TEXTS, required: true, many: false },
  { id: 'transcript', words: '成绩单 成绩证明', formats: ['pdf', 'image', 'docx'], required: true, many: true },
  {
    id: 'evidence',
    words: '证明材料 佐证材料 支撑材料 附件材料 获奖证书',
    formats: ['pdf', 'image', 'docx', 'doc'],
    required: false,
    many: true,
  },
  {
    id: 'photos',
    words: '活动照片 现场照片 照片 图片',
    formats: ['image', 'docx', 'pdf'],
    required: false,
    many: true,
  },
  {
    id: 'slides',
    words: '汇报用PPT 汇报PPT 展示PPT PPT 幻灯片 演示文稿',
    formats: ['pptx', 'pdf'],
    required: false,
    many: true,
  },
]

const FORMATS: readonly (readonly [RegExp, readonly DocumentKind[]])[] = [
  [/excel|xlsx?|电子表格/i, ['xlsx']],
  [/word|docx?/i, ['docx', 'doc', 'wps']],
  [/pdf/i, ['pdf']],
  [/扫描/, ['pdf', 'image']],
  [/ppt/i, ['pptx']],
]

/** The documents asked for, the form first; `formTitle`: the title of the blank form, where there is one. */
export function readDeliverables(notice: Notice, formTitle: string | null): readonly Said<ReadDeliverable>[] {
  const named = titled(notice, formTitle)
  const papers = PAPERS.flatMap(kind => paper(kind, notice))
  const all = [...named, ...papers].filter(
    (one, at, every) => every.findIndex(({ value }) => value.id === one.value.id) === at,
  )
  return all.sort((a, b) => Number(b.value.reads === 'form') - Number(a.value.reads === 'form'))
}

function titled({ sentences }: Notice, formTitle: string | null): Said<ReadDeliverable>[] {
  const found = sentences.flatMap(({ said, folded }) =>
    SENDS.test(folded) || ENUMERATED.test(folded)
      ? [...folded.matchAll(TITLED)].map(match => ({
          said,
          title: match[1] ?? '',
          after: folded.slice(match.index + match[0].length),
        }))
      : [],
  )
  const forms = found.filter(({ title }) => FORM_END.test(bare(title)))
  const lists = found.filter(({ title }) => LIST_END.test(bare(title)))
  const form = forms.find(({ title }) => isSame(title, formTitle)) ?? forms[0]
  const own = formTitle ?? (form === undefined ? null : bare(form.title))
  return [
    ...(own === null ? [] : [{ value: formOf(own, form?.after ?? ''), said: form?.said ?? '' }]),
    ...lists.slice(0, 1).map(({ title, said }) => ({ value: rowsOf(bare(title)), said })),
  ]
}

const bare = (title: string): string => title.replace(/\([^()]*\)$/, '').replace(/["“”]/g, '')

const isSame = (title: string, formTitle: string | null): boolean =>
  formTitle !== null && (fold(formTitle).includes(bare(title)) || bare(title).includes(fold(formTitle)))

const formOf = (title: string, after: string): ReadDeliverable => ({
  ...{
    id: 'form',
    title,
    formats: formatsBehind(after),
    required: true,
    many: false,
    name: null,
    reads: 'form' as const,
  },
})

const rowsOf = (title: string): ReadDeliverable => {
  const end = LIST_END.exec(title)?.[0] ?? title
  return { id: 'list', title, formats: null, required: true, many: false, name: `*${end}*`, reads: 'rows' }
}

/** What stands in the brackets right behind a title. */
function formatsBehind(after: string): readonly DocumentKind[] | null {
  const [, inside = ''] = /^\(([^()]{1,30})\)/.exec(after) ?? []
  const kinds = FORMATS.flatMap(([words, formats]) => (words.test(inside) ? formats : []))
  return kinds.length === 0 ? null : [...new Set(kinds)]
}

function paper({ id, words, formats, required, many }: Kind, { sentences }: Notice): Said<ReadDeliverable>[] {
  const pattern = new RegExp(anyOf(listed(words)))
  const found = sentences.find(({ folded }) => SENDS.test(folded) && pattern.test(folded.replace(TITLED, '')))
  if (found === undefined) return []
  const title = pattern.exec(found.folded.replace(TITLED, ''))?.[0] ?? id
  const name = `*${title.replace(/^(?:活动|工作|汇报用|汇报|现场|展示|个人|先进)/, '')}*`
  const clause = found.folded.split(/[,、;]/).find(one => one.includes(title)) ?? ''
  const isRequired = required && !OPTIONAL.test(clause)
  return [{ value: { id, title, formats, required: isRequired, many, name, reads: null }, said: found.said }]
}
