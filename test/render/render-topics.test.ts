import { describe, expect, it } from 'vitest';

import type { TopicDocument } from '../../src/library/library.ts';
import { limits } from '../../src/render/limits.ts';
import { renderTopic, renderTopics } from '../../src/render/render-topics.ts';
import { shownButtons, shownText } from '../support/shown-text.ts';

const topic = (at: number, more: Partial<TopicDocument> = {}): TopicDocument => ({
  id: `articles/${at}`,
  title: `Topic ${at}`,
  path: `articles/${at}.md`,
  url: null,
  reviewOn: null,
  tags: [],
  passages: at + 1,
  headings: [],
  ...more,
});
const topics = Array.from({ length: 23 }, (_unused, at) => topic(at));

describe('the topics', () => {
  it('are shown ten at a time, with buttons to those before and after', () => {
    const pages = [0, 1, 2].map((page) => renderTopics(topics, page, 'en'));
    expect(pages.map((page) => shownText(page).length - 1)).toEqual([10, 10, 3]);
    expect(pages.map(shownButtons)).toEqual([['More'], ['Back', 'More'], ['Back']]);
    expect(pages.map((page) => shownText(page)[1])).toEqual([
      '**Topic 0** · 1 passage',
      '**Topic 10** · 11 passages',
      '**Topic 20** · 21 passages',
    ]);
  });

  it('end with their last page, also for a button from a time when there were more', () => {
    expect(renderTopics(topics, 999_999, 'en')).toEqual(renderTopics(topics, 2, 'en'));
    expect(shownButtons(renderTopics(topics.slice(0, 2), 1, 'en'))).toEqual([]);
  });

  it('say plainly that there are none', () => {
    expect(shownText(renderTopics([], 0, 'en'))).toEqual(['The knowledge base is empty.']);
  });

  it('link to those that are on the web, and show their first tags', () => {
    const tags = ['a', 'b', 'c', 'd', 'e', 'f'];
    const [, shown] = shownText(renderTopics([topic(0, { url: 'https://docs.example/0', tags })], 0, 'en'));
    expect(shown).toBe('[Topic 0](<https://docs.example/0>) · 1 passage · a · b · c · d · e');
  });
});

describe('one topic', () => {
  it('lists what can be asked of it, says how much more there is, and asks it by a choice', () => {
    const headings = Array.from({ length: 30 }, (_unused, at) => `Heading ${at}`);
    const reply = renderTopic(topic(0, { headings, tags: ['maps'] }), 'en');
    const shown = shownText(reply);
    expect(shown).toContain('-# Tags: maps');
    expect(shown.join('\n')).toContain('• Heading 24');
    expect(shown.join('\n')).not.toContain('• Heading 25');
    expect(shown).toContain('-# and 5 more');
    const select = reply.parts.find((part) => part.kind === 'select');
    expect(select?.choices).toHaveLength(limits.selectChoices);
  });

  it('without headings has nothing to choose', () => {
    const reply = renderTopic(topic(0), 'en');
    expect(reply.parts.map(({ kind }) => kind)).toEqual(['text']);
  });
});
