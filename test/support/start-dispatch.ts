import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Events } from 'discord.js';

import { createAskedQuestions } from '../../src/discord/asked-questions.ts';
import { createCooldown } from '../../src/discord/cooldown.ts';
import { createClient } from '../../src/discord/create-client.ts';
import { createDispatch, type Refusal } from '../../src/discord/dispatch.ts';
import { createDrafts } from '../../src/discord/drafts.ts';
import { createDrawPicture } from '../../src/discord/draw-picture.ts';
import { createEntryDrafts } from '../../src/discord/entry-drafts.ts';
import type { Jobs } from '../../src/discord/find-job.ts';
import { createPoster, type Poster } from '../../src/discord/poster.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import { createCallbackClient, createReplyClient } from '../../src/discord/responder.ts';
import { createSeenIds } from '../../src/discord/seen-ids.ts';
import { createRules } from '../../src/discord/server-rules.ts';
import { createLibrary } from '../../src/library/create-library.ts';
import { holdSettings } from '../../src/library/hold-settings.ts';
import type { Library } from '../../src/library/library.ts';
import { createAuditNoter } from '../../src/library/note-audit.ts';
import { createGapNoter } from '../../src/library/note-gaps.ts';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { createFileKnowledge } from '../../src/storage/file-knowledge.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';
import { openStore } from '../../src/storage/database/open-store.ts';

import { KnowledgeFolder } from './knowledge-folder.ts';
import { nextEvent } from './next-event.ts';

export interface DispatchOptions {
  readonly jobs: Jobs;
  readonly onRefused: (refused: Refusal) => void;
  /** What questions are answered from; by default a library without any knowledge. */
  readonly library?: Library;
}

/** discord.js on a Discord on loopback; its interactions go through the real dispatcher to jobs of the test's own. */
export interface DispatchRig {
  readonly discord: LocalDiscord;
  readonly poster: Poster;
  /** Messages of the log, oldest first. */
  readonly logged: readonly string[];
  /** Resolves once everything that arrived so far is done with. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const startDispatch = async ({ jobs, onRefused, library }: DispatchOptions): Promise<DispatchRig> => {
  const logged: string[] = [];
  const log = (_fields: unknown, message: string): void => void logged.push(message);
  const logger = { info: log, warn: log, error: log };
  const clock = { now: () => Date.now() };
  const dataFolder = await mkdtemp(join(tmpdir(), 'footnote-dispatch-'));
  const folder = await KnowledgeFolder.create();
  const knowledge = createFileKnowledge({ folder: folder.path });
  const store = await openStore({ dataFolder, databaseUrl: null, logger });
  const parts = { store, clock, logger };
  const asked = library ?? (await createLibrary({ ...parts, knowledge, meaning: await loadMeaning() }));
  const settings = await holdSettings(store, logger);
  const rulesOf = createRules(settings, { answerChannels: [], moderatorRoles: [], cooldownSeconds: 0 });
  const services = {
    library: asked,
    store,
    gaps: createGapNoter({ ...parts, library: asked }),
    audit: createAuditNoter(store.audit, logger),
    drafts: createDrafts(),
    entryDrafts: createEntryDrafts(),
    ownQuestions: () => Promise.resolve([]),
    placesOf: () => [],
    mayWriteIn: () => true,
    settings,
    rulesOf,
    operatorChannels: () => [],
    operatorCooldown: 0,
    readsContent: false,
    shards: () => ({ here: [], count: 1 }),
    askedQuestions: createAskedQuestions(),
    drawPicture: createDrawPicture(logger),
  };
  const discord = await startLocalDiscord();
  const client = createClient({
    apiUrl: discord.restUrl,
    readsContent: false,
    throttler: { waitForIdentify: () => Promise.resolve() },
    shards: { ids: [0], count: 1 },
  });
  const { rest } = client;
  const poster = createPoster(rest, logger);
  const dispatch = createDispatch({
    jobs,
    services,
    onRefused,
    cooldown: createCooldown(),
    poster,
    seenIds: createSeenIds(),
    callbacks: createCallbackClient(discord.restUrl),
    replies: createReplyClient(discord.restUrl, rest),
    rulesOf,
    clock,
    logger,
  });
  const running: Promise<void>[] = [];
  client.on(Events.InteractionCreate, (interaction) => void running.push(dispatch(interaction)));
  const ready = nextEvent(client, Events.ClientReady);
  await client.login(discord.botToken);
  await ready;
  await registerCommands({
    rest,
    applicationId: discord.applicationId,
    guildId: null,
    commands: jobs.commands,
  });
  return {
    discord,
    poster,
    logged,
    async settled() {
      await Promise.all(running);
    },
    async stop() {
      await client.destroy();
      await discord.close();
      await store.close();
      await folder.remove();
      await rm(dataFolder, { recursive: true });
    },
  };
};
