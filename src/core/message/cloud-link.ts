import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { ownWords } from './own-words.ts'

/** Links of mail clients' large attachments, recognised by address: they expire and need a browser, so they are never followed. */
const ATTACHMENTS: readonly string[] = [
  'mail.qq.com/cgi-bin/ftnexs_download',
  'mail.qq.com/ftn/download',
  'mail.163.com/large-attachment-download',
  'mail.126.com/large-attachment-download',
  'mail.yeah.net/large-attachment-download',
  'dashi.163.com/html/cloud-attachment-download',
  'edisk.qiye.163.com/api/biz/attachment/download',
]
/** Net disks and online documents, by the hosts of their links; a host within counts as well. */
const DISKS: readonly string[] = listed(`
  pan.baidu.com yun.baidu.com eyun.baidu.com aliyundrive.com alipan.com pan.quark.cn drive.uc.cn cloud.189.cn
  caiyun.139.com yun.139.com pan.wo.cn 115.com anxia.com weiyun.com jianguoyun.com 123pan.com 123pan.cn 123684.com
  123865.com 123912.com pan.xunlei.com ctfile.com yunpan.360.cn wenshushu.cn wss.ink cowtransfer.com airportal.cn
  musetransfer.com ilanzou.com kdocs.cn wps.cn docs.qq.com doc.weixin.qq.com drive.weixin.qq.com feishu.cn
  larksuite.com larkoffice.com shimo.im yuque.com alidocs.dingtalk.com qr.dingtalk.com note.youdao.com
  share.note.youdao.com notion.so notion.site docs.google.com drive.google.com 1drv.ms onedrive.live.com
  sharepoint.com sharepoint.cn dropbox.com wetransfer.com we.tl box.com icloud.com mega.nz flowus.cn wolai.com
  processon.com
`)
/** Universities run their own under such names: pan.dlut.edu.cn. */
const OWN_DISKS = listed('pan yunpan netdisk disk drive box cloud file files share wangpan yun')
const CAMPUS = pattern`${OWN_DISKS}[a-z\d-]{0,10}\.(?:[a-z\d-]{1,40}\.){0,3}edu\.cn`

const ATTACHMENT = patternWith('i')`${ATTACHMENTS}`
const HOST = pattern`(?:[a-z\d-]{1,63}\.){0,4}${[...DISKS, /lanzou[a-z]?\.com/]}|${CAMPUS}`
/** A host alone is where somebody looked; a link leads to a file. */
const DISK = patternWith('i')`(?<![\w@.-])${HOST}/[^\s\u4e00-\u9fff]{2}`

const LARGE_FILES = listed('超大附件 云附件 大附件 文件中转站')
/** How clients head such links, and «(80.96M, 2026年8月17日 0:49 到期)»; how people send them. */
const WORDS = patternWith('gi')`${[
  ...[...LARGE_FILES, ...listed('中转站文件 网盘 云盘 提取码 访问密码 分享码 提取密码')],
  ...listed('在线文档 共享文档 协作文档 腾讯文档 金山文档 石墨文档 飞书文档 钉钉文档 下载链接 分享链接 共享链接'),
  ...listed('下载地址 通过百度 链接分享 云文档 智能文档'),
  /[\d.]{1,10}\s?[KMG]B?[,，]\s?20\d\d年\d{1,2}月\d{1,2}日[\s\d:]{0,8}到期/,
]}`
const CLIENTS_WORDS = pattern`${[...LARGE_FILES, '到期']}`
const ADDRESS = /https?:\/\//i
/** So far from the words a link still belongs to them, in characters. */
const NEAR = 300
const LONGEST = 200_000
const MOST_WORDS = 50

/**
 * Whether a body brings a file as a link only: a mail client's cloud attachment, a net disk, an online document. People's links count in
 * their own words alone: the notice that they quote may bear one to its template.
 */
export function hasCloudLink(text: string): boolean {
  const start = text.slice(0, LONGEST)
  if (ATTACHMENT.test(start)) return true
  const own = ownWords(start)
  const said = own.trim() === '' ? start : own
  return DISK.test(said) || isBesideWords(said) || isBesideWords(start, CLIENTS_WORDS)
}

function isBesideWords(text: string, which?: RegExp): boolean {
  const words = [...text.matchAll(WORDS)]
    .filter(([word]) => which === undefined || which.test(word))
    .slice(0, MOST_WORDS)
  return words.some(({ index }) => ADDRESS.test(text.slice(Math.max(0, index - NEAR), index + NEAR)))
}
