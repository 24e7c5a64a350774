import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the bot's programs: `main.js` and the thread `library-worker.js`. */
    readonly botFolder: string;
  }
}

/**
 * Bundles the bot once for all tests that run it as a process: as it is written, each of its processes and threads takes
 * a second longer to start. The folder is one of the project, so that packages are found.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const source = new URL('../../src/', import.meta.url);
  const botFolder = fileURLToPath(new URL(`../../dist/bot-${process.pid}`, import.meta.url));
  await build({
    entryPoints: {
      main: fileURLToPath(new URL('main.ts', source)),
      'library-worker': fileURLToPath(new URL('worker/library-worker.ts', source)),
    },
    outdir: botFolder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    external: ['#*'],
  });
  project.provide('botFolder', botFolder);
  return () => rm(botFolder, { recursive: true });
}
