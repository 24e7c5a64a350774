import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { openCommand, slashCommands } from '../act/compose.ts';
import { openChannel, openDirect } from '../act/navigate.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Block, Inline, InlineStyle, ListItem, MentionTarget } from '../markdown/syntax.ts';
import { channelTitle, findUser } from '../model/look-up.ts';
import type { Page } from '../page.ts';
import { fullTime, timestampText } from './format-time.ts';

/** A message's text as Discord shows it; everything becomes nodes, nothing is read as HTML. */
export function viewMarkdown(page: Page, source: string): TemplateResult {
  return html`<div class="markdown">${viewBlocks(page, parseMarkdown(source))}</div>`;
}

/** The same without blocks, for a preview on one line. */
export function plainText(page: Page, source: string): string {
  const text = (inline: readonly Inline[]): string =>
    inline.map((piece) => inlineText(page, piece, text)).join('');
  const ofBlock = (block: Block): string => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
      case 'small-print':
        return text(block.inline);
      case 'quote':
        return block.blocks.map(ofBlock).join(' ');
      case 'code-block':
        return block.code;
      case 'list':
        return block.items.map(({ inline }) => text(inline)).join(' ');
    }
  };
  return parseMarkdown(source).map(ofBlock).join(' ').replaceAll('\n', ' ');
}

function inlineText(page: Page, piece: Inline, ofMany: (inline: readonly Inline[]) => string): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'styled':
    case 'link':
      return ofMany(piece.inline);
    case 'code':
      return piece.code;
    case 'mention':
      return mentionText(page, piece.target, piece.id);
    case 'command':
      return `/${piece.name}`;
    case 'emoji':
      return `:${piece.name}:`;
    case 'timestamp':
      return timestampText(piece.atMs, piece.style, page.store.state.nowMs);
  }
}

function viewBlocks(page: Page, blocks: readonly Block[]): readonly TemplateResult[] {
  return blocks.map((block) => viewBlock(page, block));
}

function viewBlock(page: Page, block: Block): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${viewInlines(page, block.inline)}</p>`;
    case 'heading':
      return html`<discord-header level=${block.level}>${viewInlines(page, block.inline)}</discord-header>`;
    case 'small-print':
      return html`<discord-subscript>${viewInlines(page, block.inline)}</discord-subscript>`;
    case 'quote':
      return html`<discord-quote>${viewBlocks(page, block.blocks)}</discord-quote>`;
    case 'code-block':
      return html`<pre class="code-block"><code>${block.code}</code></pre>`;
    case 'list':
      return block.start === null
        ? html`<ul>
            ${viewItems(page, block.items)}
          </ul>`
        : html`<ol start=${block.start}>
            ${viewItems(page, block.items)}
          </ol>`;
  }
}

function viewItems(page: Page, items: readonly ListItem[]): readonly TemplateResult[] {
  return items.map(
    ({ inline, nested }) => html`<li>${viewInlines(page, inline)}${viewBlocks(page, nested)}</li>`,
  );
}

function viewInlines(page: Page, inline: readonly Inline[]): readonly TemplateResult[] {
  return inline.map((piece) => viewInline(page, piece));
}

function viewInline(page: Page, piece: Inline): TemplateResult {
  switch (piece.kind) {
    case 'text':
      return viewText(piece.text);
    case 'styled':
      return viewStyled(piece.style, viewInlines(page, piece.inline));
    case 'code':
      return html`<code class="inline-code">${piece.code}</code>`;
    case 'link':
      return html`<a href=${piece.url} target="_blank" rel="noopener noreferrer" title=${piece.url}
        >${viewInlines(page, piece.inline)}</a
      >`;
    case 'mention':
      return viewMention(page, piece.target, piece.id);
    case 'command':
      return viewCommand(page, piece.name);
    case 'emoji':
      return html`<span>:${piece.name}:</span>`;
    case 'timestamp': {
      const text = timestampText(piece.atMs, piece.style, page.store.state.nowMs);
      return html`<discord-time title=${fullTime(piece.atMs)}>${text}</discord-time>`;
    }
  }
}

function viewText(text: string): TemplateResult {
  return html`${text.split('\n').map((line, index) => html`${index === 0 ? nothing : html`<br />`}${line}`)}`;
}

function viewStyled(style: InlineStyle, inside: readonly TemplateResult[]): TemplateResult {
  switch (style) {
    case 'bold':
      return html`<strong>${inside}</strong>`;
    case 'italic':
      return html`<em>${inside}</em>`;
    case 'underline':
      return html`<u>${inside}</u>`;
    case 'strike':
      return html`<s>${inside}</s>`;
    case 'spoiler':
      return html`<discord-spoiler
        tabindex="0"
        role="button"
        aria-label="Spoiler, press to show"
        @keydown=${reveal}
        >${inside}</discord-spoiler
      >`;
  }
}

function viewMention(page: Page, target: MentionTarget, id: string): TemplateResult {
  const name = mentionText(page, target, id).slice(1);
  const { viewerId, channels } = page.store.state;
  const open = (): void => {
    if (target === 'user' && id !== viewerId) void openDirect(page, id);
    if (target === 'channel' && channels.some((channel) => channel.id === id)) openChannel(page, id);
  };
  const type = target === 'channel' ? 'channel' : 'user';
  return html`<discord-mention type=${type} tabindex="0" role="button" @click=${open} @keydown=${pressAsClick}
    >${name}</discord-mention
  >`;
}

function mentionText(page: Page, target: MentionTarget, id: string): string {
  const { state } = page.store;
  switch (target) {
    case 'user':
      return `@${findUser(state, id).name}`;
    case 'channel': {
      const channel = state.channels.find((each) => each.id === id);
      return `#${channel === undefined ? 'unknown' : channelTitle(state, channel)}`;
    }
    case 'role':
      return `@${state.guilds.some((guild) => guild.id === id) ? 'everyone' : 'role'}`;
    case 'everyone':
      return `@${id}`;
  }
}

function viewCommand(page: Page, name: string): TemplateResult {
  const open = (): void => {
    const command = slashCommands(page).find((each) => each.name === name);
    if (command !== undefined) openCommand(page, command);
  };
  return html`<discord-mention type="slash" tabindex="0" role="button" @click=${open} @keydown=${pressAsClick}
    >${name}</discord-mention
  >`;
}

const pressKeys: readonly string[] = ['Enter', ' '];

/** The keyboard presses what the package makes for the mouse only. */
function pressAsClick(event: KeyboardEvent): void {
  if (!pressKeys.includes(event.key) || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.click();
}

function reveal(event: KeyboardEvent): void {
  if (!pressKeys.includes(event.key) || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.setAttribute('activated', '');
}
