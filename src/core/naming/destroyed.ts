const LETTER = /[\p{L}\p{N}]/u
const CHINESE = /\p{Script=Han}/u
const EXTENSION = /\.[a-z0-9]{1,5}$/i
// What programs write where no name came through, or instead of one: QQ's tcmime.1388.bin, Exchange's ATT00001.bin, Outlook's winmail.dat, a webmail's 加密邮件.html.
const MADE_UP =
  /^(?:tcmime(?:\.\d+)*|att\d{3,}|noname|unnamed|winmail|smime(?=\.p7m$)|message(?:_v\d)?(?=\.rpmsg$)|encrypted(?=\.(?:asc|pgp|gpg)$)|msg(?=\.asc$)|(?:加密|安全)邮件(?=\.html?$)|secure(?:doc|message)[\w-]*(?=\.html?$)|(?:untitled attachment|未命名的?附件) *\d*)(?:\.[a-z0-9]{1,5})?$/i
// U+FFFD, also where it was itself read as GBK.
const LOST = /\uFFFD|锟斤拷/
const QUESTION_MARKS = /\?{3,}|_{4,}/
const LATIN = /[\u0080-\u00ff]{4,}/
// 党建 申报 支部 机械 学院 工作, in UTF-8, read as GBK.
const UTF8_AS_GBK = /鍏氬缓|鐢虫姤|鏀.?儴|鏈烘|瀛﹂|宸ヤ綔/

/** Longest name that is looked at. */
const LONGEST = 1000

/** Whether characters of the name were lost or replaced on the way: what it says is no longer what was written. */
export const isGarbled = (received: string): boolean => {
  const name = received.slice(0, LONGEST)
  if (LOST.test(name) || UTF8_AS_GBK.test(name)) return true
  return !CHINESE.test(name) && (QUESTION_MARKS.test(name) || LATIN.test(name))
}

/** Whether a file came without the name that its sender gave it: none, one made up on the way, or marks only. */
export const isNamelessFile = (received: string): boolean => {
  const name = received.slice(0, LONGEST).trim()
  // Word's own note beside an open document is called after the end of its name.
  return name.startsWith('~$') || MADE_UP.test(name) || !LETTER.test(name.replace(EXTENSION, ''))
}
