import { describe, expect, it } from 'vitest'
import { recognitionPoints } from '../../../src/core/digest/recognition-points.ts'
import type { Block } from '../../../src/core/document/document.ts'
import type { Recognition } from '../../../src/core/document/scanned-document.ts'
import { paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const BRANCH = shippedCall.roster[0]?.name ?? ''

const form = (branch: string): Block[] => [
  ...paragraphs('大连理工大学党建工作样板支部\n申 报 书'),
  table([
    ['党支部名称', branch, '联系电话', '0411-84700001'],
    ['党支部书记姓名', '张建华', '党员人数', '32'],
  ]),
  ...paragraphs('五、创建思路\n坚持围绕中心、服务大局。'),
]

const pointsOf = (recognition: Recognition, branch: string | null = null) =>
  recognitionPoints([{ messageId: 1, sha256: 'a', kind: 'pdf', recognition }], shippedCall, branch !== null)

const recognised = (blocks: Block[]): Recognition => ({ state: 'recognised', content: { blocks }, likely: 0.973 })

describe('a case whose form is a scan', () => {
  it('shows what was read of it, for reference, with how sure that is', () => {
    const [point, ...rest] = pointsOf(recognised(form(BRANCH)), BRANCH)
    expect(rest).toEqual([])
    expect(point?.reason).toBe('扫描件识别结果，供参考（可信度97%）')
    expect(point?.evidence).toEqual(
      expect.arrayContaining([`党支部名称：${BRANCH}`, '党支部书记姓名：张建华', '党员人数：32']),
    )
  })

  it('has a branch of the roster suggested where the mail names none, and only then', () => {
    expect(pointsOf(recognised(form(`机械工程学院${BRANCH}`)))[0]?.reason).toBe(
      `扫描件上的支部名称识别为${BRANCH}，请核对后登记`,
    )
    expect(pointsOf(recognised(form('未知党支部')))).toHaveLength(1)
  })

  it('says so while it waits, and where it can’t be read', () => {
    expect(pointsOf({ state: 'waiting' })[0]?.reason).toContain('尚未经系统识别')
    expect(pointsOf({ state: 'failed', why: 'timeout' })[0]?.reason).toContain('未能识别')
  })

  it('shows the first lines of what is no form of the call', () => {
    const [point] = pointsOf(recognised(paragraphs('会议纪要\n\n时间：2024年5月10日\n地点：会议室')))
    expect(point?.evidence).toEqual(['会议纪要', '时间：2024年5月10日', '地点：会议室'])
  })
})
