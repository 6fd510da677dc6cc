/** Links of mail clients' large attachments, recognised by address: they expire and need a browser, so they are never followed. */
const LINKS =
  /(?:mail\.qq\.com\/cgi-bin\/ftnexs_download|wx\.mail\.qq\.com\/ftn\/download|exmail\.qq\.com\/cgi-bin\/ftnexs_download|mail\.(?:163|126)\.com\/large-attachment-download|dashi\.163\.com\/html\/cloud-attachment-download|edisk\.qiye\.163\.com\/api\/biz\/attachment\/download)/i
/** How clients head such links, and «(80.96M, 2026年8月17日 0:49 到期)». */
const WORDS =
  /超大附件|云附件|大附件|文件中转站|[\d.]{1,10}\s?[KMG]B?[,，]\s?20\d\d年\d{1,2}月\d{1,2}日[\s\d:]{0,8}到期/gi
const ADDRESS = /https?:\/\//i
/** So far from the words a link still belongs to them, in characters. */
const NEAR = 300
const LONGEST = 200_000
const MOST_WORDS = 50

/** Whether a body brings a file as a link of a mail client's cloud storage only. */
export function hasCloudLink(text: string): boolean {
  const start = text.slice(0, LONGEST)
  if (LINKS.test(start)) return true
  const words = [...start.matchAll(WORDS)].slice(0, MOST_WORDS)
  return words.some(({ index }) => ADDRESS.test(start.slice(Math.max(0, index - NEAR), index + NEAR)))
}
