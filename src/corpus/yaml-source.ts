import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  type Document,
  type Node,
} from 'yaml';

import { shorten } from './problem.ts';

/** YAML or JSON as plain values, with the way back to its lines. */
export interface YamlSource {
  readonly value: unknown;
  /** Source line of the key or item at a path such as `[3, 'answer']`, or of the nearest one above it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The text at a path as it stands in the file; null when there is none. */
  scalarAt(path: readonly PropertyKey[]): ScalarSource | null;
}

/** A scalar value as it stands in the file. */
export interface ScalarSource {
  readonly source: string;
  /** Source line on which it begins. */
  readonly line: number;
  /** A literal block (`|`): the lines of its value are the lines below the first. */
  readonly isLiteral: boolean;
}

/** Why a text is not readable as YAML, and where. */
interface YamlFault {
  readonly line: number;
  readonly reason: string;
}

type YamlRead =
  | { readonly outcome: 'read'; readonly yaml: YamlSource }
  | { readonly outcome: 'unreadable'; readonly fault: YamlFault };

/**
 * Reads YAML, of which JSON is a part, whose first line is line `firstLine` of its source file. Aliases are refused:
 * a few lines of them unfold to gigabytes. Deep nesting is refused: it exhausts the stack.
 */
export function readYaml(text: string, firstLine: number): YamlRead {
  const unreadable = (line: number, reason: string): YamlRead => ({
    outcome: 'unreadable',
    fault: { line, reason },
  });
  const tooDeep = lineTooDeep(text);
  if (tooDeep !== null) return unreadable(firstLine - 1 + tooDeep, 'it is nested too deep');
  const counter = new LineCounter();
  const lineAt = (offset: number): number => firstLine - 1 + counter.linePos(offset).line;
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const reason = error.message.split('\n', 1).join('').toLowerCase();
    return unreadable(lineAt(error.pos[0]), shorten(reason));
  }
  const alias = /(?:^|[\s[{,:-])\*[^\s,[\]{}*]+/u.exec(text);
  const value = valueOf(document);
  if (value === aliasUsed) return unreadable(lineAt(alias?.index ?? 0), 'it uses an alias (*name)');
  return {
    outcome: 'read',
    yaml: {
      value,
      lineOf: (path) => lineAt(findNode(document, path).start),
      scalarAt: (path) => {
        const { node } = findNode(document, path);
        if (!isScalar(node) || node.range === undefined || node.range === null) return null;
        const [start, end] = node.range;
        return {
          source: text.slice(start, end),
          line: lineAt(start),
          isLiteral: node.type === 'BLOCK_LITERAL',
        };
      },
    },
  };
}

/** Texts of several lines in quotes on one line: as blocks, and quoted over several lines, some do not read back. */
const oneLineTexts = {
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Infinity,
} as const;

/** Keys with texts and lists of texts as YAML, which `readYaml` reads back to the letter. */
export function writeYaml(value: Readonly<Record<string, string | readonly string[]>>): string {
  const yaml = stringify(value, oneLineTexts);
  if (lineTooDeep(yaml) === null) return yaml;
  // Brackets in texts would be counted as nesting; in quotes they can be written as numbers.
  const quoted = stringify(value, {
    ...oneLineTexts,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  return quoted.replace(/[[\]{}]/gu, (bracket) => `\\x${bracket.charCodeAt(0).toString(16)}`);
}

const aliasUsed = Symbol('alias used');

function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof ReferenceError) return aliasUsed;
    throw error;
  }
}

interface FoundNode {
  readonly node: Node | null;
  /** Offset of the key or the item. */
  readonly start: number;
}

function findNode(document: Document.Parsed, path: readonly PropertyKey[]): FoundNode {
  let found: FoundNode = { node: document.contents, start: document.contents?.range[0] ?? 0 };
  for (const step of path) {
    const child = findChild(found.node, step);
    if (child === null) break;
    found = child;
  }
  return found;
}

function findChild(node: Node | null, step: PropertyKey): FoundNode | null {
  if (isSeq(node) && typeof step === 'number') return foundAt(node.items[step], node.items[step]);
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
  return pair === undefined ? null : foundAt(pair.value, pair.key);
}

function foundAt(node: unknown, place: unknown): FoundNode | null {
  if (!isNode(place)) return null;
  return { node: isNode(node) ? node : null, start: place.range?.[0] ?? 0 };
}

/** FAQ lists and front matter have three levels. */
const deepestBrackets = 100;
const deepestIndent = 200;

/** The first line that opens too many brackets or stands too far to the right; null when there is none. */
function lineTooDeep(text: string): number | null {
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const indent = /^(?:[-?:]?\s)*/u.exec(line)?.[0].length ?? 0;
    if (indent > deepestIndent && line.trim() !== '') return index + 1;
    for (const [bracket] of line.matchAll(/[[\]{}]/gu)) {
      depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
      if (depth > deepestBrackets) return index + 1;
    }
  }
  return null;
}
