import type { fromHtml } from 'hast-util-from-html';

import { linkSuffix } from './link-suffix.ts';
import type { Piece } from './source-pieces.ts';

/** A node of a parsed page. */
export type HtmlNode = ReturnType<typeof fromHtml>['children'][number];
/** A node that has a tag. */
export type HtmlElement = Extract<HtmlNode, { type: 'element' }>;
type HtmlText = Extract<HtmlNode, { type: 'text' }>;

/** Parts of a page that are not its text. */
const unseen = new Set(
  'head script style template noscript nav svg math iframe object canvas audio video button select input textarea'.split(
    ' ',
  ),
);

/** Whether a reader sees nothing of the element. */
export function isUnseen(element: HtmlElement): boolean {
  return unseen.has(element.tagName) || element.properties['hidden'] !== undefined;
}

/** The text of a node as it stands, one piece a source line; a line end in the source becomes a space. */
export function textPieces(node: HtmlText, firstLine: number): readonly Piece[] {
  return sourceLinesOf(node, firstLine).map(({ text, line }, index) => ({
    text: (index === 0 ? text : ` ${text}`).replace(/[ \t\f\r]+/gu, ' '),
    line,
  }));
}

/** Counted from the end: the parser drops a line end right after `<pre>`, but counts it to the text. */
function sourceLinesOf(node: HtmlText, firstLine: number): readonly Piece[] {
  const lines = node.value.split('\n');
  const end = node.position?.end.line ?? 1;
  return lines.map((text, index) => ({
    text,
    line: Math.max(firstLine, firstLine + end - lines.length + index),
  }));
}

/** Everything that a reader sees of these nodes, as if they all stood in one paragraph. */
export function inlinePieces(nodes: readonly HtmlNode[], firstLine: number): readonly Piece[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return textPieces(node, firstLine);
    if (node.type !== 'element' || isUnseen(node)) return [];
    return elementPieces(node, inlinePieces(node.children, firstLine), firstLine);
  });
}

/** An inline element, given what its children show. */
export function elementPieces(
  element: HtmlElement,
  inner: readonly Piece[],
  firstLine: number,
): readonly Piece[] {
  const line = lineOfNode(element, firstLine);
  if (element.tagName === 'br') return [{ text: '\n', line }];
  if (element.tagName === 'img') return [{ text: textOf(element.properties['alt']), line }];
  if (element.tagName !== 'a') return inner;
  const label = inner.map((piece) => piece.text).join('');
  const suffix = linkSuffix(label, textOf(element.properties['href']));
  return suffix === '' ? inner : [...inner, { text: suffix, line: inner.at(-1)?.line ?? line }];
}

/** Preformatted text: every space and line end counts. */
export function preformattedPieces(nodes: readonly HtmlNode[], firstLine: number): readonly Piece[] {
  return nodes.flatMap((node) => {
    if (node.type === 'element') {
      if (node.tagName === 'br') return [{ text: '\n', line: lineOfNode(node, firstLine) }];
      return preformattedPieces(node.children, firstLine);
    }
    if (node.type !== 'text') return [];
    return sourceLinesOf(node, firstLine).map(({ text, line }, index) => ({
      text: index === 0 ? text : `\n${text}`,
      line,
    }));
  });
}

/** Joins runs of white space over the borders of pieces, as a browser does. */
export function collapseSpaces(pieces: readonly Piece[]): readonly Piece[] {
  let isAfterSpace = true;
  return pieces.map(({ text, line }) => {
    const kept = isAfterSpace ? text.replace(/^ +/u, '') : text;
    if (kept !== '') isAfterSpace = /[ \n]$/u.test(kept);
    return { text: kept, line };
  });
}

function lineOfNode(node: HtmlNode, firstLine: number): number {
  return firstLine - 1 + (node.position?.start.line ?? 1);
}

function textOf(property: unknown): string {
  return typeof property === 'string' ? property : '';
}
