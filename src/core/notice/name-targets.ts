import { listed } from '../words/listed.ts'
import { LISTS } from '../words/papers.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { RULES } from './name-value.ts'
import { PAPER_NOUNS } from './papers-between.ts'

/** What a rule names. */
export type NameTarget = 'subject' | 'file' | 'archive'

const NAMED_FILE = /文件名?(?:[请须应需均]|统一)*(?:命名)?$/
const WORKS = listed('作品 论文 征文 稿件 案例 照片 视频')
const FILES = [...listed('文件 附件 文档 材料 电子版'), ...WORKS]
const OF_FORMS = listed('申报 申请 推荐 审批 登记 任务 自荐 备案 报名 自查 论证 认定 评审 审查 立项 提名')
const TARGETS: readonly (readonly [NameTarget, RegExp])[] = [
  ['archive', patternWith('i')`${listed('压缩 打包 zip rar')}`],
  ['file', pattern`${FILES}|${[...OF_FORMS, '汇总']}[表书]`],
  ['subject', /主题|标题|邮件/],
]

/** What a text speaks of. */
export const targetsOf = (text: string): NameTarget[] => {
  const targets = TARGETS.filter(([, words]) => words.test(text)).map(([target]) => target)
  // «邮件附件» is the file, «压缩文件» the archive.
  return targets.filter(
    target =>
      !(
        target === 'file' &&
        targets.includes('archive') &&
        !/文件名|附件|文档/.test(text.replace(/(?:附件的?)?压缩(?:(?:文件|包)(?:名称?|文件名)?)?/g, ''))
      ) && !(target === 'subject' && targets.length > 1 && !/主题|标题|邮件[名及和与、]/.test(text)),
  )
}

/** «放入“单位名称+师德标兵”文件夹压缩»: what is packed has its name. */
const NAMED_FOLDER = /[”"」]文件夹/
const OF_WORK = patternWith('u')`(?:^|[^\p{Script=Han}])${WORKS}的?${NAMED_FILE}`
/** «将作品电子文件以…», «连同作品电子文件…，电子文件以…». */
const WORK_FILE = pattern`${WORKS}的?电子文件`
const OF_ANOTHER_PAPER = pattern`${[...PAPER_NOUNS, ...listed('照片 图片 视频 正文 事迹 课件 教案 教学设计')]}`
/** «以“…”为题打包发送», «以“…”作为邮件主题»: the mail's own title. */
const MAIL_TITLE = /为(?:题|邮件(?:主题|标题))[^,;。]{0,8}?(打包|压缩)?(?:$|[^,;。]{0,4}发)/
/** «以“…”命名的文件夹». */
const OF_FOLDER = /命名的?文件夹/
const PAPERS = patternWith('g')`${listed('事迹 证明 佐证 总结 支撑 介绍')}材料`
const OF_ALL_PAPERS = pattern`${[...OF_FORMS, '汇总']}[表书]|${listed('材料 附件 文档')}`

/** `clause` has the rule; `before`: the sentence up to it. */
type Around = {
  readonly sentence: string
  readonly clause: string
  readonly before: string
  readonly hasForm: boolean
}

/** A list that is sent beside the forms has its own name, and a folder is no file. */
const OF_ANOTHER = pattern`${LISTS}[^《》]{0,24}$`
const FORM_AND_LIST = pattern`${OF_FORMS}[表书].*${LISTS}`
const FOLDER = /文件夹/
/** «压缩包内每名申请人一个文件夹». */
const INSIDE = /[包件]内|个人文件夹|每.{1,8}(?:一|单独).{0,4}文件夹/

/** «打包为一个压缩文件，文件名为…»: the file is what was packed. */
const PACKED = /压缩|打包|zip|rar/i
const NO_FILE_OF_ITS_OWN = pattern`^(?:并|且)?(?:统一)?${NAMED_FILE}`

/** «以“…”命名邮件及附件». */
const BEHIND = /(?:命名|为名)([^,;。”"]{2,10})/

/** What a rule is for, by the words ahead of it: the nearest ones, behind the last mailbox or opening bracket. */
export function targetsWithin(ahead: string, { sentence, clause, before, hasForm }: Around): NameTarget[] {
  const [mail, packed] = MAIL_TITLE.exec(clause) ?? []
  if (mail !== undefined) return packed === undefined ? ['subject'] : ['subject', 'archive']
  if (OF_FOLDER.test(clause)) return PACKED.test(sentence) ? ['archive'] : []
  const behind = targetsOf(BEHIND.exec(clause)?.[1] ?? '')
  if (behind.length > 0 && targetsOf(clause.replace(/[以按].*$/, '')).length === 0) return behind
  const near = ahead.replace(/^.*(?:@[\w.-]+|\()/s, '')
  const around = `${before}${ahead}`
  if (NO_FILE_OF_ITS_OWN.test(near) && PACKED.test(around) && !NAMED_FOLDER.test(around)) return ['archive']
  if (hasForm && (OF_WORK.test(near) || WORK_FILE.test(near) || (/^电子文件$/.test(near) && WORK_FILE.test(before))))
    return []
  if (
    hasForm &&
    NO_FILE_OF_ITS_OWN.test(near) &&
    OF_ANOTHER_PAPER.test(around) &&
    !OF_ALL_PAPERS.test(around.replace(PAPERS, ''))
  )
    return []
  const own = targetsOf(near).length > 0 ? near : ahead
  if (FOLDER.test(own) && INSIDE.test(around)) return []
  if (FOLDER.test(own) && !/压缩/.test(own)) return PACKED.test(sentence) ? ['archive'] : []
  const isList = OF_ANOTHER.test(own) && !FORM_AND_LIST.test(own) && !/主题|压缩/.test(own)
  return isList ? [] : targetsOf(own)
}

const SAME_AS = /^(.*?)(?:(?:与|和|同)([^与和同]{1,12})(?:名称)?(?:保持)?(?:一致|相同|同名)|同名)/
const ABOVE = listed('上 邮件主题 邮件标题 主题 文件名 压缩包 附件')
const AS_ABOVE = pattern`^(.*?)(?:命名)?${RULES}?同(${ABOVE})`

/** «邮件主题与压缩包名称一致», «文件名同上»: for which, and as which one. */
export function earlierNamed(clause: string): { targets: readonly NameTarget[]; as: NameTarget | null } | null {
  const [, whose = '', as = ''] = AS_ABOVE.exec(clause) ?? SAME_AS.exec(clause) ?? []
  const targets = targetsOf(whose.replace(/^.*(?:@[\w.-]+|\()/s, ''))
  return targets.length === 0 ? null : { targets, as: targetsOf(as)[0] ?? null }
}
