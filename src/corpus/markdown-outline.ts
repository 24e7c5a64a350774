import type { Token } from 'markdown-it';

import type { Block } from './document.ts';
import { outlineHtml } from './html-outline.ts';
import { markdown, renderInline } from './markdown-inline.ts';
import type { OutlinePart } from './outline.ts';
import {
  joinPieceLines,
  joinPieces,
  piecesOf,
  splitPieceLines,
  type Piece,
  type PieceLine,
} from './source-pieces.ts';

/** Reads Markdown whose first line is line `firstLine` of its source file. */
export function outlineMarkdown(text: string, firstLine: number): readonly OutlinePart[] {
  const tokens = markdown.parse(text, {});
  const parts: OutlinePart[] = [];
  let next = 0;
  while (next < tokens.length) {
    const end = endOfGroup(tokens, next);
    for (const part of outlineGroup(tokens.slice(next, end), firstLine)) parts.push(part);
    next = end;
  }
  return parts.filter((part) => part.text !== '');
}

const groupOpeners = new Set(['heading_open', 'bullet_list_open', 'ordered_list_open', 'table_open']);

/** Lists, tables and headings are read as a whole; quotes are looked through, token by token. */
function endOfGroup(tokens: readonly Token[], start: number): number {
  const opener = tokens[start];
  if (opener === undefined || !groupOpeners.has(opener.type)) return start + 1;
  let end = start + 1;
  while (end < tokens.length && !(tokens[end]?.nesting === -1 && tokens[end]?.level === opener.level))
    end += 1;
  return end + 1;
}

function outlineGroup(tokens: readonly Token[], firstLine: number): readonly OutlinePart[] {
  const [opener] = tokens;
  if (opener === undefined) return [];
  switch (opener.type) {
    case 'heading_open':
      return outlineHeading(tokens, opener, firstLine);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [{ kind: 'list', ...joinPieceLines(listLines(tokens, firstLine)) }];
    case 'table_open':
      return [{ kind: 'table', ...joinPieceLines(rowLines(tokens, firstLine)) }];
    case 'fence':
    case 'code_block':
      return [{ kind: 'code', ...joinPieceLines(codeLines(opener, firstLine)) }];
    case 'html_block':
      return outlineHtml(opener.content, lineOf(opener, firstLine)).parts;
    case 'inline':
      return [paragraph(opener, firstLine)];
    default:
      return [];
  }
}

/** A heading inside a quote is part of what is quoted, not of this document's structure. */
function outlineHeading(tokens: readonly Token[], opener: Token, firstLine: number): readonly OutlinePart[] {
  const inline = tokens.find((token) => token.type === 'inline');
  if (inline === undefined) return [];
  if (opener.level > 0) return [paragraph(inline, firstLine)];
  const text = joinPieces(oneLine(renderInline(inline, lineOf(inline, firstLine))));
  return [{ kind: 'heading', level: Number(opener.tag.slice(1)), ...text }];
}

function paragraph(inline: Token, firstLine: number): Block {
  const lines = splitPieceLines(renderInline(inline, lineOf(inline, firstLine)));
  return { kind: 'paragraph', ...joinPieceLines(lines) };
}

function listLines(tokens: readonly Token[], firstLine: number): readonly PieceLine[] {
  const lines: PieceLine[] = [];
  let depth = 0;
  let marker = '';
  for (const [index, token] of tokens.entries()) {
    if (token.type.endsWith('_list_open')) depth += 1;
    else if (token.type.endsWith('_list_close')) depth -= 1;
    else if (token.type === 'list_item_open') marker = itemMarker(token);
    for (const line of itemLines(tokens, index, firstLine)) {
      const lead = '  '.repeat(depth - 1) + (marker === '' ? '  ' : marker);
      lines.push([{ text: lead, line: line[0]?.line ?? firstLine }, ...line]);
      marker = '';
    }
  }
  return lines;
}

function itemMarker(item: Token): string {
  return item.info === '' ? '- ' : `${item.info}${item.markup} `;
}

function itemLines(tokens: readonly Token[], index: number, firstLine: number): readonly PieceLine[] {
  const token = tokens[index];
  if (token === undefined) return [];
  switch (token.type) {
    case 'inline':
      return token.map === null ? [] : splitPieceLines(renderInline(token, lineOf(token, firstLine)));
    case 'fence':
    case 'code_block':
      return codeLines(token, firstLine);
    case 'html_block':
      return outlineHtml(token.content, lineOf(token, firstLine)).parts.flatMap((part) =>
        splitPieceLines(piecesOf(part)),
      );
    case 'table_open':
      return rowLines(tokens.slice(index, endOfGroup(tokens, index)), firstLine);
    default:
      return [];
  }
}

/** The rows of a table. Cells have no lines of their own in markdown-it: a row never spans two. */
function rowLines(tokens: readonly Token[], firstLine: number): readonly PieceLine[] {
  const rows: Piece[][] = [];
  let line = firstLine;
  for (const token of tokens) {
    if (token.type === 'tr_open') {
      rows.push([]);
      line = lineOf(token, firstLine);
    } else if (token.type === 'inline') {
      const row = rows.at(-1);
      if (row !== undefined && row.length > 0) row.push({ text: ' | ', line });
      row?.push({ text: '', line });
      for (const piece of oneLine(renderInline(token, line))) row?.push(piece);
    }
  }
  return rows;
}

function codeLines(token: Token, firstLine: number): readonly PieceLine[] {
  const line = lineOf(token, firstLine) + (token.type === 'fence' ? 1 : 0);
  const lines = token.content.replace(/\n+$/u, '').split('\n');
  return lines.map((text, index) => [{ text, line: line + index }]);
}

function oneLine(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map(({ text, line }) => ({ text: text.replaceAll('\n', ' '), line }));
}

function lineOf(token: Token, firstLine: number): number {
  return firstLine + (token.map?.[0] ?? 0);
}
