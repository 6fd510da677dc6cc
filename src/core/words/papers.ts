/** What the paper is called with which one applies. */
export const APPLICATION_PAPERS: readonly string[] = [
  '申报书',
  '申报表',
  '申请书',
  '申请表',
  '推荐表',
  '申报材料',
  '申请材料',
]

/** The same and what is sent with it. */
export const PAPERS: readonly string[] = [...APPLICATION_PAPERS, '汇总表']
