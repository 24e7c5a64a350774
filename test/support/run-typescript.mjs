// Given to `node --import`, it runs TypeScript in this thread and in those that it starts. `--import tsx` does so in the
// first thread only, on Node 20: https://github.com/privatenumber/tsx/issues/354
import { register } from 'tsx/esm/api';

register();
