import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'

/** The commonest surnames of China, some nineteen in twenty people's; none that begins many other words (关, 成, 单). */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤葛章鲁柳倪牛温芦俞施洪聂焦毕岳庄辛苗曲甘殷穆翟詹耿舒祝柯阮窦费鲍骆霍裴翁卓凌栾迟邢隋丛宫滕匡卞佟娄邬赖庞樊兰颜季伍尤梅谷祁牟卜靳盛童欧甄屈柏桂闵柴冉辜吉饶刁瞿戚丘池晋苑臧苟褚廉奚燕郎邸冀姬屠郜晏郁蒙喻敖冷仇艾蓝巩仲虞竺冼楚栗宗巫鞠桑荆谌岑胥蔺蒲嵇邵汲宿简符'
const COMPOUND = pattern`^${listed('欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 申屠 闻人 轩辕 夏侯 长孙 宇文 独孤 端木 呼延 钟离 澹台 太史 濮阳 淳于 赫连 鲜于 南宫 司空 万俟')}`
/** Words that begin like a name. */
const WORDS = new Set(
  (
    '曾经 曾先后 曾用名 何时 任何 任务 任教 高度 高校 高效 高等 高质量 高水平 方面 方案 方法 方向 全年 向上 石油 石化 金属 白天 万众 夏季 ' +
    '于是 毕业 卓越 祝贺 程序 程度 陆续 江苏省 黎明 武汉 顾问 龙头 温馨 季度 季度末 尤其 吉林 吉林省 蓝图 宗旨 晋升 冷链 符合 简介 简况 简历 简要 简称 简述 简报 宿舍 汲取 盛会 盛典 童年 梅花 桂冠 池塘 艾滋 柏林 卜算 欧洲 欧美 燕山 楚天 濮阳市'
  ).split(' '),
)

/** Whether a word may be somebody's name: a common surname and one or two characters, and no word of another kind. */
export const isNamed = (word: string): boolean =>
  (DOTTED.test(word) && word.split(/[·•・]/).every(isForeign)) ||
  (COMPOUND.test(word)
    ? (word.length === 3 || word.length === 4) && !WORDS.has(word)
    : (word.length === 2 || word.length === 3) && SURNAMES.includes(word.slice(0, 1)) && !WORDS.has(word))

/** «阿依努尔·买买提»; «红色·传承» is nobody. */
const DOTTED = /^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8}){1,2}$/u
const BEGINS_DOTTED = /^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8}){1,2}(?![\p{Script=Han}·•・])/u

/** The name with a dot within that a text begins with; '' where it begins with none. */
export const dottedName = (text: string): string => {
  const [found = ''] = BEGINS_DOTTED.exec(text) ?? []
  return isNamed(found) ? found : ''
}
/** Signs by which names of other tongues are written. */
const SOUNDS =
  '阿艾依伊衣尔努娜娅丽莉古孜兹提迪热巴木玛马麦买拉力里玉甫夫吐图托逊孙素萨沙尼妮克柯卡坎哈汗赫合曼姆穆米莫肉茹帕排派比别拜贝布不吾乌瓦维扎札斯丝司塔泰达旦登地蒂来莱赖勒雷列仁洛罗鲁卢库肯加江吉杰格戈噶尕阔孔叶耶也亚雅西希夏谢赛苏索什奇其齐恰切且都杜多朵顿敦特铁诺纳那乃奈牙约尤月则泽再珍卓措央彼得翰森恩兰伦伯波保'
const isForeign = (part: string): boolean => [...part].filter(sign => SOUNDS.includes(sign)).length * 2 >= part.length
