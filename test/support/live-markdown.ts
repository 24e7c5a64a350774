import { parseMarkdown } from '../../src/local/page/markdown/parse-markdown.ts';
import type { Block, Inline } from '../../src/local/page/markdown/syntax.ts';

/** What a reader of this Markdown sees, and every construct in it that is more than text. */
export interface Seen {
  readonly text: string;
  readonly live: readonly string[];
}

/** Reads Markdown as the page of the local Discord does, which knows nothing of how the bot writes it. */
export function readMarkdown(markdown: string): Seen {
  return join(parseMarkdown(markdown).map(readBlock), '\n');
}

function readBlock(block: Block): Seen {
  switch (block.kind) {
    case 'paragraph':
      return readInlines(block.inline);
    case 'small-print':
    case 'heading':
      return mark(block.kind, readInlines(block.inline));
    case 'quote':
      return mark('quote', join(block.blocks.map(readBlock), '\n'));
    case 'code-block':
      return { text: block.code, live: ['code-block'] };
    case 'list':
      return mark(
        'list',
        join(
          block.items.map((item) => readInlines(item.inline)),
          '\n',
        ),
      );
  }
}

function readInlines(inlines: readonly Inline[]): Seen {
  return join(inlines.map(readInline), '');
}

function readInline(inline: Inline): Seen {
  switch (inline.kind) {
    case 'text':
      return { text: inline.text, live: [] };
    case 'styled':
      return mark(inline.style, readInlines(inline.inline));
    case 'link': {
      const label = readInlines(inline.inline);
      return mark(label.text === inline.url ? 'address' : `masked ${inline.url}`, label);
    }
    case 'code':
      return { text: inline.code, live: ['code'] };
    case 'mention':
    case 'command':
    case 'emoji':
    case 'timestamp':
      return { text: '', live: [inline.kind] };
  }
}

function mark(construct: string, seen: Seen): Seen {
  return { text: seen.text, live: [construct, ...seen.live] };
}

function join(seen: readonly Seen[], separator: string): Seen {
  return { text: seen.map(({ text }) => text).join(separator), live: seen.flatMap(({ live }) => live) };
}
