/**
 * The library cannot answer now, and can in a few seconds: too much waits for it, or what was asked took too long. It is
 * the one failure of the library that people are told as what it is.
 */
export class LibraryBusy extends Error {
  override readonly name = 'LibraryBusy';
}
