import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import type { RequestFault } from '../faults/faults.ts';
import type { OpenRequest } from '../ledger/recorder.ts';
import { ApiError, notFound, unauthorized } from './api-error.ts';
import { meetFault, type AnswerFault } from './meet-fault.ts';
import { RateLimits, type RateVerdict } from './rate-limits.ts';
import { isMultipart, readBody, type RequestBody } from './read-body.ts';
import type { Call, RestContext, Route } from './route.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { channelRoutes } from './routes/channel-routes.ts';
import { commandRoutes } from './routes/command-routes.ts';
import { interactionRoutes } from './routes/interaction-routes.ts';
import { messageRoutes } from './routes/message-routes.ts';
import { reactionRoutes } from './routes/reaction-routes.ts';
import { threadRoutes } from './routes/thread-routes.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';

interface Environment {
  Bindings: HttpBindings;
}

const routes: readonly Route[] = [
  ...accountRoutes,
  ...channelRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
  ...webhookRoutes,
];

type LateFault = AnswerFault | Extract<RequestFault, { kind: 'reset' }>;

const spoilsAnswer = (fault: RequestFault): fault is AnswerFault =>
  fault.kind === 'hang' || fault.kind === 'half-answer';

const prefix = '/api/v10';

/** Discord's REST API over hono, which does the routing on web-standard requests and is small. */
export class RestApp {
  readonly #context: RestContext;
  readonly #origin: () => string;
  readonly #rates = new RateLimits();
  readonly #hono = new Hono<Environment>();

  constructor(context: RestContext, origin: () => string) {
    this.#context = context;
    this.#origin = origin;
    for (const route of routes) {
      const path = prefix + route.template.replaceAll(/\{(\w+)\}/gu, ':$1');
      // discord.js encodes the sign of `@me`.
      this.#hono.on(route.method, [path, path.replace('@me', '%40me')], (c) => this.#answer(c, route));
    }
    this.#hono.get('/attachments/:id/:name', (c) => this.#sendFile(c));
    this.#hono.all('*', (c) => this.#answer(c, null));
  }

  get fetch(): Hono<Environment>['fetch'] {
    return this.#hono.fetch;
  }

  async #answer(c: Context<Environment>, route: Route | null): Promise<Response> {
    const path = decodeURIComponent(new URL(c.req.url).pathname).replace(prefix, '');
    const record = this.#context.recorder.openRequest({
      method: c.req.method,
      path,
      query: c.req.query(),
      body: null,
      fileNames: [],
    });
    record.route = route === null ? null : this.#routeName(route, c.req.param('message_id'));
    try {
      return await this.#run(c, route, record);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.violation !== null) {
        const [rule = '', ...details] = error.violation.split(' ');
        const what = `${record.method} ${path}: ${error.message} ${details.join(' ')}`.trimEnd();
        this.#context.recorder.recordViolation(rule, what, record.index);
      }
      return this.#send(record, error.status, error.toBody(), {});
    }
  }

  async #run(c: Context<Environment>, route: Route | null, record: OpenRequest): Promise<Response> {
    const barredMs = this.#context.invalidRequests.barredForMs();
    if (barredMs > 0) return this.#refuseBarred(record, barredMs);
    const body = await this.#read(c, record);
    const fault = this.#takeFault(record);
    const struck = fault === null ? null : await this.#strike(c, record, fault);
    if (struck !== null) return struck;
    if (route === null) throw notFound(record.path);
    this.#requireToken(c, route);
    const rate = await this.#rates.take(route, this.#majorParameter(c));
    if (rate.isLimited) return this.#refuseRate(record, rate);
    const answer = route.run(this.#toCall(c, body));
    if (fault !== null && (fault.kind === 'reset' || spoilsAnswer(fault))) return this.#spoilAnswer(c, fault);
    return this.#send(record, answer.status, answer.body, rate.headers);
  }

  /** The request took effect, but the bot never learns of it: the socket is reset, or stays open until the bot gives up. */
  #spoilAnswer(c: Context<Environment>, fault: LateFault): Response {
    if (fault.kind === 'reset') return this.#reset(c);
    if (fault.kind === 'half-answer') {
      c.env.outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 });
      c.env.outgoing.write('{"id":');
    }
    return RESPONSE_ALREADY_SENT;
  }

  async #read(c: Context<Environment>, record: OpenRequest): Promise<RequestBody> {
    const addressOf = (id: string, name: string): string =>
      `${this.#origin()}/attachments/${id}/${encodeURIComponent(name)}`;
    const form = isMultipart(c.req.header('content-type')) ? await c.req.formData() : await c.req.text();
    const body = await readBody(form, () => this.#context.world.nextId(), addressOf);
    record.body = body.json;
    record.fileNames = body.files.map(({ attachment }) => attachment.filename);
    return body;
  }

  /** The answer of a fault that strikes before the route is run; null when the route is run all the same. */
  async #strike(c: Context<Environment>, record: OpenRequest, fault: RequestFault): Promise<Response | null> {
    if (spoilsAnswer(fault)) return null;
    const met = await meetFault(fault, record.body, this.#context.world);
    if (met.kind === 'reset') return this.#reset(c);
    return met.kind === 'answer' ? this.#send(record, met.status, met.body, met.headers) : null;
  }

  #takeFault(record: OpenRequest): RequestFault | null {
    const rule = this.#context.faults.requests.take(
      ({ match }) =>
        (match.method ?? record.method) === record.method && (match.path?.test(record.path) ?? true),
    );
    record.fault = rule?.fault.kind ?? null;
    return rule?.fault ?? null;
  }

  #requireToken(c: Context<Environment>, route: Route): void {
    const isBot = c.req.header('authorization') === `Bot ${this.#context.botToken}`;
    if (route.needsBotToken && !isBot) throw unauthorized();
  }

  #toCall(c: Context<Environment>, body: RequestBody): Call {
    for (const file of body.files) this.#context.world.files.set(file.attachment.id, file);
    return {
      ...this.#context,
      param: (name) => c.req.param(name) ?? '',
      query: c.req.query(),
      body: body.json,
      uploads: body.files,
    };
  }

  #majorParameter(c: Context<Environment>): string {
    const names = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token'];
    return names.map((name) => c.req.param(name) ?? '').join(' ');
  }

  #routeName(route: Route, messageId: string | undefined): string {
    return messageId === '@original' ? route.template.replace('{message_id}', messageId) : route.template;
  }

  #refuseRate(record: OpenRequest, rate: RateVerdict): Response {
    const seconds = rate.retryAfterMs / 1_000;
    this.#context.recorder.recordViolation('rate-limited', `${record.method} ${record.path}`, record.index);
    return this.#send(
      record,
      429,
      { message: 'You are being rate limited.', retry_after: seconds, global: rate.isGlobal },
      {
        ...rate.headers,
        'retry-after': String(seconds),
        'x-ratelimit-scope': rate.isGlobal ? 'global' : 'user',
        ...(rate.isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
      },
    );
  }

  /** What stands before Discord answers for it: a page, and nothing that the API would say. */
  #refuseBarred(record: OpenRequest, barredMs: number): Response {
    record.status = 429;
    this.#context.recorder.recordViolation('barred', `${record.method} ${record.path}`, record.index);
    const headers = { 'content-type': 'text/html', 'retry-after': String(Math.ceil(barredMs / 1_000)) };
    return new Response('<!doctype html><title>Access denied</title>', { status: 429, headers });
  }

  #send(
    record: OpenRequest,
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Response {
    this.#context.invalidRequests.add(status);
    record.status = status;
    record.answer = body ?? null;
    if (body === undefined) return new Response(null, { status, headers });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
  }

  #reset(c: Context<Environment>): Response {
    c.env.incoming.socket.resetAndDestroy();
    return RESPONSE_ALREADY_SENT;
  }

  #sendFile(c: Context<Environment>): Response {
    const file = this.#context.world.files.get(c.req.param('id') ?? '');
    if (file === undefined) return new Response(null, { status: 404 });
    const type = file.attachment.content_type ?? 'application/octet-stream';
    return new Response(file.bytes, {
      headers: { 'content-type': type, 'access-control-allow-origin': '*' },
    });
  }
}
