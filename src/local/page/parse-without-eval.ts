import { config } from 'zod';

// The page's Content-Security-Policy lets no parser be compiled from text. zod decides when a schema is made, so this
// module stands before every other in main.ts.
config({ jitless: true });
