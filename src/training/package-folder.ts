import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Packages that were installed outside of the project. */
export interface PackageFolder {
  /** What a package exports; of any shape, since nothing here knows the package. */
  load(name: string): unknown;
  /** Path of a file of a package. */
  pathOf(file: string): string;
}

/**
 * Installs packages, each as `name@version`, in a temporary folder for as long as `use` takes: the project needs them
 * once and must not depend on them. Their install scripts do not run.
 * @throws Error when npm cannot install them.
 */
export async function withPackages<Result>(
  packages: readonly string[],
  use: (folder: PackageFolder) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-packages-'));
  try {
    // Without it npm would look for a project in the folders above.
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-save', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
    await promisify(execFile)('npm', ['install', ...flags, ...packages], { cwd: folder });
    const require = createRequire(join(folder, 'package.json'));
    return await use({
      load: (name) => {
        const exported: unknown = require(name);
        return exported;
      },
      pathOf: (file) => join(folder, 'node_modules', file),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
