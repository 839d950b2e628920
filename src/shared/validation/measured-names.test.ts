import { expect, it } from 'vitest'
import { acceleratorIdOf, engineOf, implementationOf, modelIdOf, weightFormatOf } from './measured-names.ts'

it.each([
  ['H100-SXM', 'h100-sxm'],
  ['A100-80GB-SXM (330W cap, hybrid cube mesh)', 'a100-sxm-80gb'],
  ['A100-SXM', 'a100-sxm-80gb'],
  ['MI300X', 'mi300x'],
  ['GB200-NVL72', 'gb200-nvl72'],
])('%s is %s of the catalog', (name, id) => expect(acceleratorIdOf(name)).toBe(id))

it.each([
  ['DeepSeek-R1-0528', 'deepseek-r1'],
  ['Llama-3.3-70B', 'llama-3.3-70b'],
  ['gpt-oss-120b', 'gpt-oss-120b'],
])('%s is %s of the catalog', (name, id) => expect(modelIdOf(name)).toBe(id))

it.each([
  ['fp8', true, 'fp8', 'fp8'],
  ['fp4', true, 'fp8', 'nvfp4'],
  ['fp4', false, 'fp8', 'mxfp4'],
  ['fp4', true, 'mxfp4', 'mxfp4'],
  ['nvfp4 MoE/FFN, bf16 attention', true, 'fp8', 'nvfp4'],
  ['bf16 (default dtype)', true, 'bf16', 'bf16'],
  ['int4 weights', true, 'bf16', 'int4'],
  ['ternary', true, 'bf16', null],
] as const)('%s on NVIDIA: %s, released in %s, is %s', (precision, isNvidia, released, format) =>
  expect(weightFormatOf(precision, isNvidia, released)).toBe(format),
)

it('knows engines by their names, and takes vLLM for others', () => {
  expect(['Dynamo+SGLang', 'NIM (TensorRT-LLM)', 'vLLM', 'gpt-fast (torch.compile)'].map(engineOf)).toEqual([
    'sglang',
    'trtllm',
    'vllm',
    'vllm',
  ])
  expect(implementationOf('vLLM custom AR, CUDA graph (NCCL beyond its size limit) 0.24.0')).toBe('vllm')
  expect(implementationOf('torch.distributed NCCL 2.27.7 (all_reduce_bench.py, no graph)')).toBe('nccl')
})
