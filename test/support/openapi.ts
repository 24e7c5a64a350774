import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import type { RequestRecord } from '../../src/local/ledger/ledger.ts';

const file = fileURLToPath(new URL('../../../shared/discord/openapi.json', import.meta.url));

/** Discord's own description of its API stands beside the repository in CI; elsewhere nothing is validated with it. */
export const hasOpenApi = existsSync(file);

const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const operationShape = z.looseObject({
  requestBody: z.looseObject({
    content: z.looseObject({ 'application/json': z.looseObject({ schema: z.unknown() }) }),
  }),
});

const pointerPart = (text: string): string =>
  encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Holds request bodies against Discord's OpenAPI file. */
export class OpenApi {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  readonly #paths: z.infer<typeof documentShape>['paths'];
  readonly #validators = new Map<string, ValidateFunction | null>();

  constructor() {
    const document = documentShape.parse(JSON.parse(readFileSync(file, 'utf8')));
    this.#paths = document.paths;
    this.#ajv.addSchema(document, 'openapi');
  }

  /** One sentence for each fault of the request's body; none when it has no body or fits. */
  findFaults(request: RequestRecord): readonly string[] {
    if (request.body === null || request.route === null) return [];
    const method = request.method.toLowerCase();
    const validate = this.#validator(request.route, method);
    const place = `${request.method} ${request.route}`;
    if (validate === null) return [`${place} takes no body`];
    if (validate(request.body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${place} ${instancePath}: ${message ?? 'wrong'}`,
    );
  }

  #validator(route: string, method: string): ValidateFunction | null {
    const key = `${method} ${route}`;
    const known = this.#validators.get(key);
    if (known !== undefined) return known;
    const operation = operationShape.safeParse(this.#paths[route]?.[method]);
    const pointer = ['paths', route, method, 'requestBody', 'content', 'application/json', 'schema'];
    const validate = operation.success
      ? this.#ajv.compile({ $ref: `openapi#/${pointer.map(pointerPart).join('/')}` })
      : null;
    this.#validators.set(key, validate);
    return validate;
  }
}
