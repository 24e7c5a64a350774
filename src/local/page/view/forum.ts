import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChannelView } from '../../page-views.ts';
import { openChannel } from '../act/navigate.ts';
import { findUser, messagesIn } from '../model/look-up.ts';
import { focusSoon } from '../page.ts';
import type { Page } from '../page.ts';
import { messageTime } from './format-time.ts';
import { icon } from './icons.ts';
import { plainText } from './markdown.ts';

/** The posts of a forum, the newest first, and a button for a new one. */
export function viewForum(page: Page, forum: ChannelView): TemplateResult {
  const posts = page.store.state.channels.filter(({ parentId }) => parentId === forum.id).reverse();
  const startPost = (): void => {
    page.store.change({ dialog: { kind: 'new-post', forumId: forum.id } });
    focusSoon('.dialog [name=name]');
  };
  return html`<div class="scroller forum">
    <div class="forum-head">
      <p>${forum.topic}</p>
      <button class="button primary" type="button" ?disabled=${!forum.canSend} @click=${startPost}>
        ${icon('plus', 18)} New post
      </button>
    </div>
    ${
      posts.length === 0
        ? html`<p class="forum-empty">
            No posts yet. Write the first one; Footnote answers in it when you mention it.
          </p>`
        : html`<ul>
            ${posts.map((post) => viewPost(page, post))}
          </ul>`
    }
  </div>`;
}

function viewPost(page: Page, post: ChannelView): TemplateResult {
  const { state } = page.store;
  const messages = messagesIn(state, post.id);
  const [first] = messages;
  const last = messages.at(-1);
  return html`<li>
    <button
      type="button"
      class="post"
      @click=${() => {
        openChannel(page, post.id);
      }}
    >
      <strong>${post.name}</strong>
      <span>
        ${first === undefined ? '' : `${findUser(state, first.authorId).name}: ${plainText(page, first.content)}`}
      </span>
      <small>
        ${Math.max(0, messages.length - 1)} replies
        ${last === undefined ? '' : `· ${messageTime(last.createdAtMs, state.nowMs)}`}
      </small>
    </button>
  </li>`;
}
