import type { Article, Block, FaqEntry } from '../../src/corpus/document.ts';
import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import type { Problem } from '../../src/corpus/problem.ts';
import { linesOf } from '../../src/text/source-text.ts';

interface ReadFile {
  readonly article: Article | undefined;
  readonly entries: readonly FaqEntry[];
  readonly problems: readonly Problem[];
}

/** What one source file is read into. */
export function readOne(path: string, text: string): ReadFile {
  const { documents, problems } = parseCorpus([{ path, text }]);
  return {
    article: documents.find((document) => document.kind === 'article'),
    entries: documents.filter((document) => document.kind === 'entry'),
    problems,
  };
}

/** The texts of an article, heading by heading. */
export function outlineOf(
  article: Article | undefined,
): readonly { readonly trail: readonly string[]; readonly blocks: readonly string[] }[] {
  return (article?.sections ?? []).map(({ headingTrail, blocks }) => ({
    trail: headingTrail,
    blocks: blocks.map((block) => block.text),
  }));
}

export function blocksOf(article: Article | undefined): readonly Block[] {
  return (article?.sections ?? []).flatMap((section) => section.blocks);
}

/** The source line on which a word of a block stands. */
export function lineOfWord(block: Block | undefined, word: string): number {
  if (block === undefined || !block.text.includes(word)) return -1;
  const start = block.text.indexOf(word);
  return linesOf(block, start, start + word.length)[0];
}
