import { simplify } from '../../naming/traditional.ts'
import { listed } from '../../words/listed.ts'
import { APPLICATION_PAPERS } from '../../words/papers.ts'
import { pattern } from '../../words/pattern.ts'
import { SEALS } from '../../words/seal-words.ts'
import { clausesOf } from './clauses.ts'

/** What papers are called that prove something. A scan, an original, an annex may be the form itself; a page with a seal is none. */
const PROOFS = listed('佐证 证书 证明 补充材料 支撑材料 奖状')
const AWARDS = listed('获奖 荣誉 表彰')
const NAMES = pattern`${[
  ...PROOFS,
  pattern`(?<![含及和与带+＋、])${SEALS}页`,
  ...AWARDS,
  ...listed('支撑文件 奖牌 聘书 印证 凭证 补充附件 补充说明 补充证 补交材料 补充的材料'),
  ...listed('照片材料 活动照片 图片材料 公示截图'),
]}`
/** «申报书及佐证材料», «证书和申报书»: the form is in there, too; it is not in «申报书附件2佐证材料», nor in 液压与传动支部's 佐证材料. */
const AND = /[含及和与带+＋、&]|附(?!件)|[（(]附/
const WITH_FORM = pattern`${[
  pattern`${APPLICATION_PAPERS}.{0,60}${AND}[^部]{0,4}${[...PROOFS, ...AWARDS]}`,
  pattern`${PROOFS}(?:材料)?${AND}.{0,20}${APPLICATION_PAPERS}`,
]}`
/** In a mail's own words only what is surely said of papers sent to prove. */
const ADDED = listed('材料 附件 照片')
const WORDS = pattern`${PROOFS}|补充.{0,6}${ADDED}|${ADDED}的?补充|补[发交送].{0,8}${[...ADDED, '证']}`

/** Whether a file's name or a document's title says that it proves something, and is no form. */
export function isNamedAsEvidence(name: string): boolean {
  const said = simplify(name.slice(0, 300)).replace(/\s+/g, '')
  return NAMES.test(said) && !WITH_FORM.test(said)
}

/** Whether a mail's own words say that it brings papers that prove something. */
export const bringsEvidence = (text: string): boolean =>
  clausesOf(text).some(({ text: clause, asks }) => !asks && WORDS.test(clause))
