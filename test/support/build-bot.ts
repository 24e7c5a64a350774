import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the bot's programs. */
    readonly botFolder: string;
  }
}

const programs = {
  main: 'main.ts',
  ask: 'ask.ts',
  backup: 'backup.ts',
  check: 'check.ts',
  eval: 'eval.ts',
  export: 'export.ts',
  import: 'import.ts',
  move: 'move.ts',
  register: 'register.ts',
  'library-worker': 'worker/library-worker.ts',
} as const;

/** What tests run as a process or thread of its own. */
export type Program = keyof typeof programs;

/**
 * Bundles the bot once for all tests that run it as a process: as it is written, each of its processes and threads takes
 * a second longer to start. The folder is one of the project, so that packages are found.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const source = fileURLToPath(new URL('../../src', import.meta.url));
  const botFolder = fileURLToPath(new URL(`../../dist/bot-${process.pid}`, import.meta.url));
  await build({
    entryPoints: programs,
    absWorkingDir: source,
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
