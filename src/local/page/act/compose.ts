import type { CommandOptionView, CommandView } from '../../page-views.ts';
import { mentionable } from '../model/look-up.ts';
import { emptyComposer } from '../model/page-state.ts';
import type { CommandForm, Composer, Picker } from '../model/page-state.ts';
import { focusSoon, settle, showNewest } from '../page.ts';
import type { Page } from '../page.ts';
import { tellTyping } from './converse.ts';

/** Discord shows at most this many in the list of people. */
const mostPeople = 8;
const autocompleteAfterMs = 150;

/** What is typed before the caret decides which list opens: `/` for commands, `@` for people. */
export function typeText(page: Page, text: string, caret: number): void {
  const command = typedCommand(page, text);
  if (command !== null) {
    openCommand(page, command, text.slice(command.name.length + 2));
    return;
  }
  change(page, { text, picker: commandPicker(page, text) ?? peoplePicker(page, text.slice(0, caret)) });
  if (text !== '' && !text.startsWith('/')) tellTyping(page);
}

/** The command that `/name ` or `/name subcommand ` begins. */
function typedCommand(page: Page, text: string): CommandView | null {
  const isTyped = ({ name }: CommandView): boolean =>
    text.startsWith(`/${name}`) && /\s/u.test(text.charAt(name.length + 1));
  return slashCommands(page).find(isTyped) ?? null;
}

export function slashCommands(page: Page): readonly CommandView[] {
  const { commands, channelId } = page.store.state;
  return (commands[channelId ?? ''] ?? []).filter(({ kind }) => kind === 'slash');
}

function commandPicker(page: Page, text: string): Picker | null {
  if (!/^\/\S*(?: \S*)?$/u.test(text)) return null;
  const wanted = text.slice(1).toLowerCase();
  const items = slashCommands(page)
    .filter(({ name }) => name.includes(wanted))
    .sort((a, b) => a.name.indexOf(wanted) - b.name.indexOf(wanted))
    .map(({ name, description }) => ({ key: name, label: `/${name}`, detail: description }));
  // A message may begin with a slash and go on with something else than a subcommand.
  if (items.length === 0 && wanted.includes(' ')) return null;
  return { kind: 'commands', items, selected: 0, status: 'ready' };
}

function peoplePicker(page: Page, before: string): Picker | null {
  const wanted = /(?:^|\s)@([^\s@]*)$/u.exec(before)?.[1]?.toLowerCase();
  if (wanted === undefined) return null;
  const items = mentionable(page.store.state)
    .filter(({ name }) => name.toLowerCase().startsWith(wanted))
    .slice(0, mostPeople)
    .map(({ id, name, isBot }) => ({ key: id, label: name, detail: isBot ? 'App' : '' }));
  return items.length === 0 ? null : { kind: 'people', items, selected: 0, status: 'ready' };
}

/** Fills the composer with a command; `rest` goes into its first option. */
export function openCommand(page: Page, command: CommandView, rest = ''): void {
  const first = command.options[0];
  const fields = first === undefined ? {} : { [first.name]: { text: rest, value: rest } };
  const form: CommandForm = { command, fields, focused: first?.name ?? '', missing: [] };
  page.store.change({ composer: { ...emptyComposer, form } });
  focusSoon(first === undefined ? '#command-form' : `[data-option="${first.name}"]`);
  if (first !== undefined) suggestFor(page, first, rest);
}

export function closeCommand(page: Page): void {
  page.store.change({ composer: emptyComposer });
  focusSoon('#composer');
}

export function focusOption(page: Page, option: CommandOptionView): void {
  const { form } = page.store.state.composer;
  if (form === null || form.focused === option.name) return;
  change(page, { form: { ...form, focused: option.name }, picker: null });
  suggestFor(page, option, form.fields[option.name]?.text ?? '');
}

export function typeOption(page: Page, option: CommandOptionView, text: string): void {
  setOption(page, option.name, text, text);
  suggestFor(page, option, text);
}

function setOption(page: Page, name: string, text: string, value: string): void {
  const { form } = page.store.state.composer;
  if (form === null) return;
  const fields = { ...form.fields, [name]: { text, value } };
  change(page, { form: { ...form, fields, missing: form.missing.filter((each) => each !== name) } });
}

/** Opens the list of choices of an option: its own, or what the bot suggests for what was typed. */
function suggestFor(page: Page, option: CommandOptionView, text: string): void {
  if (option.hasAutocomplete) {
    const items = page.store.state.composer.picker?.items ?? [];
    const selected = firstSelected(option, text);
    const loading: Picker = { kind: 'choices', items, selected, status: 'loading' };
    change(page, { picker: loading });
    setTimeout(() => void loadChoices(page, option, loading), autocompleteAfterMs);
    return;
  }
  const items = option.choices
    .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
    .map(({ name, value }) => ({ key: value, label: name, detail: '' }));
  change(page, {
    picker:
      items.length === 0
        ? null
        : { kind: 'choices', items, selected: firstSelected(option, text), status: 'ready' },
  });
}

/** No item of an option that may stay empty, so that Enter runs the command without it. */
function firstSelected({ isRequired }: CommandOptionView, text: string): number {
  return isRequired || text !== '' ? 0 : -1;
}

/** Does nothing once something newer was typed or the list was closed, whichever answer comes first. */
async function loadChoices(page: Page, option: CommandOptionView, loading: Picker): Promise<void> {
  const { channelId, composer } = page.store.state;
  if (composer.picker !== loading || composer.form === null || channelId === null) return;
  const outcome = await page.connection.ask({
    kind: 'autocomplete',
    channelId,
    name: composer.form.command.name,
    options: { [option.name]: '', ...filledOptions(composer.form) },
    focused: option.name,
  });
  if (page.store.state.composer.picker !== loading) return;
  const items = outcome.choices.map((choice) => ({ key: choice.value, label: choice.name, detail: '' }));
  const status = outcome.error === null ? 'ready' : 'failed';
  change(page, { picker: { kind: 'choices', items, selected: loading.selected, status } });
}

function filledOptions(form: CommandForm): Record<string, string> {
  const filled = Object.entries(form.fields).filter(([, { value }]) => value !== '');
  return Object.fromEntries(filled.map(([name, { value }]) => [name, value]));
}

/** Runs the command, or goes to the first required option that is empty. */
export async function runCommand(page: Page): Promise<void> {
  const { channelId, composer } = page.store.state;
  if (composer.form === null || channelId === null) return;
  const { command } = composer.form;
  const options = filledOptions(composer.form);
  const missing = command.options.filter(({ isRequired, name }) => isRequired && options[name] === undefined);
  const [first] = missing;
  if (first !== undefined) {
    change(page, { form: { ...composer.form, missing: missing.map(({ name }) => name) }, picker: null });
    focusSoon(`[data-option="${first.name}"]`);
    return;
  }
  closeCommand(page);
  page.store.change({ notice: null });
  showNewest();
  await settle(page, page.connection.ask({ kind: 'run-command', channelId, name: command.name, options }));
}

export function moveSelection(page: Page, step: number): void {
  const { picker } = page.store.state.composer;
  if (picker === null || picker.status === 'loading' || picker.items.length === 0) return;
  const from = picker.selected < 0 && step < 0 ? 0 : picker.selected;
  const selected = (from + step + picker.items.length) % picker.items.length;
  change(page, { picker: { ...picker, selected } });
}

export function closePicker(page: Page): void {
  change(page, { picker: null });
}

/** Takes an item of the open list; `caret` is where the keyboard stands in the text. */
export function takeItem(page: Page, index: number, caret: number): void {
  const { picker, text, form } = page.store.state.composer;
  const item = picker?.items[index];
  if (picker === null || item === undefined) return;
  if (picker.kind === 'commands') {
    const command = slashCommands(page).find(({ name }) => name === item.key);
    if (command !== undefined) openCommand(page, command);
  } else if (picker.kind === 'people') {
    const before = text.slice(0, caret).replace(/@[^\s@]*$/u, `@${item.label} `);
    change(page, { text: before + text.slice(caret).trimStart(), picker: null });
    focusSoon('#composer');
  } else if (form !== null) {
    setOption(page, form.focused, item.label, item.key);
    closePicker(page);
  }
}

function change(page: Page, patch: Partial<Composer>): void {
  page.store.change({ composer: { ...page.store.state.composer, ...patch } });
}
