import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { isReadable } from '../corpus/parse-corpus.ts';
import type { Problem } from '../corpus/problem.ts';

import { fileProblem, reasonOf } from './file-problem.ts';

/** A regular file in the knowledge folder that may be read. */
export interface FoundFile {
  /** Relative to the knowledge folder, with forward slashes. */
  readonly path: string;
  /** Where it really lies: links are followed, and lead to nowhere outside of the folder. */
  readonly realPath: string;
}

interface FilesFound {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

const deepestFolder = 32;
const mostFiles = 50_000;
/** Documents that people expect to be read, but that first have to be saved as text. */
const unsupported = new Set(['.docx', '.doc', '.pdf', '.rtf', '.odt']);

/**
 * Every readable file below `root`, which is a real path, in path order. Hidden files, `node_modules` and files that
 * are no documents (pictures and the like) are passed over; whatever else is left out gets a problem.
 */
export async function findFiles(root: string): Promise<FilesFound> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const found of await listFolder(root, folder.path)) {
      if (found.kind === 'file') files.push(found.file);
      else if (found.kind === 'problem') problems.push(found.problem);
      else if (folder.depth < deepestFolder) folders.push({ path: found.path, depth: folder.depth + 1 });
      else problems.push(tooDeep(found.path));
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const surplus = files[mostFiles];
  if (surplus !== undefined) problems.push(tooMany(surplus.path, files.length));
  return { files: files.slice(0, mostFiles), problems };
}

function tooDeep(path: string): Problem {
  const message = `unexpected folder below ${deepestFolder} others, expected it higher up`;
  return fileProblem(path, 'deep-folder', message);
}

function tooMany(path: string, count: number): Problem {
  const message = `unexpected number of ${count} files, expected at most ${mostFiles}: this and all after it are left out`;
  return fileProblem(path, 'too-many-files', message);
}

type Found =
  | { readonly kind: 'file'; readonly file: FoundFile }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

async function listFolder(root: string, folder: string): Promise<readonly Found[]> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    const message = `unexpected folder that cannot be read (${reasonOf(error)}), expected permission to read it`;
    return [{ kind: 'problem', problem: fileProblem(folder, 'unreadable-file', message) }];
  }
  const seen = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  const found = await Promise.all(
    seen.map((entry) => examine(root, folder === '' ? entry.name : `${folder}/${entry.name}`, entry)),
  );
  return found.flat();
}

async function examine(root: string, path: string, entry: Dirent): Promise<readonly Found[]> {
  if (entry.isDirectory()) return [{ kind: 'folder', path }];
  if (entry.isSymbolicLink()) return followLink(root, path);
  return entry.isFile() ? examineFile(path, join(root, path)) : [notAFile(path)];
}

function examineFile(path: string, realPath: string): readonly Found[] {
  if (isReadable(path)) return [{ kind: 'file', file: { path, realPath } }];
  const extension = extname(path).toLowerCase();
  if (!unsupported.has(extension)) return [];
  const message = `unexpected ${extension} file, expected it saved as .md, .txt or .html`;
  return [
    { kind: 'problem', problem: { ...fileProblem(path, 'unsupported-file', message), severity: 'warning' } },
  ];
}

function notAFile(path: string): Found {
  const message = 'unexpected device, pipe or socket, expected a regular file';
  return { kind: 'problem', problem: fileProblem(path, 'not-a-file', message) };
}

/** A link may stand for a file inside of the folder. Folders are not entered through links, which may form circles. */
async function followLink(root: string, path: string): Promise<readonly Found[]> {
  const refuse = (message: string): readonly Found[] => [
    { kind: 'problem', problem: fileProblem(path, 'linked-file', message) },
  ];
  try {
    const realPath = await realpath(join(root, path));
    if (!isInside(root, realPath))
      return refuse('unexpected link out of the knowledge folder, expected a copy of the file');
    const target = await stat(realPath);
    if (target.isDirectory()) return refuse('unexpected link to a folder, expected the folder itself');
    return target.isFile() ? examineFile(path, realPath) : [notAFile(path)];
  } catch (error) {
    return refuse(`unexpected link that leads nowhere (${reasonOf(error)}), expected a file`);
  }
}

/** Whether a real path lies below the real path of a folder. */
export function isInside(root: string, realPath: string): boolean {
  return realPath.startsWith(root.endsWith('/') || root.endsWith('\\') ? root : join(root, '/'));
}
