/** A file's text, or why it has none. */
type DecodedText =
  | { readonly outcome: 'text'; readonly text: string }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/**
 * Decodes a text file: by its byte order mark, else as UTF-8 if it is valid, else in the encoding that its bytes look
 * like. The result has `\n` line ends and no byte order mark. Bytes with NUL are no text.
 */
export async function decodeText(bytes: Uint8Array): Promise<DecodedText> {
  const text = decodeMarked(bytes) ?? decodeAs('utf-8', bytes) ?? (await decodeGuessed(bytes));
  if (text === null) return { outcome: 'unreadable', reason: 'text in an unknown encoding' };
  if (text.includes('\0')) return { outcome: 'unreadable', reason: 'binary content' };
  return { outcome: 'text', text: text.replace(/\r\n?/gu, '\n') };
}

function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  return null;
}

async function decodeGuessed(bytes: Uint8Array): Promise<string | null> {
  if (bytes.includes(0)) return null;
  // Loaded for this only: most files are UTF-8.
  const { detect } = await import('chardet');
  const encoding = detect(bytes);
  return encoding === null ? null : decodeAs(encoding, bytes);
}

/** Null when the bytes are not valid in this encoding, or Node.js does not know it. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
