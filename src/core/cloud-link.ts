/** Links of mail clients' large attachments, recognised by address: they expire and need a browser, so they are never followed. */
const LINKS =
  /(?:mail\.qq\.com\/cgi-bin\/ftnexs_download|wx\.mail\.qq\.com\/ftn\/download|exmail\.qq\.com\/cgi-bin\/ftnexs_download|mail\.(?:163|126)\.com\/large-attachment-download|dashi\.163\.com\/html\/cloud-attachment-download|edisk\.qiye\.163\.com\/api\/biz\/attachment\/download)/i
const WORDS = /超大附件|云附件|大附件|文件中转站/
const ADDRESS = /https?:\/\//i

/** Whether a body brings a file as a link of a mail client's cloud storage only. */
export const hasCloudLink = (text: string): boolean => {
  const start = text.slice(0, 200_000)
  return LINKS.test(start) || (WORDS.test(start) && ADDRESS.test(start))
}
