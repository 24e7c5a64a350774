import { parseInline } from './parse-inline.ts';
import type { Block, ListItem } from './syntax.ts';

const fence = /```(?:[\w+#.-]+\n|\n)?([^]*?)\n?```/u;
const heading = /^(#{1,3}) +(\S.*)$/u;
const smallPrint = /^-# +(\S.*)$/u;
const quoteLine = /^> (.*)$/u;
const listLine = /^( *)(?:([-*])|(\d{1,9})\.) +(\S.*)$/u;

/** Reads a message's text as Discord does. */
export function parseMarkdown(source: string): readonly Block[] {
  const found = fence.exec(source);
  if (found === null) return parseLines(source.split('\n'));
  const before = source.slice(0, found.index).replace(/\n$/u, '');
  const after = source.slice(found.index + found[0].length).replace(/^\n/u, '');
  return [
    ...(before === '' ? [] : parseLines(before.split('\n'))),
    { kind: 'code-block', code: found[1] ?? '' },
    ...(after === '' ? [] : parseMarkdown(after)),
  ];
}

function parseLines(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let position = 0;
  while (position < lines.length) {
    const { block, length } = blockAt(lines, position);
    blocks.push(block);
    position += length;
  }
  return blocks;
}

function blockAt(
  lines: readonly string[],
  position: number,
): { readonly block: Block; readonly length: number } {
  const line = lines[position] ?? '';
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...lines.slice(position + 1)];
    return { block: { kind: 'quote', blocks: parseLines(rest) }, length: rest.length };
  }
  if (quoteLine.test(line)) {
    const quoted = takeWhile(lines, position, (each) => quoteLine.test(each) || each === '>');
    const inside = quoted.map((each) => each.slice(2));
    return { block: { kind: 'quote', blocks: parseLines(inside) }, length: quoted.length };
  }
  if (listLine.test(line)) {
    const listed = takeWhile(lines, position, (each) => listLine.test(each));
    return { block: parseList(listed), length: listed.length };
  }
  return oneLine(line) ?? paragraphAt(lines, position);
}

function oneLine(line: string): { readonly block: Block; readonly length: number } | null {
  const titled = heading.exec(line);
  if (titled !== null) {
    const level = titled[1] === '#' ? 1 : titled[1] === '##' ? 2 : 3;
    return { block: { kind: 'heading', level, inline: parseInline(titled[2] ?? '') }, length: 1 };
  }
  const small = smallPrint.exec(line);
  if (small === null) return null;
  return { block: { kind: 'small-print', inline: parseInline(small[1] ?? '') }, length: 1 };
}

function paragraphAt(
  lines: readonly string[],
  position: number,
): { readonly block: Block; readonly length: number } {
  const [first = '', ...rest] = lines.slice(position);
  const taken = [first, ...takeWhile(rest, 0, (each) => !startsBlock(each))];
  return { block: { kind: 'paragraph', inline: parseInline(taken.join('\n')) }, length: taken.length };
}

function startsBlock(line: string): boolean {
  return (
    line.startsWith('>>> ') ||
    [heading, smallPrint, quoteLine, listLine].some((pattern) => pattern.test(line))
  );
}

/** Lines that stand further in than the first belong to the item before them. */
function parseList(lines: readonly string[]): Block {
  const first = readItem(lines[0]);
  const items: ListItem[] = [];
  let position = 0;
  while (position < lines.length) {
    const { content } = readItem(lines[position]);
    const nested = takeWhile(lines, position + 1, (each) => readItem(each).indent > first.indent);
    items.push({ inline: parseInline(content), nested: nested.length === 0 ? [] : [parseList(nested)] });
    position += 1 + nested.length;
  }
  return { kind: 'list', start: first.number, items };
}

function readItem(line = ''): {
  readonly indent: number;
  readonly number: number | null;
  readonly content: string;
} {
  const [, indent = '', , number, content = ''] = listLine.exec(line) ?? [];
  return { indent: indent.length, number: number === undefined ? null : Number(number), content };
}

function takeWhile(
  lines: readonly string[],
  from: number,
  isWanted: (line: string) => boolean,
): readonly string[] {
  const end = lines.findIndex((line, index) => index >= from && !isWanted(line));
  return lines.slice(from, end === -1 ? lines.length : end);
}
