import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { SEALS } from '../words/seal-words.ts'
import { MANY_BEHIND } from './counts.ts'
import { ALL_PAPERS } from './later-stages.ts'
import type { Notice, Said } from './notice.ts'
import { formatsIn, PAPER_KINDS, SCANS, TEXTS } from './papers-asked.ts'
import { paper, type ReadDeliverable } from './read-deliverable.ts'
import { isForm, isList, isOptional } from './titles-asked.ts'
import { SENDING } from './vocabulary.ts'

const TOGETHER = listed('一并 统一 一同 一起 打包 压缩 汇总 后')
const HANDED = patternWith('u')`(?:将|连同)(.{4,200}?)${TOGETHER}*(?:于[^,。;]{2,16}前)?${SENDING}`
/** «电子材料：申报书（Word）、设备论证报告、…»: a list of two and more. */
const LISTED = pattern`(?:(?<!${listed('证明 佐证 支撑 附件')})材料(?:包括)?|内含|包含):((?=[^、]+、)[^:;。]{4,200})`
/** «提交《申报表》及代表性论文至同一邮箱». */
const GIVEN = pattern`${listed('提交 报送')}(《[^《》]*》·*[及和与、].{2,160}?)${listed('发 送 交 报')}?[至到](?=[^,。;]{0,16}(?:[邮信]箱|@))`
const APART = /(?:[^、,和及与()《》]|\([^()]*\)|《[^《》]*》)+/g
/** How papers end that have no usual name. */
export const PAPER_NOUNS = listed(
  '报告 综述 剧本 活页 说明书 自述 讲稿 脚本 大纲 自传 简介 方案 同意书 履历 简历 证书 证明 批件 协议 复印件 声明 情况说明 审查意见 审核意见 推荐意见 鉴定意见',
)
/** A paper by how it is called; what else stands in such a list the usual names tell. */
const PAPER_END = pattern`^[\u4e00-\u9fff]{0,12}${PAPER_NOUNS}$`
/** «宿舍公约（pdf）»: what comes in a format is a paper, however it is called. */
const BEARS_FORMAT = patternWith(
  'iu',
)`^\p{Script=Han}{2,12}\((?:[^()]*,)?${listed('word doc docx pdf jpg png ppt pptx excel xlsx 扫描件')}`
const ABOUT_PAPER = pattern`${listed('电子版 电子稿 纸质版 扫描件 扫描版 原件 文档 盖章 签字')}|word版?|pdf版?`

/** «将《申报表》（Word版）、自评报告和佐证图片发送至…»: what a sentence lists between the form and where it goes. */
export const papersBetween = ({ sentences }: Pick<Notice, 'sentences'>): Said<ReadDeliverable>[] =>
  sentences.flatMap(({ said, folded }) => {
    return [...listIn(folded).replaceAll('》《', '》、《').matchAll(APART)].flatMap(([part]) => {
      const bare = part.replace(/[《》]/g, '')
      const kind = titledKind(part)
      const title = titleOf(/^\p{Script=Han}+(?=\()/u.exec(bare)?.[0] ?? bare)
      if (
        title === '' ||
        !(PAPER_END.test(title) || BEARS_FORMAT.test(bare) || kind !== undefined) ||
        isForm(title) ||
        ALL_ALONE.test(title) ||
        isList(title) ||
        isSignedBy(title, part) ||
        /纸质/.test(part)
      )
        return []
      const formats = formatsIn(part) ?? kind?.formats ?? (/[证书件明]$/.test(title) ? SCANS : TEXTS)
      const required = kind?.required !== false && !isOptional(part) && !folded.includes(`${title}仅`)
      return [
        {
          value: paper({ title, formats, required, many: kind?.many ?? MANY_BEHIND.test(bare.slice(title.length)) }),
          said,
        },
      ]
    })
  })

/** «签字盖章的《承诺书》»: what else the usual names tell, in brackets. */
const titledKind = (part: string) =>
  PAPER_KINDS.find(({ named }) => new RegExp(`《[^《》]*(?:${named.source})》`).test(part))

const SIGNERS = listed('书记 负责人 主持人 申请人 申报人 本人 导师 领导 院长 主任 学院 单位 部门 党委 党总支 支部')
const SIGNED_BY = pattern`(?:^|${SIGNERS})(?:${SEALS}|[并加后过的])*$`
/** «党支部书记签字扫描件»: the form once more. */
const isSignedBy = (title: string, part: string): boolean =>
  SIGNED_BY.test(title) && pattern`${SEALS}`.test(part.replace(/\(.*/, ''))

/** «上述材料（Word版）» are the papers named before. */
const ALL_ALONE = pattern`^(?:${listed('全部 所有 以上 上述 各项 全套')}.*|${ALL_PAPERS})$`

/** What is sent stands between two words; those within brackets are about one paper of it. */
function listIn(folded: string): string {
  const open = folded.replace(/\([^()]*\)/g, bracket => '·'.repeat(bracket.length))
  const match = HANDED.exec(open) ?? LISTED.exec(open) ?? GIVEN.exec(open)
  if (match === null) return ''
  const [whole, list = ''] = match
  const from = match.index + whole.indexOf(list)
  return folded.slice(from, from + list.length)
}

const SEALED_AHEAD = pattern`^(?:${SEALS}|[经并加已]|加盖)+的`
const titleOf = (part: string): string =>
  part
    .replace(/\([^()]*\)/g, '')
    .replace(SEALED_AHEAD, '')
    .replace(new RegExp(`(?:${ABOUT_PAPER.source})+$`, 'i'), '')
    .trim()
