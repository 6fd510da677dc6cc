/**
 * What the server made of a mail. Of this mail: `sent`; `later`; `refused` for good (`content`: when it had the whole of it); `barred`: we may
 * not send it to there, though we may send; `broken`: the session broke during it, before the server had it; `unknown`: after it had it. Of
 * all mail: `busy`: nothing may be sent for a while (`named`: said when it knew this mail's recipient); `unreachable`: no session could be had.
 */
export type DeliveryResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later' | 'barred' | 'broken' | 'unknown' | 'unreachable'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly content: boolean }
  | { readonly kind: 'busy'; readonly reason: string; readonly named: boolean }
