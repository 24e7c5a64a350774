import { stemWord } from '../text/stem-word.ts';
import type { Stemmer } from '../text/terms.ts';

import type { Step } from './steps.ts';

const asItIs: Stemmer = (word) => word;

/** Snowball, unless its gain is being measured. */
export function stemmerFor(without: ReadonlySet<Step>): Stemmer {
  return without.has('stemming') ? asItIs : stemWord;
}
