/** CJK radicals that PDF writers put for the ideographs that look the same. NFKC knows the Kangxi block, but not these. */
const PAIRS =
  '⺁厂 ⺌小 ⺍小 ⺎兀 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺘扌 ⺝月 ⺟母 ⺠民 ⺡氵 ⺢水 ⺩王 ⺪疋 ⺫目 ⺬示 ⺮竹 ⺯糸' +
  ' ⺶羊 ⺷羊 ⺼月 ⻁虎 ⻂衤 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马' +
  ' ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻯竜 ⻰龙 ⻳龟'
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map(([radical = '', same = '']) => [radical, same]),
)

/** Radicals to the ideographs they stand for; nothing else is touched. */
export const unifyRadicals = (text: string): string =>
  text
    .replace(/[\u2e80-\u2eff]/gu, radical => SUPPLEMENT.get(radical) ?? radical)
    .replace(/[\u2f00-\u2fdf]/gu, radical => radical.normalize('NFKC'))
