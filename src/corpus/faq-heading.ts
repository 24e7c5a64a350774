const names =
  'faqs?|frequently asked questions?|common questions|questions and answers|q a|(?:las )?preguntas (?:mas )?(?:frecuentes|comunes|habituales)|preguntas y respuestas';
const faqHeading = new RegExp(`^(?:the )?(?:${names})(?: (?:${names}))?$`, 'u');

/** Whether a heading opens a section of questions and answers, as "FAQ", "Q&A:" or "Preguntas frecuentes" do. */
export function isFaqHeading(text: string): boolean {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .replace(/^f a q\b/u, 'faq')
    .replace(/^faq s\b/u, 'faqs');
  return faqHeading.test(words);
}

/** Whether a line or paragraph asks something. */
export function isQuestion(text: string): boolean {
  return /[?？][\s"'”’»)*_]*$/u.test(text);
}

/** Whether a line begins with "Q:" or "P:" (a question), "A:" or "R:" (an answer), and what stands after it. */
export function readQuestionMark(
  line: string,
): { readonly kind: 'question' | 'answer'; readonly rest: string } | null {
  const found = /^\s*(?:(q|p|question|pregunta)|(?:a|r|answer|respuesta))\s*\d*\s*:\s*(.*)$/isu.exec(line);
  if (found === null) return null;
  return { kind: found[1] === undefined ? 'answer' : 'question', rest: found[2] ?? '' };
}

/** Whether a file lies in a folder named `faq`: all of it is a section of questions and answers. */
export function isInFaqFolder(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => folder.toLowerCase() === 'faq');
}
