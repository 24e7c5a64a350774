import type { ByKind, Fitted, Numbers, Thresholds } from '../search/fitted.ts';
import type { SearchIndex } from '../search/search-index.ts';

/** How sure the bot has to be before it answers: moderators choose, since a wrong answer costs more in some places. */
export const cautions = ['careful', 'usual', 'bold'] as const;

/** How sure the bot has to be before it answers. */
export type Caution = (typeof cautions)[number];

/**
 * The index with the threshold of this caution. `careful` takes half of the doubt that is usual, `bold` lies halfway
 * between answering and suggesting; ARCHITECTURE.md has what each brings, by `npm run eval -- --caution`.
 */
export function atCaution(index: SearchIndex, caution: Caution): SearchIndex {
  if (caution === 'usual') return index;
  const { vectors, letters } = index.fitted;
  const fitted: Fitted = { vectors: shift(vectors, caution), letters: shift(letters, caution) };
  return { ...index, fitted };
}

function shift(numbers: Numbers, caution: Exclude<Caution, 'usual'>): Numbers {
  const { few, many } = numbers.thresholds;
  const shiftBoth = ({ article, entry }: ByKind<Thresholds>): ByKind<Thresholds> => ({
    article: shiftOne(article, caution),
    entry: shiftOne(entry, caution),
  });
  return { ...numbers, thresholds: { few: shiftBoth(few), many: shiftBoth(many) } };
}

function shiftOne({ answered, suggested }: Thresholds, caution: Exclude<Caution, 'usual'>): Thresholds {
  const least = caution === 'careful' ? 1 - (1 - answered) / 2 : (answered + suggested) / 2;
  return { answered: least, suggested };
}
