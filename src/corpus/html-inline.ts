import type { DefaultTreeAdapterTypes } from 'parse5';

import { linkSuffix } from './link-suffix.ts';
import type { Piece } from './source-pieces.ts';

/** A node of a parsed page. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
/** A node that has a tag. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
type HtmlText = DefaultTreeAdapterTypes.TextNode;

/** Whether a node has a tag. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** Whether a node is text; comments are none. */
export function isText(node: HtmlNode): node is HtmlText {
  return 'value' in node;
}

/** The value of an attribute, empty when only its name is written; undefined when the element does not have it. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Parts of a page that are not its text. */
const unseen = new Set(
  'head script style template noscript nav svg math iframe object canvas audio video button select input textarea'.split(
    ' ',
  ),
);

/** Whether a reader sees nothing of the element. */
export function isUnseen(element: HtmlElement): boolean {
  return unseen.has(element.tagName) || attributeOf(element, 'hidden') !== undefined;
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
  const end = node.sourceCodeLocation?.endLine ?? 1;
  return lines.map((text, index) => ({
    text,
    line: Math.max(firstLine, firstLine + end - lines.length + index),
  }));
}

/** Everything that a reader sees of these nodes, as if they all stood in one paragraph. */
export function inlinePieces(nodes: readonly HtmlNode[], firstLine: number): readonly Piece[] {
  return nodes.flatMap((node) => {
    if (isText(node)) return textPieces(node, firstLine);
    if (!isElement(node) || isUnseen(node)) return [];
    return elementPieces(node, inlinePieces(node.childNodes, firstLine), firstLine);
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
  if (element.tagName === 'img') return [{ text: attributeOf(element, 'alt') ?? '', line }];
  if (element.tagName !== 'a') return inner;
  const label = inner.map((piece) => piece.text).join('');
  const suffix = linkSuffix(label, attributeOf(element, 'href') ?? '');
  return suffix === '' ? inner : [...inner, { text: suffix, line: inner.at(-1)?.line ?? line }];
}

/** Preformatted text: every space and line end counts. */
export function preformattedPieces(nodes: readonly HtmlNode[], firstLine: number): readonly Piece[] {
  return nodes.flatMap((node) => {
    if (isElement(node)) {
      if (node.tagName === 'br') return [{ text: '\n', line: lineOfNode(node, firstLine) }];
      return preformattedPieces(node.childNodes, firstLine);
    }
    if (!isText(node)) return [];
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
  return firstLine - 1 + (node.sourceCodeLocation?.startLine ?? 1);
}
