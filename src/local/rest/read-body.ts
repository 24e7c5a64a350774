import { limits } from '../validation/limits.ts';
import type { Upload } from '../world/records.ts';
import { entityTooLarge, invalidForm } from './api-error.ts';
import { measurePicture } from './measure-picture.ts';

/** The body of a request. */
export interface RequestBody {
  /** The JSON body, or that of `payload_json`; null without one. */
  readonly json: unknown;
  readonly files: readonly Upload[];
}

const parseJson = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw invalidForm([{ path: [], code: 'JSON_INVALID', message: 'The body is no JSON.' }]);
  }
};

/** Whether a body of this type has parts. */
export const isMultipart = (contentType: string | undefined): boolean =>
  contentType?.startsWith('multipart/form-data') ?? false;

/** JSON as it is, or the parts of a multipart body; `addressOf` gives the URL that a file is served under. */
export const readBody = async (
  body: string | FormData,
  nextId: () => string,
  addressOf: (id: string, fileName: string) => string,
): Promise<RequestBody> => {
  if (typeof body === 'string') return { json: parseJson(body), files: [] };
  const payload = body.get('payload_json');
  const uploads = [...body].flatMap(([key, value]) => (typeof value === 'string' ? [] : [{ key, value }]));
  const size = uploads.reduce((sum, { value }) => sum + value.size, 0);
  if (size > limits.uploadBytes) throw entityTooLarge();
  const files = await Promise.all(
    uploads.map(async ({ key, value }): Promise<Upload> => {
      const bytes = new Uint8Array(await value.arrayBuffer());
      const id = nextId();
      const url = addressOf(id, value.name);
      const attachment = {
        id,
        filename: value.name,
        size: bytes.length,
        url,
        proxy_url: url,
        content_type: value.type,
        ...measurePicture(bytes),
      };
      return { partId: /^files\[(\d+)\]$/u.exec(key)?.[1] ?? null, attachment, bytes };
    }),
  );
  return { json: typeof payload === 'string' ? parseJson(payload) : null, files };
};
