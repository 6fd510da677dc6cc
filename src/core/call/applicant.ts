/** Who applies in a call: `key` tells them from all others there, `shown` is how people read them. Of a branch both are its name. */
export type Applicant = { readonly key: string; readonly shown: string }
