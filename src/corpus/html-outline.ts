import { parse } from 'parse5';

import {
  attributeOf,
  collapseSpaces,
  elementPieces,
  inlinePieces,
  isElement,
  isText,
  isUnseen,
  preformattedPieces,
  textPieces,
  type HtmlElement,
  type HtmlNode,
} from './html-inline.ts';
import type { OutlinePart } from './outline.ts';
import {
  joinPieceLines,
  joinPieces,
  piecesOf,
  splitAtBreaks,
  splitPieceLines,
  type Piece,
  type PieceLine,
} from './source-pieces.ts';

interface HtmlOutline {
  readonly parts: readonly OutlinePart[];
  /** Text of `<title>`, and the value of `<html lang>`; empty when there is none. */
  readonly title: string;
  readonly language: string;
}

/** Reads HTML whose first line is line `firstLine` of its source file. Not for HTML that `isTooDeep`. */
export function outlineHtml(html: string, firstLine: number): HtmlOutline {
  if (isTooDeep(html)) return { parts: [], title: '', language: '' };
  const root = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const outline = createOutliner(firstLine);
  outline.walk(root.childNodes);
  outline.flush();
  const page = findElement(root.childNodes, 'html');
  const title = findElement(root.childNodes, 'title');
  const titlePieces = title === undefined ? [] : inlinePieces(title.childNodes, firstLine);
  return {
    parts: outline.parts.filter((part) => part.text !== ''),
    title: joinPieces(oneLine(titlePieces)).text,
    language: page === undefined ? '' : (attributeOf(page, 'lang') ?? ''),
  };
}

/** More levels than pages have, and few enough for the stack and the time of reading them. */
export const deepestElement = 100;
const unclosed = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

/** Whether elements are nested so deep that reading them could exhaust the stack. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/giu)) {
    if (name === undefined || unclosed.has(name.toLowerCase())) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestElement) return true;
  }
  return false;
}

const containers = new Set(
  'html body table div section article main header footer aside blockquote address figure figcaption form fieldset details dl dd center hgroup p caption hr tbody thead tfoot tr td th li'.split(
    ' ',
  ),
);

interface Outliner {
  readonly parts: OutlinePart[];
  walk(nodes: readonly HtmlNode[]): void;
  flush(): void;
}

function createOutliner(firstLine: number): Outliner {
  const parts: OutlinePart[] = [];
  let run: Piece[] = [];

  function flush(): void {
    parts.push({ kind: 'paragraph', ...joinPieceLines(splitPieceLines(collapseSpaces(run))) });
    run = [];
  }

  function append(pieces: readonly Piece[]): void {
    for (const piece of pieces) run.push(piece);
  }

  function walk(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) {
      if (isText(node)) append(textPieces(node, firstLine));
      else if (isElement(node) && !isUnseen(node)) walkElement(node);
    }
  }

  function walkElement(element: HtmlElement): void {
    const whole = wholePart(element, firstLine);
    if (whole !== null) {
      flush();
      parts.push(whole);
    } else if (containers.has(element.tagName)) {
      flush();
      walk(element.childNodes);
      flush();
    } else if (hasBlock(element)) {
      walk(element.childNodes);
    } else {
      append(elementPieces(element, inlinePieces(element.childNodes, firstLine), firstLine));
    }
  }

  return { parts, walk, flush };
}

/** A link or a span may hold blocks, although it is no block itself. */
function hasBlock(element: HtmlElement): boolean {
  return elementsOf(element).some((child) => isBlock(child.tagName) || hasBlock(child));
}

function isBlock(tagName: string): boolean {
  return containers.has(tagName) || wholes.has(tagName) || headings.has(tagName);
}

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const wholes = new Set(['dt', 'summary', 'ul', 'ol', 'menu', 'pre']);

/** Elements that are one part of the outline, with all that is in them; null for every other element. */
function wholePart(element: HtmlElement, firstLine: number): OutlinePart | null {
  if (headings.has(element.tagName)) {
    return { kind: 'heading', level: Number(element.tagName.slice(1)), ...lineText(element, firstLine) };
  }
  switch (element.tagName) {
    case 'dt':
    case 'summary':
      return { kind: 'term', ...lineText(element, firstLine) };
    case 'ul':
    case 'ol':
    case 'menu':
      return { kind: 'list', ...joinPieceLines(listLines(element, firstLine)) };
    case 'pre':
      return { kind: 'code', ...joinPieceLines(codeLines(element, firstLine)) };
    case 'table':
      return isLayout(element) ? null : { kind: 'table', ...joinPieceLines(rowLines(element, firstLine)) };
    default:
      return null;
  }
}

function lineText(element: HtmlElement, firstLine: number): ReturnType<typeof joinPieces> {
  return joinPieces(oneLine(inlinePieces(element.childNodes, firstLine)));
}

function oneLine(pieces: readonly Piece[]): PieceLine {
  const spaced = pieces.map(({ text, line }) => ({ text: text.replaceAll('\n', ' '), line }));
  return splitPieceLines(collapseSpaces(spaced))[0] ?? [];
}

function listLines(list: HtmlElement, firstLine: number): readonly PieceLine[] {
  const start = Number(attributeOf(list, 'start') ?? 1);
  return elementsOf(list).flatMap((item, index) =>
    itemLines(item, list.tagName === 'ol' ? `${start + index}. ` : '- ', firstLine),
  );
}

/** An item's first line has the marker, all others are indented below it. A list without `<li>` nests, as browsers do. */
function itemLines(item: HtmlElement, marker: string, firstLine: number): readonly PieceLine[] {
  const outline = createOutliner(firstLine);
  outline.walk(item.tagName === 'li' ? item.childNodes : [item]);
  outline.flush();
  const parts = outline.parts.filter((part) => part.text !== '');
  const isMarked = parts[0]?.kind !== 'list';
  return parts
    .flatMap((part) => splitAtBreaks(piecesOf(part)))
    .map((line, index) => [
      { text: isMarked && index === 0 ? marker : '  ', line: line[0]?.line ?? firstLine },
      ...line,
    ]);
}

function codeLines(pre: HtmlElement, firstLine: number): readonly PieceLine[] {
  const lines = splitAtBreaks(preformattedPieces(pre.childNodes, firstLine));
  const isBlank = (line: PieceLine): boolean => line.every((piece) => piece.text.trim() === '');
  const start = lines.findIndex((line) => !isBlank(line));
  return start === -1 ? [] : lines.slice(start, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

function rowLines(table: HtmlElement, firstLine: number): readonly PieceLine[] {
  return descendants(table, 'tr').map((row) => {
    const cells = elementsOf(row).map((cell) => oneLine(inlinePieces(cell.childNodes, firstLine)));
    return cells.flatMap((cell, index) => {
      const line = cell[0]?.line ?? firstLine;
      return index === 0 ? cell : [{ text: ' | ', line }, ...cell];
    });
  });
}

/** A table that holds headings or tables arranges a page, it is not a table of values. */
function isLayout(table: HtmlElement): boolean {
  return ['table', 'h1', 'h2', 'h3', 'h4'].some((name) => descendants(table, name).length > 0);
}

function elementsOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter(isElement).filter((child) => !isUnseen(child));
}

function descendants(element: HtmlElement, tagName: string): readonly HtmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.tagName === tagName ? [child] : []),
    ...descendants(child, tagName),
  ]);
}

function findElement(nodes: readonly HtmlNode[], tagName: string): HtmlElement | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = node.tagName === tagName ? node : findElement(node.childNodes, tagName);
    if (found !== undefined) return found;
  }
  return undefined;
}
