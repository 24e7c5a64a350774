import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openStore, type StorePlace } from '../../src/storage/database/open-store.ts';
import type { Store } from '../../src/library/store.ts';

/** The two databases that can hold the store. */
export type StoreKind = 'SQLite' | 'PostgreSQL';

/** Address of a PostgreSQL server that tests may make databases in; `.ci/run` starts one. */
const serverUrl = process.env['TEST_DATABASE_URL'] ?? null;

export const lacksPostgres = serverUrl === null && process.env['CI'] !== 'true';

/** Says in the name of a test why it is skipped. */
export const nameKind = (kind: StoreKind): string =>
  kind === 'PostgreSQL' && lacksPostgres
    ? 'PostgreSQL (skipped: set TEST_DATABASE_URL to the address of a server to run these)'
    : kind;

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
let made = 0;

/** An empty place for a store, in a folder or a database of its own. */
export const makePlace = async (
  kind: StoreKind,
): Promise<{ readonly place: StorePlace; readonly remove: () => Promise<void> }> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'footnote-store-'));
  const removeFolder = (): Promise<void> => rm(dataFolder, { recursive: true, force: true });
  if (kind === 'SQLite') return { place: { dataFolder, databaseUrl: null, logger }, remove: removeFolder };
  if (serverUrl === null)
    throw new Error('TEST_DATABASE_URL is not set: these tests need a PostgreSQL server');
  made += 1;
  const name = `footnote_${process.pid}_${made}_${Date.now()}`;
  await query(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    place: { dataFolder, databaseUrl: url.href, logger },
    async remove() {
      await query(serverUrl, `drop database ${name} with (force)`);
      await removeFolder();
    },
  };
};

/** Runs one statement on a connection of its own, and gives its rows. */
export const query = async (url: string, statement: string): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(statement);
    return rows;
  } finally {
    await client.end();
  }
};

/** Opens a store in an empty place, runs a test with it, and removes both in any case. */
export const withStore = async (
  kind: StoreKind,
  run: (store: Store, place: StorePlace) => Promise<void>,
): Promise<void> => {
  const { place, remove } = await makePlace(kind);
  try {
    const store = await openStore(place);
    try {
      await run(store, place);
    } finally {
      await store.close();
    }
  } finally {
    await remove();
  }
};
