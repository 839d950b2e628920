import type { ConfigReading } from './config-reading.ts'

/** Depth, width, vocabulary and context: keys that nearly every family shares. */
export function dimensions(reading: ConfigReading): void {
  reading.whole('layers', 'num_hidden_layers', 'n_layer', 'num_layers', 'n_layers')
  reading.whole('dModel', 'hidden_size', 'n_embd', 'd_model')
  reading.whole('vocab', 'vocab_size')
  reading.flag('tiedEmbeddings', 'tie_word_embeddings')
  reading.whole(
    'contextLength',
    'max_position_embeddings',
    'n_positions',
    'seq_length',
    'max_sequence_length',
    'model_max_length',
  )
}
