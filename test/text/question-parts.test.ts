import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Language } from '../../src/text/language.ts';
import { asksQuestion, refersBack, splitQuestion } from '../../src/text/question-parts.ts';

describe('questions put one after the other are told apart', () => {
  test.each<[Language, string, readonly string[]]>([
    [
      'en',
      'Who is the keeper and how many maps are there?',
      ['Who is the keeper', 'how many maps are there?'],
    ],
    ['en', 'where is the key? AND why?', ['where is the key?', 'why?']],
    ['en', 'Where is the key? Who has it?', ['Where is the key?', 'Who has it?']],
    ['en', 'Is it free, and in which town does it stand', ['Is it free', 'in which town does it stand']],
    ['en', 'who came, who went and who stayed?', ['who came, who went', 'who stayed?']],
    ['es', '¿Quién es y cuántos mapas hay?', ['¿Quién es', 'cuántos mapas hay?']],
    ['es', 'donde esta y por que esta cerrado', ['donde esta', 'por que esta cerrado']],
    ['es', '¿Dónde está? ¿Qué cuesta?', ['¿Dónde está?', '¿Qué cuesta?']],
    [
      'de',
      'Wer hat den Schlüssel und wie viele Karten gibt es?',
      ['Wer hat den Schlüssel', 'wie viele Karten gibt es?'],
    ],
    ['fr', 'Qui a la clé et où est la boîte ?', ['Qui a la clé', 'où est la boîte ?']],
    ['pt', 'Quem tem a chave e quantos mapas há?', ['Quem tem a chave', 'quantos mapas há?']],
    ['it', 'Chi ha la chiave e quanti libri ci sono?', ['Chi ha la chiave', 'quanti libri ci sono?']],
    ['zh', '钥匙在哪里？有多少张地图？', ['钥匙在哪里？', '有多少张地图？']],
  ])('%s: %s', (language, question, parts) => {
    expect(splitQuestion(question, language)).toEqual(parts);
  });

  test('a greeting and thanks are none', () => {
    expect(splitQuestion('Hi there! Who has the key? Where is the box? Thank you!', 'en')).toEqual([
      'Who has the key?',
      'Where is the box?',
    ]);
  });
});

describe('one question stays whole', () => {
  test.each<[Language, string]>([
    ['en', 'Who wrote the rules and the guide?'],
    ['en', 'Which island and river are meant?'],
    ['en', 'the whole and whatever is left'],
    ['en', 'I lost my card. Where do I get one and how much is it?'],
    ['es', '¿Es verdad que abre y que cierra?'],
    ['es', '¿Cuánto cuesta como socio y como invitado?'],
    ['fr', 'Est-il vrai que la salle ouvre et que la porte ferme ?'],
    ['de', 'Was kosten Karten und Kopien?'],
    ['ja', '図書館はいつ開きますか'],
  ])('%s: %s', (language, question) => {
    expect(splitQuestion(question, language)).toEqual([question]);
  });
});

test('a part that stands for something named before is told by its pronouns, not by letters within words', () => {
  expect(refersBack('how old is it?', 'en')).toBe(true);
  expect(refersBack('where were They sent', 'en')).toBe(true);
  expect(refersBack('how is the theme of Sheila written', 'en')).toBe(false);
  expect(refersBack('¿dónde está él?', 'es')).toBe(true);
  expect(refersBack('¿dónde está el libro?', 'es')).toBe(false);
});

test('a part asks by a question word', () => {
  expect(asksQuestion('the keeper of what', 'en')).toBe(true);
  expect(asksQuestion('nowhere, somehow', 'en')).toBe(false);
});

test('whatever is typed, the parts stand in it in order, and none is empty unless there is nothing', () => {
  const piece = fc.oneof(
    fc.constantFrom('and ', 'who ', '? ', '？', 'y qué ', '. ', 'hello ', 'it ', '\n', 'keeper ', '& ', ', '),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('en', 'es', 'ja'), (pieces, language) => {
      const text = pieces.join('');
      let from = 0;
      for (const part of splitQuestion(text, language)) {
        const at = text.indexOf(part, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + part.length;
        if (text.trim() !== '' && part !== text.trim()) expect(part).not.toBe('');
      }
    }),
  );
});
