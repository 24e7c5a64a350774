import './parse-without-eval.ts';
import '@fontsource-variable/noto-sans/wght-italic.css';
import '@fontsource-variable/noto-sans/wght.css';
import '@skyra/discord-components-core/discord-command.js';
import '@skyra/discord-components-core/discord-header.js';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-quote.js';
import '@skyra/discord-components-core/discord-reply.js';
import '@skyra/discord-components-core/discord-spoiler.js';
import '@skyra/discord-components-core/discord-subscript.js';
import '@skyra/discord-components-core/discord-time.js';
import { render } from 'lit';
import { typeAnywhere } from './act/type-anywhere.ts';
import { channelInAddress, chosenPerson, loadCommands, preferredTheme } from './act/navigate.ts';
import { connect } from './connection.ts';
import { applyMessage } from './model/apply-message.ts';
import { createPageState } from './model/page-state.ts';
import { focusSoon } from './page.ts';
import type { Page } from './page.ts';
import { createStore } from './store.ts';
import './style/main.css';
import { viewApp } from './view/app.ts';
import { restyleComponents } from './view/restyle-components.ts';

/** "in 3 seconds" and "is typing" go on by themselves. */
const tickMs = 1000;

restyleComponents();

const store = createStore(
  { ...createPageState(preferredTheme(), Date.now()), channelId: channelInAddress() },
  () => {
    document.documentElement.dataset['theme'] = store.state.theme;
    render(viewApp(page), document.body);
    const { channelId, connection } = store.state;
    if (channelId !== null && connection === 'open') void loadCommands(page, channelId);
  },
);
const connection = connect(`ws://${location.host}/`, {
  onOpen: () => {
    connection.enter(chosenPerson());
  },
  onMessage: (message) => {
    store.change({ nowMs: Date.now() });
    const isFirst = store.state.connection === 'connecting';
    store.change(applyMessage(store.state, message));
    if (isFirst) focusSoon('#composer');
  },
  onLost: () => {
    store.change({ connection: 'lost' });
  },
});
const page: Page = { store, connection };

document.addEventListener('keydown', (event) => {
  typeAnywhere(page, event);
});

setInterval(() => {
  store.change({ nowMs: Date.now() });
}, tickMs);
