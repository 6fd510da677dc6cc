/** The commonest surnames of China, some nine in ten people's. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
/** Words that begin like a name. */
const WORDS = new Set([
  '曾经',
  '曾先后',
  '何时',
  '任何',
  '高度',
  '高校',
  '方面',
  '全年',
  '向上',
  '石油',
  '金属',
  '白天',
  '万众',
  '夏季',
  '于是',
])

/** Whether a word begins with a common surname and isn't a word of another kind. */
export const isNamed = (word: string): boolean => SURNAMES.includes(word.slice(0, 1)) && !WORDS.has(word)
