import { ComponentType, type APIMessage, type APIMessageComponent } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor, InteractionHandle, InteractionState } from '../../src/local/contract.ts';
import { walkComponents } from '../../src/local/validation/walk-components.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { actionNames } from '../../src/render/action.ts';
import { catalogs } from '../../src/render/catalog/say.ts';
import { untilReplied } from '../support/read-message.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const rows = Array.from(
  { length: 30 },
  (_unused, row) => `| Sala ${row} | Ventana que da al patio número ${row} |`,
);
const knowledge = {
  'faq/biblioteca.md':
    '# La biblioteca\n\n## ¿Cuándo abre la sala de lectura?\n\nLa sala de lectura abre a las nueve.\n\n## ¿Cuántos libros puedo llevar?\n\nCada lector puede llevar siete libros.\n\n## ¿Habrá té?\n',
  'articles/salas.md': `# Las salas\n\n## Plano de ventanas\n\n| Sala | Ventana |\n| --- | --- |\n${rows.join('\n')}\n`,
};
const { lobby, leo: leoId, mia: miaId } = seedIds;
const locale = 'es-ES';

/** Short words that no Spanish sentence has, and every sentence of the English catalogue that has none of them. */
const englishWord =
  /(?<![\p{L}`/_.-])(?:the|of|would|is|are|be|and|to|with|not|you|it|this|was|that|for|on|in|by|my|your|ask|from)(?![\p{L}`_.-])/iu;
const spanish = new Set(Object.values(catalogs.es));
const english = new Set(Object.values(catalogs.en).filter((text) => !spanish.has(text)));
/** A problem of a file is named as `npm run check` names it, in any language. */
const problem = /: unexpected .*, expected .* \([a-z-]+\)$/u;

/** They stand beside a button that was pressed first, or need more pages than there are here. */
const notReached = ['topics-page', 'gap-link', 'entry-save', 'offer'];

const shownKeys = new Set(['content', 'label', 'placeholder', 'description', 'title']);

/** All that a message or a form shows, a line each. */
const linesOf = (payload: unknown): readonly string[] => {
  if (Array.isArray(payload)) return payload.flatMap(linesOf);
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([key, value]) =>
    typeof value === 'string' ? (shownKeys.has(key) ? value.split('\n') : []) : linesOf(value),
  );
};
const isEnglish = (line: string): boolean =>
  !problem.test(line.replaceAll('\\', '')) && (english.has(line) || englishWord.test(line));

const isDone = ({ status, modal, reply, followUps }: InteractionState): boolean =>
  ['replied', 'updated', 'modal-shown'].includes(status) &&
  (modal !== null || reply !== null || followUps.length > 0);

const firstChoice = (menu: APIMessageComponent): string => {
  if (menu.type === ComponentType.StringSelect) return menu.options[0]?.value ?? '';
  return menu.type === ComponentType.RoleSelect ? seedIds.otherModeratorRole : lobby;
};

describe('who reads Spanish, in a Spanish server,', () => {
  let rig: Rig;
  let leo: Actor;
  const lines: string[] = [];
  /** Names of the buttons and menus that were pressed. */
  const pressed = new Set<string>();

  beforeAll(async () => {
    rig = await startRig({ knowledge });
    leo = rig.discord.as(leoId);
  });
  afterAll(() => rig.stop());

  const see = async (handle: InteractionHandle): Promise<APIMessage | null> => {
    const { reply, followUps, modal } = await handle.until((state) => (isDone(state) ? state : undefined));
    lines.push(...linesOf(modal), ...linesOf([reply, ...followUps].map((message) => message?.components)));
    return reply ?? followUps[0] ?? null;
  };
  const run = (who: Actor, name: string, options: Readonly<Record<string, string>> = {}) =>
    who.runSlashCommand({ channelId: lobby, name, options, locale });
  const write = async (handle: InteractionHandle, values: Readonly<Record<string, string>>) => {
    await see(handle);
    return see(leo.submitModal({ interactionId: handle.id, values, locale }));
  };

  /** Whether a button or menu was not pressed yet and still stands in its message, which a press may have changed. */
  const isNext = (messageId: string, customId: string): boolean => {
    const name = customId.split(':')[0] ?? '';
    const shown = JSON.stringify(rig.discord.world.message(messageId)?.components ?? []);
    if (pressed.has(name) || !shown.includes(customId)) return false;
    pressed.add(name);
    return true;
  };

  /** Presses every button and makes the first choice of every menu, each kind once, also in what comes of it. */
  const pressAll = async (first: APIMessage | null): Promise<void> => {
    const open = first === null ? [] : [first];
    for (let message = open.pop(); message !== undefined; message = open.pop()) {
      for (const control of walkComponents(message.components ?? [])) {
        if (!('custom_id' in control) || !isNext(message.id, control.custom_id)) continue;
        const place = { messageId: message.id, customId: control.custom_id, locale };
        const reply = await see(
          control.type === ComponentType.Button
            ? leo.clickButton(place)
            : leo.chooseOptions({ ...place, values: [firstChoice(control)] }),
        );
        if (reply !== null) open.push(message, reply);
      }
    }
  };

  test('is told nothing in English, whichever command they run and whichever button they press', async () => {
    const mia = rig.discord.as(miaId);
    await see(run(mia, 'gaps'));
    for (const name of ['gaps', 'insights', 'privacy']) await see(run(leo, name));
    const questions = [
      '¿Cuántos libros puedo llevar?',
      'Plano de ventanas',
      '¿Habrá té?',
      'zzz',
      '¿Hay sauna?',
    ];
    for (const question of [...questions, 'libros de ventana'])
      await pressAll(await see(run(leo, 'ask', { question })));
    await pressAll(await see(run(leo, 'search', { words: 'sala' })));
    await pressAll(await see(run(leo, 'faq', { entry: 'nada' })));
    for (const name of ['topics', 'status', 'insights', 'gaps', 'privacy', 'refresh'])
      await pressAll(await see(run(leo, name)));

    const faulty = { question: '¿Hay sauna?', answer: '# Sí', url: 'nada', reviewOn: 'pronto' };
    const rest = { ...faulty, answer: 'Junto al gimnasio.', url: '', reviewOn: '' };
    await pressAll(await write(run(leo, 'entry add'), faulty));
    await pressAll(
      await write(run(leo, 'entry add'), { ...rest, question: '¿Cuántos libros me puedo llevar?' }),
    );
    await pressAll(await write(run(leo, 'entry add'), rest));
    const typed = { channelId: lobby, name: 'entry edit', options: { entry: '' }, focused: 'entry' };
    const options = { entry: String((await leo.autocomplete(typed))[0]?.value) };
    const [first, second] = [run(leo, 'entry edit', options), run(leo, 'entry edit', options)];
    await second.modal();
    await write(first, { ...rest, answer: 'Arriba.' });
    await pressAll(await write(second, { ...rest, answer: 'Abajo.' }));
    for (const name of ['details', 'preview', 'history', 'undo', 'remove', 'undo', 'edit'])
      await pressAll(await see(run(leo, `entry ${name}`, options)));
    await see(run(leo, 'entry preview', { entry: 'nada' }));

    const message = mia.sendMessage({
      channelId: lobby,
      content: `<@${rig.discord.botUserId}> ¿Cuándo abre la sala?`,
    });
    await untilReplied(rig.discord, message);
    await pressAll(
      await see(leo.runMessageCommand({ name: 'Find the answer', messageId: message.id, locale })),
    );
    await see(leo.runMessageCommand({ name: 'Add to the FAQ', messageId: message.id, locale }));
    await pressAll(await see(run(leo, 'settings')));
    await rig.removeKnowledge('faq/biblioteca.md');
    await pressAll(await see(run(leo, 'refresh')));
    const posted = rig.discord.world.messages(lobby, leoId);
    for (const { author, components } of posted)
      if (author.id === rig.discord.botUserId) lines.push(...linesOf(components));
    expect(actionNames.filter((name) => !pressed.has(name))).toEqual(notReached);
    expect([...new Set(lines.filter(isEnglish))]).toEqual([]);
  });
});
