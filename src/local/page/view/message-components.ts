import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type {
  BlockView,
  ButtonView,
  ContainerView,
  MessageView,
  PictureView,
  SelectView,
} from '../../page-views.ts';
import { chooseOptions, clickButton } from '../act/use-components.ts';
import { cssColor } from '../model/look-up.ts';
import type { Page } from '../page.ts';
import { icon } from './icons.ts';
import { viewMarkdown } from './markdown.ts';
import { viewSelectMenu } from './select-menu.ts';

type Block<K extends BlockView['kind']> = Extract<BlockView, { kind: K }>;

/** Components V2, for which the package has no elements: containers, text, sections, separators, buttons, menus. */
export function viewComponents(page: Page, message: MessageView): readonly TemplateResult[] {
  return message.components.map((component) =>
    component.kind === 'container'
      ? viewContainer(page, message, component)
      : viewBlock(page, message, component),
  );
}

function viewContainer(page: Page, message: MessageView, container: ContainerView): TemplateResult {
  const { accentColor, isSpoiler, blocks } = container;
  const accent = accentColor === null ? {} : { '--accent': cssColor(accentColor) };
  const classes = { container: true, 'has-accent': accentColor !== null };
  const inside = blocks.map((block) => viewBlock(page, message, block));
  return html`<div class=${classMap(classes)} style=${styleMap(accent)}>
    ${
      isSpoiler
        ? html`<details class="veil">
            <summary>Spoiler</summary>
            ${inside}
          </details>`
        : inside
    }
  </div>`;
}

function viewBlock(page: Page, message: MessageView, block: BlockView): TemplateResult {
  switch (block.kind) {
    case 'text':
      return viewMarkdown(page, block.content);
    case 'file':
      return viewFile(block.name);
    case 'gallery':
      return html`<div class="gallery">
        ${block.items.map((item) => (item.kind === 'picture' ? viewPicture(item) : viewFile(item.name)))}
      </div>`;
    case 'separator':
      return viewSeparator(block);
    case 'row':
      return html`<div class="row">${block.items.map((item) => viewItem(page, message, item))}</div>`;
    case 'section':
      return viewSection(page, message, block);
  }
}

function viewSeparator({ hasLine, isLarge }: Block<'separator'>): TemplateResult {
  const classes = { separator: true, 'is-large': isLarge, 'has-line': hasLine };
  return html`<div class=${classMap(classes)} role=${hasLine ? 'separator' : 'presentation'}></div>`;
}

function viewSection(page: Page, message: MessageView, block: Block<'section'>): TemplateResult {
  const { accessory } = block;
  return html`<div class="section">
    <div class="section-texts">${block.texts.map(({ content }) => viewMarkdown(page, content))}</div>
    ${accessory.kind === 'button' ? viewButton(page, message, accessory) : viewFile(accessory.name)}
  </div>`;
}

export function viewFile(name: string): TemplateResult {
  return html`<div class="file">${icon('file')} ${name}</div>`;
}

function viewPicture({ address, description, width, height }: PictureView): TemplateResult {
  return html`<a href=${address} target="_blank" rel="noopener noreferrer"
    ><img src=${address} alt=${description} width=${width} height=${height}
  /></a>`;
}

function viewItem(page: Page, message: MessageView, item: ButtonView | SelectView): TemplateResult {
  if (item.kind === 'button') return viewButton(page, message, item);
  return viewSelectMenu(page, item, {
    key: `${message.id}/${item.customId}`,
    chosen: item.options.filter(({ isDefault }) => isDefault).map(({ value }) => value),
    onChosen: (values) => void chooseOptions(page, message.id, item.customId, values),
  });
}

function viewButton(page: Page, message: MessageView, button: ButtonView): TemplateResult {
  const { customId, url, isDisabled } = button;
  const label = html`${button.emoji === null ? nothing : html`<span class="emoji">${button.emoji}</span>`}
    <span>${button.label}</span>`;
  if (url !== null) {
    return html`<a class="button link" href=${url} target="_blank" rel="noopener noreferrer"
      >${label}${icon('link', 16)}</a
    >`;
  }
  const isWaiting = page.store.state.interactions.some(
    ({ view, origin }) =>
      view.status === 'waiting' && origin?.messageId === message.id && origin.customId === customId,
  );
  const click = (): void => {
    if (customId !== null && !isWaiting) void clickButton(page, message.id, customId);
  };
  return html`<button
    class="button ${button.style}"
    type="button"
    ?disabled=${isDisabled}
    aria-busy=${isWaiting ? 'true' : 'false'}
    @click=${click}
  >
    ${label}
  </button>`;
}
