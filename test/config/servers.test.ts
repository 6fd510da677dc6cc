import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireSecrets } from '../../src/config/config.ts'
import { loadConfig } from '../../src/config/load.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-servers-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const edit = (from: RegExp, to: string) => {
  const file = join(folder, 'service.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}
const load = (variables = {}) => loadConfig(folder, variables)
const mistake = (variables = {}) => {
  try {
    load(variables)
    return ''
  } catch (error) {
    return String((error as Error).message).replace(/: line \d+/g, '')
  }
}

/** The keys that service.yaml did not have in 0.1.0. */
const NEW = /^ {2}(?:ca|auth|proxy|sent): .*\n|^alarm:[\s\S]*?^metrics: .*\n/gm

describe('service.yaml', () => {
  it('of yesterday loads, with what is new off', () => {
    edit(NEW, '')
    expect(readFileSync(join(folder, 'service.yaml'), 'utf8')).not.toMatch(/alarm|proxy|metrics/)
    const off = { ca: null, auth: 'password', proxy: null }
    expect(load()).toMatchObject({
      ...{ mailbox: { ...off, sent: true }, smtp: off },
      ...{ alarm: { command: [], file: null }, metrics: null },
    })
  })

  it('needs no password where a token is the way in, whose file is seen from the folder', () => {
    for (let server = 0; server < 2; server++)
      edit(/auth: password.*/, 'auth: { oauth2: { user: jxdw@dlut.edu.cn, tokenFile: token } }')
    const config = requireSecrets(load())
    const auth = { oauth2: { user: 'jxdw@dlut.edu.cn', tokenFile: join(folder, 'token') } }
    expect([config.mailbox.auth, config.smtp.auth]).toEqual([auth, auth])
    expect(config.mailbox.password.reveal()).toBe('')
  })

  it.each([
    ['auth: token', 'service.yaml: mailbox.auth: expected password or oauth2: { user, tokenFile or command }'],
    ['auth: { oauth2: { user: a } }', 'service.yaml: mailbox.auth.oauth2: expected either tokenFile or command'],
    [
      'proxy: proxy.dlut.edu.cn:3128',
      'service.yaml: mailbox.proxy: expected a proxy such as http://proxy.dlut.edu.cn:3128 or socks5://…',
    ],
    ['ca: service.yaml', 'service.yaml holds no certificate in PEM (-----BEGIN CERTIFICATE-----)'],
    ['ca: nowhere.pem', 'nowhere.pem holds no certificate in PEM (-----BEGIN CERTIFICATE-----)'],
  ])('with a mistake says what is allowed: %s', (setting, words) => {
    edit(new RegExp(`^  ${setting.split(':')[0]}: .*$`, 'm'), `  ${setting}`)
    expect(mistake()).toContain(words)
  })

  it('takes each scalar from the environment, those of a token too', () => {
    const variables = {
      SHENBAO_MAILBOX_AUTH_OAUTH2_USER: 'a@b.cn',
      SHENBAO_MAILBOX_AUTH_OAUTH2_COMMAND: 'get-token,--fresh',
      SHENBAO_SMTP_PROXY: 'socks5://127.0.0.1:1080',
      SHENBAO_ALARM_COMMAND: 'logger,-t,shenbao',
      SHENBAO_METRICS: '/var/lib/node_exporter/shenbao.prom',
    }
    edit(/^ {2}auth: password.*\n/m, '')
    expect(load(variables)).toMatchObject({
      mailbox: { auth: { oauth2: { user: 'a@b.cn', command: ['get-token', '--fresh'] } } },
      smtp: { proxy: 'socks5://127.0.0.1:1080' },
      ...{ alarm: { command: ['logger', '-t', 'shenbao'] }, metrics: '/var/lib/node_exporter/shenbao.prom' },
    })
  })
})
