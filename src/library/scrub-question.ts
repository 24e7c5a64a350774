/** Scrubbed questions are kept no longer than this, in UTF-16 code units; the form of an entry takes as many. */
const longestKept = 300;

/** Of a question, what may be kept: no mentions, e-mail addresses, links, and no numbers of 6 digits or more. */
export function scrubQuestion(question: string): string {
  return question
    .replace(/<[@#:a][^<>]{0,100}>/gu, ' ')
    .replace(/https?:\/\/\S+/giu, ' ')
    .replace(/\S+@\S+/gu, ' ')
    .replace(/\d(?:[ ().-]{0,2}\d){5,}/gu, ' ')
    .replace(/@(?:everyone|here)\b/gu, ' ')
    .replace(/[\p{Cf}\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestKept)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
}
