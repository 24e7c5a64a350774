import type { Answerer, Library } from './library.ts';

/** What answers, and can be told to read the knowledge anew. */
export type UncountedLibrary = Answerer & Pick<Library, 'refresh'>;

/** Counts how questions end, and which entries are popular, on this side of whatever answers: it may be replaced. */
export function countAnswers(answerer: UncountedLibrary): Library {
  const questions = { answered: 0, suggested: 0, unanswered: 0 };
  const timesAsked = new Map<string, number>();
  const popular = (): readonly string[] => [...timesAsked].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return {
    ...answerer,
    async answer(question, scope) {
      const answer = await answerer.answer(question, scope);
      questions[answer.outcome] += 1;
      const first = answer.outcome === 'answered' ? answer.snippets[0] : undefined;
      if (first !== undefined) timesAsked.set(first.passageId, (timesAsked.get(first.passageId) ?? 0) + 1);
      return answer;
    },
    suggestEntries: (typed, scope, limit) =>
      answerer.suggestEntries(typed, scope, limit, typed.trim() === '' ? popular() : []),
    status: async (scope) => ({ ...(await answerer.status(scope)), questions: { ...questions } }),
  };
}
