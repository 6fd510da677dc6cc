import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { fold, type Notice, type Said } from './notice.ts'
import { SENDING } from './vocabulary.ts'

const HOST = /[A-Za-z0-9-]{1,63}(?: ?\. ?[A-Za-z0-9-]{1,63}){1,4}/
/** As notices write it so that no robot reads it; a local part may be spaced out. */
const AT = pattern` ?${['@', '(at)', '[at]', '(@)', '【at】', '【@】', '[@]', '#', '*', / AT /]} ?`
const ANY_AT = new RegExp(AT, 'i')
const ADDRESS = patternWith('gi')`[A-Za-z0-9][\w.+-]{0,63}${AT}${HOST}`
const SPACED = patternWith('gi')`(?:[\w.+-]{1,20} ){1,3}[\w.+-]{1,20}${AT}${HOST}`
const PHONE = /(?<!\d)(?:1[3-9]\d{9}|(?:0\d{2,3}[- ]?)?\d{3,4} ?\d{4})(?!\d)/
const ASKED = pattern`${listed('有问题 疑问 联系人 联系电话 联系方式 咨询 电话 联络')}`
/** A label, and not who is told to send something. */
const NAMED = patternWith('u')`(?:^|[^\p{Script=Han}])${listed('联系人 联络人 咨询 工作人员')}[^,。:]{0,8}(?::|$)`
const OPENS_WITH_ASKED = pattern`^[^,，。:：@]{0,8}${ASKED}`
const SENT_TO = pattern`${[...SENDING, ...listed('投稿 上报 报名 材料 电子版')]}`
const HEADING = pattern`${listed('联系方式 联系人 联系电话 咨询方式 咨询电话 联系咨询 咨询')}(?:[及和](?:电话|方式|邮箱))?:?$`

const PERSON = /老师|同志|同学/
/** Whose telephone it is, where it isn't for questions about applying. */
const OF_OTHERS = pattern`${listed('值班 投诉 公示 监督 异议 举报 技术支持 技术问题 系统技术 技术咨询 系统咨询 系统使用 平台 核对')}`

const isOfOthers = (folded: string): boolean => OF_OTHERS.test(folded)
const isHeading = (folded: string): boolean => folded.length <= 12 && HEADING.test(folded)

/** Where applications go, where else they may go, and whom people may ask: for service.yaml, which all calls share. */
export type Contact = {
  readonly mailbox: Said<string> | null
  readonly others: readonly Said<string>[]
  readonly asked: Said<string> | null
}

export function readContact(notice: Notice): Contact {
  const all = addressesIn(notice)
  const mailbox = all.find(isSentTo) ?? all.find(({ said }) => !ASKED.test(said)) ?? all[0] ?? null
  const others = all.filter(one => one !== mailbox)
  return { mailbox, others, asked: askedIn(notice) }
}

/** «材料发送至…», in a sentence that doesn't begin with whom to ask. */
const isSentTo = ({ said }: Said<string>): boolean =>
  SENT_TO.test(said) && !OPENS_WITH_ASKED.test(said) && !/投诉|异议|举报/.test(said)

/** Every address once, as it is meant. */
function addressesIn({ sentences }: Pick<Notice, 'sentences'>): Said<string>[] {
  const all = sentences.flatMap(({ said }) => {
    const text = said
      .normalize('NFKC')
      .replace(/[＠﹫]/g, '@')
      .replace(/\s+/g, ' ')
    const found = /邮箱/.test(text)
      ? [...text.matchAll(SPACED), ...text.matchAll(ADDRESS)]
      : [...text.matchAll(ADDRESS)]
    return found.map(([address]) => ({ value: plain(address), said })).filter(({ value }) => /[A-Za-z]/.test(value))
  })
  return all.filter(({ value }, at) => all.findIndex(other => other.value.endsWith(value)) === at)
}

const plain = (address: string): string => address.replace(ANY_AT, '@').replace(/\s/g, '')

/** A name in one line and telephones in the next are told together. */
function askedIn({ sentences }: Notice): Said<string> | null {
  const at = sentences.findIndex(
    ({ folded }, index) =>
      !isOfOthers(folded) &&
      (PHONE.test(folded)
        ? ASKED.test(folded) || HEADING.test(sentences[index - 1]?.folded ?? '')
        : NAMED.test(folded)),
  )
  if (at < 0) return null
  const isNamed = PERSON.test(sentences[at]?.folded ?? '')
  const from = isHeading(sentences[at]?.folded ?? '')
    ? at + 1
    : !isNamed && PERSON.test(sentences[at - 1]?.folded ?? '')
      ? at - 1
      : at
  const near = sentences.slice(from, at + 3).filter(({ folded }) => !isOfOthers(folded))
  const last = near.findLastIndex(({ folded }) => PHONE.test(folded))
  const said = near.slice(0, Math.max(last, 0) + 1).map(one => one.said.replace(/[；;。，]$/, ''))
  return { value: fold(said.join('，')), said: said.join('，') }
}
