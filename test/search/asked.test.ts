import { describe, expect, test } from 'vitest';

import { findAsked, type Asked } from '../../src/search/asked.ts';
import type { Language } from '../../src/text/language.ts';
import { splitWords } from '../../src/text/words.ts';

function asked(question: string, language: Language): Asked | null {
  return findAsked(
    splitWords(question, language).map(({ text }) => text),
    language,
  );
}

const questions: Readonly<Record<string, readonly (readonly [string, Asked | null])[]>> = {
  en: [
    ['How old is she?', 'age'],
    ['What percentage of readers came back?', 'percentage'],
    ['How long may I keep it?', 'duration'],
    ['how many days', 'duration'],
    ['How much does a copy cost?', 'money'],
    ['What does a copy cost?', 'money'],
    ['what do copies of old maps cost', 'money'],
    ["What's the price?", 'money'],
    ['whats the entry fee', 'money'],
    ['What is the price of a copy?', 'money'],
    ['What are the costs?', 'money'],
    ['What does the keeper do?', null],
    ['What is kept in the drawers?', null],
    ['How many books may I borrow?', 'number'],
    ['When does it open?', 'date'],
    ['In which year was it built?', 'date'],
    ['Who has the key?', 'person'],
    ['Where is the box?', 'place'],
    ['In which city was it?', 'place'],
    ['Why is it closed?', 'reason'],
    ['How do I open a drawer?', 'manner'],
    ['Is it open?', null],
    ['the showers', null],
  ],
  es: [
    ['¿Cuántos años tiene?', 'age'],
    ['¿Cuánto cuesta una copia?', 'money'],
    ['¿Cuánto cuestan las copias?', 'money'],
    ['¿Qué cuesta una copia?', 'money'],
    ['¿Cuál es el precio?', 'money'],
    ['¿Cuánto hay que pagar?', 'money'],
    ['¿Cuánto pesa?', 'number'],
    ['¿Cuánto tiempo puedo tenerlo?', 'duration'],
    ['¿Cuántos libros hay?', 'number'],
    ['¿Cuándo abre?', 'date'],
    ['¿Quién tiene la llave?', 'person'],
    ['¿Dónde está?', 'place'],
    ['¿Por qué está cerrado?', 'reason'],
    ['¿Cómo se abre?', 'manner'],
  ],
  de: [
    ['Wie alt ist sie?', 'age'],
    ['Wie viele Bücher gibt es?', 'number'],
    ['Was kostet eine Kopie?', 'money'],
    ['Was kosten Kopien?', 'money'],
    ['Wieviel kostet das?', 'money'],
    ['Wie hoch ist der Preis?', 'money'],
    ['Was ist der Preis?', 'money'],
    ['Wie hoch ist der Turm?', 'number'],
    ['Wann öffnet sie?', 'date'],
    ['Wer hat den Schlüssel?', 'person'],
    ['Wo ist er?', 'place'],
    ['Warum?', 'reason'],
    ['Wie öffne ich sie?', 'manner'],
  ],
  fr: [
    ['Quel âge a-t-elle ?', 'age'],
    ['Combien de livres ?', 'number'],
    ['Combien coûte une copie ?', 'money'],
    ['Combien coûtent les copies ?', 'money'],
    ['Combien ça coûte ?', 'money'],
    ['Quel est le prix ?', 'money'],
    ['Quand ouvre-t-elle ?', 'date'],
    ['Qui a la clé ?', 'person'],
    ['Où est-elle ?', 'place'],
    ['Pourquoi ?', 'reason'],
  ],
  pt: [
    ['Quantos livros?', 'number'],
    ['Quanto custam as cópias?', 'money'],
    ['Qual é o preço?', 'money'],
    ['Qual o preço?', 'money'],
    ['Quanto pesa?', 'number'],
    ['Quando abre?', 'date'],
    ['Quem tem a chave?', 'person'],
    ['Onde fica?', 'place'],
  ],
  it: [
    ['Quanti libri?', 'number'],
    ['Quanto costano le copie?', 'money'],
    ['Qual è il prezzo?', 'money'],
    ['Quanto pesa?', 'number'],
    ['Quando apre?', 'date'],
    ['Chi ha la chiave?', 'person'],
    ["Dov'è? Dove si trova?", 'place'],
    ['Perché?', 'reason'],
  ],
};

const rows = (language: Language): readonly (readonly [string, Asked | null])[] => questions[language] ?? [];

describe.each(['en', 'es', 'de', 'fr', 'pt', 'it'] as const)(
  'what a question asks for, in %s',
  (language) => {
    test.each(rows(language))('%s %s', (question, kind) => {
      expect(asked(question, language)).toBe(kind);
    });
  },
);

test('questions without known question words ask for nothing in particular', () => {
  expect(asked('図書館はいつ開きますか', 'ja')).toBeNull();
  expect(asked('', 'en')).toBeNull();
});
