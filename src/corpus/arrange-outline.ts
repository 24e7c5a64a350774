import type { Block, Section } from './document.ts';
import { isFaqHeading } from './faq-heading.ts';
import type { Heading, OutlinePart } from './outline.ts';
import { asBlock, readQuestions, type Question } from './read-questions.ts';
import { createSlugger } from './slug.ts';

/** A question of an outline with its place in the document. */
export interface ArrangedQuestion extends Omit<Question, 'groups'> {
  readonly headingTrail: readonly string[];
  readonly anchor: string;
}

interface ArrangedOutline {
  /** Sections without blocks are left out. */
  readonly sections: readonly Section[];
  readonly questions: readonly ArrangedQuestion[];
}

/** Tells questions with their answers from ordinary sections. `isFaq`: all of the file is an FAQ section. */
export function arrangeOutline(
  parts: readonly OutlinePart[],
  isFaq: boolean,
  isFaqFile: boolean,
): ArrangedOutline {
  const slugOf = createSlugger();
  const sections: { headingTrail: readonly string[]; anchor: string; blocks: Block[] }[] = [
    { headingTrail: [], anchor: '', blocks: [] },
  ];
  const questions: ArrangedQuestion[] = [];
  let above: readonly Heading[] = [];

  function addPart(part: OutlinePart): void {
    if (part.kind !== 'heading') {
      sections.at(-1)?.blocks.push(asBlock(part));
      return;
    }
    above = [...above.filter((heading) => heading.level < part.level), part];
    sections.push({
      headingTrail: above.map((heading) => heading.text),
      anchor: slugOf(part.text),
      blocks: [],
    });
  }

  function addFaq(faqParts: readonly OutlinePart[]): void {
    const trail = above.map((heading) => heading.text);
    const { rest, questions: found } = readQuestions(faqParts, isFaqFile);
    rest.forEach(addPart);
    for (const { groups, ...question } of found) {
      questions.push({ ...question, headingTrail: [...trail, ...groups], anchor: slugOf(question.text) });
    }
  }

  let next = 0;
  if (isFaq) {
    addFaq(parts);
    next = parts.length;
  }
  for (let part = parts[next]; part !== undefined; part = parts[next]) {
    addPart(part);
    next += 1;
    if (part.kind !== 'heading' || !isFaqHeading(part.text)) continue;
    const end = endOfSection(parts, next, part.level);
    addFaq(parts.slice(next, end));
    next = end;
  }
  return { sections: sections.filter((section) => section.blocks.length > 0), questions };
}

/** The index of the next heading of the same or a higher level. */
function endOfSection(parts: readonly OutlinePart[], start: number, level: number): number {
  let end = start;
  for (let part = parts[end]; part !== undefined; part = parts[end]) {
    if (part.kind === 'heading' && part.level <= level) break;
    end += 1;
  }
  return end;
}
