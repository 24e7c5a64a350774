/** The types of Node 20, which we are checked against, do not know it yet; both have the same interface. */
declare module 'node:sqlite' {
  export { DatabaseSync } from '@photostructure/sqlite';
}
