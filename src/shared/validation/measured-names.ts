import type { AllReduceEngine } from '../model/standard/all-reduce-constants.ts'
import type { WeightFormat } from '../model/standard/formats.ts'

/** Accelerators as measured rows write them, where lower case alone does not give the catalog's id. */
const HARDWARE_IDS: Readonly<Record<string, string>> = {
  'a100-80gb-sxm': 'a100-sxm-80gb',
  'a100-sxm': 'a100-sxm-80gb',
  'gb200-nvl': 'gb200-nvl72',
  'gb300-nvl': 'gb300-nvl72',
  a100: 'a100-sxm-80gb',
  h100: 'h100-sxm',
  h200: 'h200-sxm',
  b200: 'b200-sxm',
  b300: 'b300-sxm',
  gb200: 'gb200-nvl72',
  gb300: 'gb300-nvl72',
}

/** Models by their release's date or finetune; the shape is the catalog entry's. */
const MODEL_IDS: Readonly<Record<string, string>> = {
  'deepseek-r1-0528': 'deepseek-r1',
  'qwen3-235b-a22b-2507': 'qwen3-235b-a22b',
}

const plainName = (name: string): string =>
  name
    .replace(/\s*\(.*\)\s*$/, '')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '-')

/** The catalog id that a measured row's accelerator should have; remarks in brackets are left out. */
export const acceleratorIdOf = (hardware: string): string => HARDWARE_IDS[plainName(hardware)] ?? plainName(hardware)

/** The catalog id that a measured row's model should have. */
export const modelIdOf = (model: string): string => MODEL_IDS[plainName(model)] ?? plainName(model)

/**
 * The weight format that a row's precision names; "fp4" is MXFP4 on AMD and for a model released in it, else NVFP4.
 * @returns null where no format is meant
 */
export function weightFormatOf(precision: string, isNvidia: boolean, released: WeightFormat): WeightFormat | null {
  const name = precision.trim().toLowerCase()
  if (/^(bf16|fp16|bfloat16|float16)\b/.test(name)) return 'bf16'
  if (/^fp8[ -_]?block/.test(name)) return 'fp8-block'
  if (name.startsWith('fp8')) return 'fp8'
  if (name.startsWith('nvfp4')) return 'nvfp4'
  if (name.startsWith('mxfp4')) return 'mxfp4'
  if (name.startsWith('fp4')) return isNvidia && released !== 'mxfp4' ? 'nvfp4' : 'mxfp4'
  if (name.startsWith('int8')) return 'int8'
  if (name.startsWith('int4')) return 'int4'
  return null
}

/** Whose all-reduce a serving engine uses; engines not named here, vLLM's. */
export function engineOf(engine: string): AllReduceEngine {
  if (/sglang/i.test(engine)) return 'sglang'
  if (/tensorrt|trt-?llm/i.test(engine)) return 'trtllm'
  return 'vllm'
}

/** Whose all-reduce a benchmark ran. */
export const implementationOf = (impl: string): AllReduceEngine =>
  /^(torch\.distributed )?nccl/i.test(impl) ? 'nccl' : engineOf(impl)
