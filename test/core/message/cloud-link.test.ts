import { describe, expect, test } from 'vitest'
import { hasCloudLink } from '../../../src/core/message/cloud-link.ts'

describe('a file that comes as a link', () => {
  test.each([
    '从QQ邮箱发来的超大附件 https://wx.mail.qq.com/ftn/download?func=3&key=x',
    '链接：https://pan.baidu.com/s/1AbCdEfG 提取码：x1y2',
    'pan.baidu.com/s/1AbCdEfG',
    '申报书在这里 https://www.kdocs.cn/l/cabcdefg',
    'https://docs.qq.com/doc/DAbCdEfGh',
    'https://dlut.feishu.cn/docx/AbCdEfGh',
    'https://www.aliyundrive.com/s/AbCdE',
    'https://pan.quark.cn/s/abcdef123',
    'https://cloud.189.cn/t/AbCdEf',
    'https://share.weiyun.com/AbCdEf',
    'https://wwi.lanzoup.com/iAbCdEf',
    'https://pan.dlut.edu.cn/share/abcdef',
    'https://dlut-my.sharepoint.com/:w:/g/personal/abc',
    'https://alidocs.dingtalk.com/i/nodes/abc',
    'https://doc.weixin.qq.com/doc/w3_abc',
    '腾讯文档：https://example.com/abc',
    '申报书网盘下载链接 http://example.com/f/1，请下载',
  ])('is seen in «%s»', text => {
    expect(hasCloudLink(text)).toBe(true)
  })

  test.each([
    '您好，申报书见附件，请查收。',
    '我的邮箱是 abc@pan.baidu.com',
    '学院网站 https://me.dlut.edu.cn/info/1.htm',
    '文件太大，网盘传不了，只好发附件。',
    '申报书见附件。\n\n------------------ 原始邮件 ------------------\n发件人: 学院党委\n通知和模板：https://pan.baidu.com/s/1AbCdEfG',
  ])('is not seen in «%s»', text => {
    expect(hasCloudLink(text)).toBe(false)
  })
})
