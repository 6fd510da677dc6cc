// Those that occur in names of branches and in the words around them; each pair is a traditional and a simplified character.
const PAIRS =
  '補补 證证 獎奖 黨党 導导 師师 學学 機机 實实 驗验 幹干 與与 離离 業业 專专 過过 裝装 製制 種种 備备 構构 動动 電电 氣气 術术 級级 務务 總总 體体 處处 關关 聯联 設设 計计 車车 輛辆 運运 輸输 儀仪 測测 數数 據据 創创 產产 質质 熱热 壓压 縮缩 飛飞 環环 節节 應应 書书 報报 樣样 員员 會会 組组 團团 長长 國国 際际 華华 隊队 進进 連连 辦办 區区 經经 濟济 資资 訊讯 網网 絡络 層层 雲云 鐵铁 鋼钢 礦矿 鑄铸 鍛锻 銲焊 齒齿 輪轮 傳传 軸轴 領领 後后 複复 發发 畢毕 職职 優优 勞劳 責责 間间 廠厂 養养 臺台 灣湾 歷历 藝艺 語语 醫医 財财 貿贸 東东 請请 轉转 覆复 復复 減减 聲声 響响 農农 圖图 館馆 協协 紀纪 檢检 輔辅 試试 極极 濕湿 鍋锅 爐炉 軟软 碩硕 強强 準准 標标 範范 選选 屆届 軍军 預预 無无 線线 蘭兰 陽阳 龍龙 維维 護护 營营 銷销'

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map(([traditional = '', simplified = '']) => [traditional, simplified]),
)

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu')

/** Traditional characters to simplified ones, as far as the table goes. */
export const simplify = (text: string): string =>
  text.replace(TRADITIONAL, character => SIMPLIFIED.get(character) ?? character)
