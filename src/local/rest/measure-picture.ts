const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height of a PNG, in pixels, which stand in its header; nothing for every other file. */
export const measurePicture = (
  bytes: Uint8Array<ArrayBuffer>,
): { readonly width: number; readonly height: number } | null => {
  const isPicture = bytes.length >= 24 && pngStart.every((byte, at) => bytes[at] === byte);
  if (!isPicture) return null;
  const header = new DataView(bytes.buffer);
  return { width: header.getUint32(16), height: header.getUint32(20) };
};
