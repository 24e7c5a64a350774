import { Events, RESTEvents, type Client } from 'discord.js';

import { badToken, stopForCloseCode, tooManyRefusals, type FatalStop } from './fatal-stop.ts';

const mostRefusals = 500;

/** Calls `onFatal` when the client has come to an end that it does not notice itself. */
export function watchFatal(client: Client, onFatal: (stop: FatalStop) => void): void {
  client.on(Events.ShardDisconnect, ({ code }) => {
    const stop = stopForCloseCode(code);
    if (stop !== null) onFatal(stop);
  });
  client.on(Events.Invalidated, () => {
    onFatal(badToken);
  });
  client.rest.on(RESTEvents.Response, ({ path }, { status }) => {
    // discord.js forgets the token after a 401. The paths of interactions carry tokens of their own.
    if (status === 401 && !/^\/(?:interactions|webhooks)\//.test(path)) onFatal(badToken);
  });
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => {
    if (count >= mostRefusals) onFatal(tooManyRefusals);
  });
}
