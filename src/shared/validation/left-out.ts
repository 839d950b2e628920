/**
 * Pairs in a software state the constants do not describe: DeepSeek in 2025 on the first CDNA 3 parts took 1.7-2.3 times as
 * long. Their rows are predicted in no figure, and counted as left out. Catalog ids.
 */
export const isLeftOut = (modelId: string, acceleratorId: string): boolean =>
  modelId.startsWith('deepseek') && ['mi300x', 'mi325x'].includes(acceleratorId)
