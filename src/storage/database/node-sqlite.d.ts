import type { DatabaseSync } from '@photostructure/sqlite';

declare global {
  namespace NodeJS {
    interface Process {
      /** The types of Node 20, which we are checked against, do not know it yet; both have the same interface. */
      getBuiltinModule(id: 'node:sqlite'): { readonly DatabaseSync: typeof DatabaseSync };
    }
  }
}
