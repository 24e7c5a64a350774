import { isStopWord } from '../text/stop-words.ts';

import { sensesOf, type WordNet } from './word-net.ts';

/** What a relation says of a word's meaning, against 1 for the meaning itself: by WordNet's symbols. Chosen by hand. */
const relationWeights: ReadonlyMap<string, number> = new Map([
  ...['+'].map((symbol) => [symbol, 0.7] as const),
  ...['&', '^', '$', '=', '\\', '<'].map((symbol) => [symbol, 0.6] as const),
  ...['@', '@i', '*', '>'].map((symbol) => [symbol, 0.5] as const),
  ...['~', '~i', '%m', '%s', '%p', '#m', '#s', '#p'].map((symbol) => [symbol, 0.2] as const),
]);
/** What a word of the definition says. */
const definitionWeight = 0.5;
/** Rare meanings say little of what a word means in most texts. */
const mostSenses = 10;

/**
 * What WordNet says of a word, as weighted features: its meanings and what they are related to, and the words that share
 * them or define them ("resident: someone who lives at a particular place"). Empty for a word that it does not list.
 */
export function describeWord(word: string, net: WordNet): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  const raise = (name: string, weight: number): void => {
    features.set(name, Math.max(features.get(name) ?? 0, weight));
  };
  const raiseSynset = (key: string, weight: number): void => {
    raise(`meaning ${key}`, weight);
    for (const lemma of net.synsets.get(key)?.lemmas ?? []) raise(lemma, weight);
  };
  const senses = [...sensesOf(word, net)].sort((a, b) => b.usage - a.usage).slice(0, mostSenses);
  for (const { synset: key, lemma, usage } of senses) {
    const weight = Math.sqrt(usage);
    raise(lemma, 1);
    raiseSynset(key, weight);
    const { relations = [], definition = '' } = net.synsets.get(key) ?? {};
    for (const [symbol, other] of relations) {
      const related = relationWeights.get(symbol);
      if (related !== undefined) raiseSynset(other, related * weight);
    }
    for (const used of wordsOf(definition).filter((one) => !isStopWord(one, 'en'))) {
      for (const { lemma: usedLemma } of sensesOf(used, net)) raise(usedLemma, definitionWeight * weight);
    }
  }
  return features;
}

/** Examples of use follow in quotation marks. */
function wordsOf(definition: string): readonly string[] {
  const [first = ''] = definition.split('"');
  return first.toLowerCase().match(/[a-z]+/gu) ?? [];
}
