import { MessageFlags } from 'discord.js';

export const quiet = { allowed_mentions: { parse: [] } };
export const v2 = { flags: MessageFlags.IsComponentsV2, ...quiet };
export const text = (content: string) => ({ type: 10, content });
export const button = (more: object) => ({ type: 2, style: 2, label: 'Go', ...more });
export const row = (...components: object[]) => ({ type: 1, components });
const option = (value: string) => ({ label: value, value });
export const select = (more: object) => ({ type: 3, custom_id: 's', options: [option('a')], ...more });
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What is wrong, the body, and what Discord says about it (part of the 50035's text). */
export const wrongMessages: readonly (readonly [string, object, string])[] = [
  [
    'content over 2,000 characters',
    { content: 'x'.repeat(2_001), ...quiet },
    'content[BASE_TYPE_MAX_LENGTH]',
  ],
  ['no allowed_mentions', { content: 'Hello @everyone' }, 'allowed_mentions[ALLOWED_MENTIONS_MISSING]'],
  [
    'a property that Discord does not know',
    { content: 'Hello', colour: 1, ...quiet },
    'colour[UNKNOWN_PROPERTY]',
  ],
  ['eleven embeds', { embeds: times(11, () => ({ title: 'x' })), ...quiet }, 'embeds[BASE_TYPE_BAD_LENGTH]'],
  [
    'an embed title over 256',
    { embeds: [{ title: 'x'.repeat(257) }], ...quiet },
    'embeds[0].title[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'an embed description over 4,096',
    { embeds: [{ description: 'x'.repeat(4_097) }], ...quiet },
    'embeds[0].description',
  ],
  [
    '26 embed fields',
    { embeds: [{ fields: times(26, () => ({ name: 'a', value: 'b' })) }], ...quiet },
    'embeds[0].fields',
  ],
  [
    'an embed field name over 256',
    { embeds: [{ fields: [{ name: 'x'.repeat(257), value: 'b' }] }], ...quiet },
    'fields[0].name',
  ],
  [
    'an embed field value over 1,024',
    { embeds: [{ fields: [{ name: 'a', value: 'x'.repeat(1_025) }] }], ...quiet },
    'fields[0].value',
  ],
  [
    'an embed footer over 2,048',
    { embeds: [{ footer: { text: 'x'.repeat(2_049) } }], ...quiet },
    'footer.text',
  ],
  [
    'embeds over 6,000 together',
    { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }], ...quiet },
    'embeds[MAX_EMBED_SIZE_EXCEEDED]',
  ],
  [
    'six rows',
    { components: times(6, (index) => row(button({ custom_id: `b${index}` }))), ...quiet },
    'components[BASE_TYPE_BAD_LENGTH]',
  ],
  [
    'six buttons in a row',
    { components: [row(...times(6, (index) => button({ custom_id: `b${index}` })))], ...quiet },
    'components[0].components',
  ],
  [
    'a button label over 80',
    { components: [row(button({ custom_id: 'a', label: 'x'.repeat(81) }))], ...quiet },
    'label[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a button without a label or an emoji',
    { components: [row({ type: 2, style: 2, custom_id: 'a' })], ...quiet },
    'BUTTON_COMPONENT_LABEL_REQUIRED',
  ],
  [
    'a custom_id over 100',
    { components: [row(button({ custom_id: 'x'.repeat(101) }))], ...quiet },
    'custom_id[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a button without a custom_id',
    { components: [row(button({}))], ...quiet },
    'custom_id[BASE_TYPE_REQUIRED]',
  ],
  [
    'one custom_id twice',
    { components: [row(button({ custom_id: 'a' }), button({ custom_id: 'a' }))], ...quiet },
    'components[COMPONENT_CUSTOM_ID_DUPLICATED]',
  ],
  [
    'a link button without a URL',
    { components: [row(button({ style: 5 }))], ...quiet },
    'url[BASE_TYPE_REQUIRED]',
  ],
  [
    'a link to a script',
    { components: [row(button({ style: 5, url: 'javascript:alert(1)' }))], ...quiet },
    'url[',
  ],
  [
    'a select beside a button',
    { components: [row(select({}), button({ custom_id: 'a' }))], ...quiet },
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    '26 options of a select',
    { components: [row(select({ options: times(26, (index) => option(`${index}`)) }))], ...quiet },
    'options[BASE_TYPE_BAD_LENGTH]',
  ],
  [
    'one option value twice',
    { components: [row(select({ options: [option('a'), option('a')] }))], ...quiet },
    'options[SELECT_COMPONENT_OPTION_VALUE_DUPLICATED]',
  ],
  [
    'a text display without the flag for Components V2',
    { components: [text('Hello')], ...quiet },
    'components[UNION_TYPE_CHOICES]',
  ],
  [
    'Components V2 with content',
    { content: 'Hello', components: [text('Hello')], ...v2 },
    'content[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
  ],
  [
    'Components V2 with embeds',
    { embeds: [{ title: 'x' }], components: [text('Hello')], ...v2 },
    'embeds[MESSAGE_CANNOT_USE_LEGACY',
  ],
  [
    '41 components, counted with those nested in a container',
    { components: [{ type: 17, components: times(40, () => text('x')) }], ...v2 },
    'components[COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED]',
  ],
  [
    'over 4,000 characters in all text displays',
    { components: [text('x'.repeat(2_000)), text('x'.repeat(2_001))], ...v2 },
    'components[COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED]',
  ],
  [
    'an accent colour that is none',
    { components: [{ type: 17, accent_color: 0x1000000, components: [text('x')] }], ...v2 },
    'accent_color[NUMBER_TYPE_MAX]',
  ],
  ['a nonce over 25 characters', { content: 'Hello', nonce: 'x'.repeat(26), ...quiet }, 'nonce'],
  [
    'an ephemeral message without an interaction',
    { content: 'Hello', flags: 64, ...quiet },
    'flags[FLAGS_INVALID]',
  ],
  [
    'a reply to a message that is gone',
    { content: 'Hello', message_reference: { message_id: '1330000000000009999' }, ...quiet },
    'message_reference[REPLIES_UNKNOWN_MESSAGE]',
  ],
];
