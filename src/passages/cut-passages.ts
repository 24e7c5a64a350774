import type { Article, Block, Document, FaqEntry, Section } from '../corpus/document.ts';
import { linesOf, type LineRange, type LineStart } from '../text/source-text.ts';

import { groupBlocks } from './group-blocks.ts';
import type { BlockRange, Passage } from './passage.ts';

/**
 * Cuts documents into passages, in the order of the documents. An article gives a passage for each paragraph, list,
 * table or code; an FAQ entry gives one with its whole answer, which is empty when the question is open.
 */
export function cutPassages(documents: readonly Document[]): readonly Passage[] {
  const taken = new Set(documents.flatMap(baseIds));
  const places = createPlaces();
  return documents.flatMap((document) =>
    document.kind === 'article' ? cutArticle(document, taken, places) : [cutEntry(document, places)],
  );
}

/** Many passages are one block of some length on some lines: places that say the same are kept once. */
interface Places {
  wholeBlock(kind: Block['kind'], length: number): readonly BlockRange[];
  lines(range: LineRange): LineRange;
}

function createPlaces(): Places {
  const wholes = new Map<string, readonly BlockRange[]>();
  const ranges = new Map<string, LineRange>();
  return {
    wholeBlock(kind, length) {
      const key = `${kind} ${length}`;
      const known = wholes.get(key) ?? [{ kind, start: 0, end: length }];
      wholes.set(key, known);
      return known;
    },
    lines(range) {
      const key = range.join(' ');
      const known = ranges.get(key) ?? range;
      ranges.set(key, known);
      return known;
    },
  };
}

/** Ids that belong to the first passage under a heading, and to entries: no second passage may take them. */
function baseIds(document: Document): readonly string[] {
  if (document.kind === 'entry') return [document.id];
  return document.sections.map((section) => sectionId(document, section));
}

function sectionId({ id }: Article, { anchor }: Section): string {
  return anchor === '' ? id : `${id}#${anchor}`;
}

function cutArticle(article: Article, taken: Set<string>, places: Places): readonly Passage[] {
  return article.sections.flatMap((section) => {
    const base = sectionId(article, section);
    let number = 1;
    return groupBlocks(section.blocks, article.language).map((blocks, index): Passage => {
      let id = base;
      while (index > 0 && taken.has(id)) {
        number += 1;
        // Joined so, and not by a template, an id is one string in memory and does not keep those that it is made of.
        id = [base, section.anchor === '' ? '#' : '', '-', number].join('');
      }
      taken.add(id);
      const joined = joinBlocks(blocks, places);
      return {
        id,
        ...sharedFields(article, section),
        ...joined,
        question: null,
        headLines: places.lines(linesOf(joined, 0, joined.text.length)),
      };
    });
  });
}

function cutEntry(entry: FaqEntry, places: Places): Passage {
  const { id, question, questionLines } = entry;
  return {
    id,
    ...sharedFields(entry, entry),
    ...joinBlocks(entry.answer, places),
    question,
    headLines: questionLines,
  };
}

type SharedFields = Pick<
  Passage,
  'path' | 'title' | 'headingTrail' | 'url' | 'language' | 'updated' | 'reviewOn' | 'aliases'
>;

function sharedFields(
  document: Document,
  { headingTrail, anchor }: Pick<Section, 'headingTrail' | 'anchor'>,
): SharedFields {
  const { path, title, url, language, updated, reviewOn, aliases } = document;
  return {
    path,
    title,
    headingTrail,
    url: url === null ? null : withAnchor(url, anchor),
    language,
    updated,
    reviewOn,
    aliases,
  };
}

function withAnchor(url: string, anchor: string): string {
  return anchor === '' || url.includes('#') ? url : `${url}#${encodeURIComponent(anchor)}`;
}

const separator = '\n\n';

function joinBlocks(
  blocks: readonly Block[],
  places: Places,
): Pick<Passage, 'text' | 'lineStarts' | 'blocks'> {
  const [only] = blocks;
  if (only !== undefined && blocks.length === 1) {
    const { kind, text, lineStarts } = only;
    return { text, lineStarts, blocks: places.wholeBlock(kind, text.length) };
  }
  const lineStarts: LineStart[] = [];
  const ranges: BlockRange[] = [];
  let start = 0;
  for (const { kind, text, lineStarts: own } of blocks) {
    for (const { offset, line } of own) lineStarts.push({ offset: start + offset, line });
    ranges.push({ kind, start, end: start + text.length });
    start += text.length + separator.length;
  }
  return { text: blocks.map((block) => block.text).join(separator), lineStarts, blocks: ranges };
}
