import { readDay } from './day-words.ts'
import { fold, type Notice, type Said } from './notice.ts'

/** Who announces what, and when; null where the notice doesn't say it. */
export type Head = {
  readonly title: Said<string> | null
  readonly unit: Said<string> | null
  readonly university: Said<string> | null
  readonly announced: Said<string> | null
}

const NOTICE = /(?:通知|公告|启事|通告|方案|办法|函)(?:\([^()]*\))?$/
const UNIT_BODY = /(?:党委|党总支|党工委|党支部|团委|工会|分团委|分党委|委员会)$/
const BODIES =
  '大学|学院|学部|研究院|研究所|党委|党总支|团委|工会|处|部|办公室|中心|委员会|书院|图书馆|医院|机关|组委会'
const BODY = new RegExp(`^[\\p{Script=Han}()·]{1,40}(?:${BODIES})$`, 'u')
const VERBS =
  /^(?:做好|组织|开展|举办|启动|征集|遴选|推荐|推选|评选|申报|组织申报|组织开展|申请|进行|报送|选拔|表彰)+(?:好)?/

export function readHead({ lines }: Notice): Head {
  const folded = lines.map(fold)
  const at = folded.slice(0, 8).findIndex(line => isTitle(line))
  // A title may be broken over two lines.
  const isBroken = at > 0 && !/关于/.test(folded[at] ?? '') && /关于/.test(folded[at - 1] ?? '')
  const heading = at < 0 ? null : isBroken ? `${folded[at - 1]}${folded[at]}` : (folded[at] ?? '')
  const said = at < 0 ? '' : isBroken ? `${lines[at - 1]}${lines[at]}` : (lines[at] ?? '')
  const issuer = issuerOf(heading ?? '', folded)
  return {
    title: heading === null ? null : { value: titleOf(heading), said },
    ...bodyOf(issuer, issuer === null ? '' : (lines[folded.indexOf(issuer)] ?? said)),
    announced: announcedOf(lines, folded),
  }
}

const isTitle = (line: string): boolean => line.length <= 80 && NOTICE.test(line) && !/[。;,]/.test(line)

/** «关于遴选…推荐对象的通知» → what it is about. */
function titleOf(heading: string): string {
  const [, about = heading] = /关于(.+)$/.exec(heading) ?? []
  const bare = about
    .replace(NOTICE, '')
    .replace(/的$/, '')
    .replace(/(?:有关|相关)?(?:工作|事项|事宜)$/, '')
  const short = bare.replace(VERBS, '').replace(/的$/, '')
  return short.length >= 4 ? short : bare
}

/** Who signs at the end, else who stands before 关于. */
function issuerOf(heading: string, folded: readonly string[]): string | null {
  const last = folded.slice(-8)
  const dated = last.findLastIndex(line => readDay(line) !== null && line.length < 20)
  const signed = dated > 0 ? last.slice(Math.max(0, dated - 2), dated).findLast(line => BODY.test(line)) : undefined
  const glued = last.map(line => /^(.{4,40}?)(?:20\d\d|二[〇零○])/.exec(line)?.[1]).find(one => BODY.test(one ?? ''))
  const before = /^(.{3,40})关于/.exec(heading)?.[1]
  return signed ?? glued ?? (before !== undefined && BODY.test(before) ? before : null)
}

function bodyOf(issuer: string | null, said: string): Pick<Head, 'unit' | 'university'> {
  if (issuer === null) return { unit: null, university: null }
  const name = issuer.replace(/^(?:中共|共青团|中国共产党)/, '')
  const [, university, rest = name] =
    /^([^()]{2,12}?(?:大学|学院))(?=.*(?:学院|学部|系|处|部|委|院|中心|室|支|会))(.+)$/.exec(name) ?? []
  const unit = unitOf(rest)
  return {
    unit: { value: unit === '' ? (university ?? name) : unit, said },
    university: university === undefined ? null : { value: university, said },
  }
}

/** «机械工程学院党委» is the committee of its unit; a department of the university itself stands for itself. */
const unitOf = (body: string): string => {
  const unit = body.replace(UNIT_BODY, '')
  return unit === '' ? body.replace(/委员会$/, '') : unit
}

function announcedOf(lines: readonly string[], folded: readonly string[]): Said<string> | null {
  const signed = folded
    .slice(-6)
    .findLastIndex(line => line.length < 60 && readDay(line) !== null && !/前|截止/.test(line))
  const from = Math.max(0, folded.length - 6)
  const places = [
    ...(signed < 0 ? [] : [from + signed]),
    ...folded.slice(0, 6).flatMap((line, at) => (/时间|日期|发布|发文/.test(line) ? [at] : [])),
  ]
  for (const at of places) {
    const value = readDay(folded[at] ?? '')
    if (value !== null) return { value, said: lines[at] ?? '' }
  }
  return null
}
