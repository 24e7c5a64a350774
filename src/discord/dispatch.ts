import { setTimeout } from 'node:timers/promises';

import type { AutocompleteInteraction, Interaction, REST } from 'discord.js';

import type { Clock, Logger } from '../library/ports.ts';
import { fitChoices } from '../render/fit-label.ts';
import { renderCooldown, renderNotice } from '../render/render-notice.ts';
import { buttonRow, type Reply } from '../render/reply.ts';

import { readApiFailure } from './api-failure.ts';
import { readCaller, scopeFor, type Caller } from './caller.ts';
import type { Cooldown } from './cooldown.ts';
import type { Audience, AutocompleteChoice, Context } from './define-command.ts';
import { deliver } from './deliver.ts';
import { describeError } from './describe-error.ts';
import { findJob, findSlashCommand, type Job, type Jobs } from './find-job.ts';
import type { Poster } from './poster.ts';
import { createResponder, type Responder, type Visibility } from './responder.ts';
import type { Result } from './result.ts';
import type { SeenIds } from './seen-ids.ts';
import type { RulesOf } from './server-rules.ts';
import type { Services } from './services.ts';
import { tellFailure } from './tell-failure.ts';

/** What interactions are handled with. */
export interface DispatchParts {
  readonly jobs: Jobs;
  readonly services: Services;
  readonly cooldown: Cooldown;
  readonly poster: Poster;
  readonly seenIds: SeenIds;
  /** For acknowledgements, which are sent once or never. */
  readonly callbacks: REST;
  /** For all that is written into replies. */
  readonly replies: REST;
  readonly rulesOf: RulesOf;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of every moderators' job that was refused to somebody in a server; what it throws is logged. */
  readonly onRefused: (refused: Refusal) => void;
}

/** A moderators' job that somebody wanted to run without the right to. */
export interface Refusal {
  readonly guildId: string;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Such as `entry.add`. */
  readonly action: string;
}

/** More at once would make all of them late; the library takes no more at once either. */
const maxRunning = 256;

/** Leaves a second of Discord's three for the way. */
const formTimeMs = 2000;

/**
 * The one way in for interactions: authorize, acknowledge before any work, run, send. Each interaction is handled once.
 * The returned function never rejects: what goes wrong is told to the person and logged under the same reference.
 */
export function createDispatch(parts: DispatchParts): (interaction: Interaction) => Promise<void> {
  let running = 0;
  return async (interaction) => {
    if (!parts.seenIds.isNew(interaction.id)) return;
    const receivedAt = parts.clock.now();
    const responder = createResponder(interaction, parts.callbacks, parts.replies);
    running += 1;
    try {
      if (interaction.isAutocomplete()) await complete(parts, interaction, responder);
      else await handle(parts, { interaction, responder, receivedAt, isBusy: running > maxRunning });
    } catch (error) {
      logUnanswered(parts, interaction, receivedAt, error);
    } finally {
      running -= 1;
    }
  };
}

interface Arrival {
  readonly interaction: Interaction;
  readonly responder: Responder;
  readonly receivedAt: number;
  readonly isBusy: boolean;
}

async function handle(
  parts: DispatchParts,
  { interaction, responder, receivedAt, isBusy }: Arrival,
): Promise<void> {
  const caller = readCaller(interaction, parts.rulesOf);
  const job = findJob(interaction, parts.jobs);
  if (job === null) return responder.replyPrivately(renderNotice(caller.locale, 'tooOld', {}));
  const refusal = isBusy ? renderNotice(caller.locale, 'busy', {}) : await refuse(parts, job, caller);
  if (refusal !== null) return responder.replyPrivately(refusal);
  const { id: interactionId } = interaction;
  const { visibility } = job;
  const context: Context = {
    caller,
    scope: scopeFor(caller, visibility === 'public'),
    services: parts.services,
    act: { by: caller.userId, at: receivedAt, interactionId },
    locale: visibility === 'public' ? caller.publicLocale : caller.locale,
  };
  if (visibility === 'form') return openForm(parts, job, context, responder);
  await acknowledge(parts, responder, { name: job.name, visibility });
  try {
    const result = await job.run(context);
    await deliver(parts, result, { responder, caller, visibility, interactionId, receivedAt });
  } catch (error) {
    if (isOver(error)) throw error;
    const told = tellFailure(parts.logger, error, failureOf(job), caller.locale);
    const waysOn = buttonRow(job.keep?.(context) ?? []);
    await responder.tellPrivately({ ...told, parts: [...told.parts, ...waysOn] }, visibility);
  }
}

/** Discord takes a form as the first answer only, and within 3 s. */
async function openForm(
  { logger }: DispatchParts,
  job: Job,
  context: Context,
  responder: Responder,
): Promise<void> {
  const { locale } = context;
  let result: Result | null;
  try {
    result = await withinFormTime(job.run(context));
  } catch (error) {
    result = tellFailure(logger, error, failureOf(job), locale);
  }
  if (result === null) return responder.replyPrivately(renderNotice(locale, 'busy', {}));
  if ('form' in result) return responder.openForm(result.form);
  if (!('tone' in result)) throw new Error(`${job.name} opens a form or replies, and does nothing else`);
  await responder.replyPrivately(result);
}

function failureOf({ name }: Job): Parameters<typeof tellFailure>[2] {
  return { message: 'a command failed', fields: { job: name } };
}

/** What comes in time, or null; what comes later is of no use. */
async function withinFormTime<T>(running: Promise<T>): Promise<T | null> {
  const stop = new AbortController();
  try {
    return await Promise.race([running, setTimeout(formTimeMs, null, { signal: stop.signal })]);
  } finally {
    stop.abort();
  }
}

/** Why this person may not do this now, or null. Rights are those that the interaction itself carries. */
async function refuse(parts: DispatchParts, job: Job, caller: Caller): Promise<Reply | null> {
  const { cooldown, clock, rulesOf } = parts;
  if (!isAllowed(job.audience, caller)) {
    noteRefusal(parts, job, caller);
    return renderNotice(caller.locale, 'notAllowed', {});
  }
  if (!job.isQuestion) return null;
  const wait = await cooldown.take(caller.userId, rulesOf(caller.guildId).cooldownSeconds);
  return wait === null ? null : renderCooldown(caller.locale, new Date(clock.now() + wait.waitMs));
}

function isAllowed(audience: Audience, { isModerator, canManageServer }: Caller): boolean {
  switch (audience) {
    case 'everyone':
      return true;
    case 'moderators':
      return isModerator;
    case 'managers':
      return canManageServer;
  }
}

/** Whatever becomes of the note, the refusal stands. */
function noteRefusal(
  { clock, logger, onRefused }: DispatchParts,
  { action }: Job,
  { guildId, userId }: Caller,
): void {
  if (guildId === null) return;
  try {
    onRefused({ guildId, by: userId, at: clock.now(), action });
  } catch (error) {
    logger.error({ job: action, error: describeError(error) }, 'a refusal was not noted');
  }
}

/** When the connection breaks, the acknowledgement may have come through all the same: then the work is still wanted. */
async function acknowledge(
  { logger }: DispatchParts,
  responder: Responder,
  job: { readonly name: string; readonly visibility: Visibility },
): Promise<void> {
  try {
    await responder.defer(job.visibility);
  } catch (error) {
    if (readApiFailure(error) !== 'uncertain') throw error;
    logger.warn({ job: job.name, error: describeError(error) }, 'an acknowledgement may not have arrived');
  }
}

async function complete(
  { jobs, services, rulesOf, logger }: DispatchParts,
  interaction: AutocompleteInteraction,
  responder: Responder,
): Promise<void> {
  const command = findSlashCommand(interaction, jobs.commands)?.command;
  const caller = readCaller(interaction, rulesOf);
  let choices: readonly AutocompleteChoice[] = [];
  try {
    const { name: option, value: typed } = interaction.options.getFocused(true);
    const mayKnow = command !== undefined && isAllowed(command.audience, caller);
    const scope = scopeFor(caller, command?.visibility === 'public');
    if (mayKnow) choices = await command.complete({ typed, option, caller, scope, services });
  } catch (error) {
    logger.error({ job: interaction.commandName, error: describeError(error) }, 'an autocomplete failed');
  }
  await responder.complete(fitChoices(choices));
}

/** An interaction that can no longer be answered is nobody's fault: it is counted in the log, and that is all. */
function logUnanswered(
  { clock, logger }: DispatchParts,
  interaction: Interaction,
  receivedAt: number,
  error: unknown,
): void {
  const fields = {
    interactionId: interaction.id,
    ageMs: receivedAt - interaction.createdTimestamp,
    tookMs: clock.now() - receivedAt,
    failure: readApiFailure(error),
  };
  if (isOver(error)) logger.warn(fields, 'an interaction was over before it was answered');
  else logger.error({ ...fields, error: describeError(error) }, 'an interaction was not answered');
}

/** `gone`: someone has deleted the message that was to hold the reply. */
function isOver(error: unknown): boolean {
  const failure = readApiFailure(error);
  return failure === 'expired' || failure === 'acknowledged' || failure === 'gone';
}
