/** Words that begin a question, without accents. Verbs are among them where a statement would not begin with one. */
const openers = [
  'who|whom|whose|what|when|where|why|which|how|can|could|is|are|am|was|were|do|does|did|will|would|should|may|has|have',
  'que|quien|quienes|cual|cuales|cuando|donde|como|cuanto|cuanta|cuantos|cuantas|hay|puedo|puede|pueden|se puede',
  'por que|para que|alguien sabe|does anyone|anyone know',
].join('|');

const opensLikeQuestion = new RegExp(String.raw`^[¿\s]*(?:${openers})\b`, 'i');
const shortest = 2;

/** Whether a message asks something: it holds a question mark after words, or begins as a question does. */
export function isQuestion(message: string): boolean {
  const words = message.normalize('NFD').replace(/\p{M}/gu, '').trim();
  if (words.split(/\s+/).length < shortest) return false;
  return /\p{L}\s*[?？]+(?:\s|$)/u.test(words) || opensLikeQuestion.test(words);
}
