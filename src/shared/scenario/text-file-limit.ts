/** Bytes of a text file that is read at most: far above any real scenario, far below what would stall the app. */
export const LARGEST_TEXT_FILE_BYTES = 16 * 1024 * 1024
