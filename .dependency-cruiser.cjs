// The one-way flow of ARCHITECTURE.md: a folder imports only itself and folders before it in this list.
const stages = ['text', 'corpus', 'passages', 'search', 'answer', 'library', 'render', 'discord'];
const pure = ['text', 'corpus', 'passages', 'search', 'answer', 'render'];

const later = (stage) => stages.slice(stages.indexOf(stage) + 1).join('|');

module.exports = {
  forbidden: [
    ...stages.slice(0, -1).map((stage) => ({
      name: `${stage}-looks-only-up`,
      comment: 'Data flows one way; see ARCHITECTURE.md.',
      severity: 'error',
      from: { path: `^src/${stage}/` },
      to: { path: `^(src/(${later(stage)}|storage|web|local|config|logging)/|commands/)` },
    })),
    {
      name: 'discord-knows-no-command',
      severity: 'error',
      from: { path: '^src/discord/' },
      to: { path: '^(src/(storage|web|local|worker)/|commands/)' },
    },
    {
      name: 'pure-stages-import-no-node-module',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'minisearch-lives-in-search',
      severity: 'error',
      from: { pathNot: '^(src/search/|test/)' },
      to: { path: 'node_modules/minisearch' },
    },
    {
      name: 'discordjs-lives-at-the-edge',
      severity: 'error',
      from: { pathNot: '^(src/discord/|commands/|src/[^/]+\\.ts$|test/)' },
      to: { path: 'node_modules/discord\\.js' },
    },
    {
      name: 'commands-are-islands',
      severity: 'error',
      from: { path: '^commands/([^/]+)\\.ts$' },
      to: { path: '^commands/', pathNot: '^commands/$1\\.ts$' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/(storage|web|local)/' },
      to: { path: '^src/(storage|web|local)/', pathNot: '^src/$1/' },
    },
    {
      name: 'threads-are-started-by-entry-points-only',
      comment: 'Everything else is given a library and does not know where it lives.',
      severity: 'error',
      from: { path: '^(src/[^/]+/|commands/)', pathNot: '^src/worker/' },
      to: { path: '^src/worker/' },
    },
    {
      name: 'threads-know-no-discord',
      comment: 'A thread starts at every refresh, and loads what it needs and nothing else.',
      severity: 'error',
      from: { path: '^src/worker/' },
      to: { path: '^(src/(render|discord|local)/|commands/)' },
    },
    {
      name: 'training-serves-entry-points-only',
      comment: 'What is learned before is data to the bot; it never learns while it runs.',
      severity: 'error',
      from: { path: '^(src/[^/]+/|commands/)', pathNot: '^src/training/' },
      to: { path: '^src/training/' },
    },
    {
      name: 'local-discord-is-loaded-on-request-only',
      comment: 'A bot with a token never loads it.',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/(local/|start-local\\.ts$)' },
      to: { path: '^src/(local/|start-local\\.ts$)', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
