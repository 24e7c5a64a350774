/** Scrubbed questions are kept no longer than this, in UTF-16 code units; the form of an entry takes as many. */
const longestKept = 300;

/** Of a question, what may be kept: no mentions, e-mail addresses, links, and no numbers of 6 digits or more. */
export function scrubQuestion(question: string): string {
  const words = question
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/<[@#:/ait][^<>]{0,100}>/gu, ' ')
    // An address that was written with spaces around its sign.
    .replace(/\s{0,3}@\s{0,3}/gu, '@')
    .replace(/\S+/gu, (word) => (word.includes('@') || /^https?:/iu.test(word) ? ' ' : word));
  return collapse(collapse(words).replace(/\p{Nd}(?:[ ().,+-]{0,2}\p{Nd}){5,}/gu, ' '))
    .slice(0, longestKept)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
}

function collapse(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
