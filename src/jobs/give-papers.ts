import type { Call } from '../core/call/call.ts'
import { chooseApplicant, isPartOf } from '../core/desk/choose-applicant.ts'
import { PAPER_TYPES, type PaperFile, type PaperKind, paperName, tooLarge } from '../core/desk/paper-file.ts'
import { givenTexts, toGiveTexts } from '../core/desk/paper-text.ts'
import type { Papers, Standing } from '../core/papers/papers.ts'
import { clean } from '../core/text/quote.ts'
import { UsageError } from '../errors.ts'
import type { CaseFile } from './case-file.ts'
import type { Around } from './within.ts'

/** What somebody of staff asks for; `applicant`: as written, of a case file. `mail`: the one whose answer bears it. */
export type Asked = {
  readonly kind: PaperKind
  readonly call: Call
  readonly applicant: string
  readonly mail: number
  readonly address: string
}

export type PapersNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly packing: (call: Call) => {
    gather(): Papers
    document(papers: Papers): Promise<Uint8Array>
    sheet(papers: Papers): Promise<Uint8Array>
    caseFile(one: Standing, papers: Papers): Promise<CaseFile>
    note(papers: Papers): void
  }
  readonly files: {
    /** Bytes that the next answer to the address bears already, but for a file of that name. */
    askedBytes(address: string, except: string): number
    ask(mail: number, file: PaperFile): void
  }
}

/** Makes what was asked for and puts it aside for the answer, with the note that it was; or tells what would be sent. Throws UsageError. */
export async function givePapers(asked: Asked, around: Around<readonly string[]>, needs: PapersNeeds): Promise<void> {
  const packing = needs.packing(asked.call)
  const papers = packing.gather()
  if (papers.standing.length === 0) throw new UsageError(`还没有已受理的${asked.call.nouns.applicant}，没有材料可发`)
  const one = asked.kind === 'file' ? standingNamed(asked.applicant, papers) : null
  const given = { kind: asked.kind, call: asked.call, count: papers.standing.length, at: needs.clock() }
  if (around.rehearsal) return around.after(toGiveTexts(given, one?.applicant.shown ?? null, asked.address))
  const file = await make(asked, { papers, one }, packing)
  needs.transaction(() => {
    around.before()
    const others = needs.files.askedBytes(asked.address, file.name)
    const stop = tooLarge(file, others, commandFor(asked))
    if (stop !== null) throw new UsageError(stop)
    needs.files.ask(asked.mail, file)
    if (asked.kind === 'papers') packing.note(papers)
    around.after(givenTexts(given, file))
  })
}

type Of = { readonly papers: Papers; readonly one: Standing | null }

async function make({ kind, call }: Asked, { papers, one }: Of, packing: ReturnType<PapersNeeds['packing']>) {
  if (kind === 'file' && one !== null) {
    const { path, bytes } = await packing.caseFile(one, papers)
    return { name: path.at(-1) ?? 'case.zip', type: PAPER_TYPES.file, bytes }
  }
  const written = kind === 'summary' ? 'summary' : 'papers'
  const bytes = await (written === 'summary' ? packing.sheet(papers) : packing.document(papers))
  return { name: paperName(written, call), type: PAPER_TYPES[written], bytes }
}

const commandFor = ({ kind, call }: Asked): string =>
  kind === 'file' ? `shenbao export --call ${call.id} --out 文件夹` : `shenbao pack ${call.id} --out 文件夹`

/** Of those who stand, as a roster's name is written, or by a part that fits one only. */
function standingNamed(written: string, { call, standing }: Papers): Standing {
  const chosen = chooseApplicant(written, call)
  const known = 'name' in chosen ? standing.filter(({ applicant }) => applicant.key === chosen.name) : []
  const found = known.length > 0 ? known : standing.filter(({ applicant }) => isPartOf(written, applicant.shown))
  const [one, ...others] = found
  if (one !== undefined && others.length === 0) return one
  if (others.length > 0)
    throw new UsageError(
      `请写全称，您是指${found
        .map(({ applicant }) => applicant.shown)
        .slice(0, SHOWN)
        .join('、')}？`,
    )
  if ('name' in chosen) throw new UsageError(`${chosen.name}没有已受理的申报，没有材料可发`)
  throw new UsageError(call.roster.length > 0 ? chosen.why : `没有“${clean(written, 40)}”已受理的申报`)
}

const SHOWN = 5
