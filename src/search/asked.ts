import type { Language } from '../text/language.ts';

/** The kinds of thing that a question word can ask for. */
export type Asked =
  'number' | 'percentage' | 'money' | 'duration' | 'age' | 'date' | 'person' | 'place' | 'reason' | 'manner';

type Pattern = readonly [Asked, RegExp];

// Matched against the folded words of a question, joined by single spaces; the first that fits counts.
const patterns: Readonly<Record<Language, readonly Pattern[]>> = {
  en: [
    ['age', /\b(?:how old|what age|which age|age of)\b/u],
    ['percentage', /\b(?:percentage|percent|what proportion|what share|what fraction)\b/u],
    ['duration', /\bhow (?:long|many (?:years|months|weeks|days|hours|minutes|seconds))\b/u],
    [
      'money',
      /\b(?:(?:how much|what) (?:money|does|do|did|is|was|will|would)(?: \S+){0,6} costs?|how much (?:money|does|do|did|is|was|will|would)(?: \S+){0,6} (?:pay|paid|worth|spend|spent|charge|earn|make)|how much money|whats?(?: (?:is|are|was|were))?(?: (?:the|its|their|your))?(?: \S+)? (?:prices?|costs?|fees?)|what (?:price|cost|fee)|how expensive|price of|cost of)\b/u,
    ],
    [
      'number',
      /\b(?:how (?:many|much|often|big|large|far|tall|high|fast|few|deep|wide|heavy)|what (?:number|amount|total|size|population)|number of)\b/u,
    ],
    [
      'date',
      /\b(?:when|(?:what|which|in what|in which) (?:year|date|day|month|century|decade|era|time)|what time|how soon)\b/u,
    ],
    [
      'person',
      /\b(?:who|whom|whose|(?:what|which) (?:person|people|man|woman|leader|president|scientist|author|king|emperor|player|director|founder)|name of the (?:person|man|woman))\b/u,
    ],
    [
      'place',
      /\b(?:where|(?:what|which) (?:country|city|place|state|town|region|location|province|continent|building|river|county|area|nation|destination))\b/u,
    ],
    [
      'reason',
      /\b(?:why|what (?:reason|caused|causes|cause|prompted|led|motivated)|how come|for what reason)\b/u,
    ],
    ['manner', /\bhow\b/u],
  ],
  es: [
    ['age', /\b(?:que edad|cuantos anos tiene|cuantos anos tenia)\b/u],
    ['percentage', /\b(?:porcentaje|por ciento|que proporcion)\b/u],
    [
      'duration',
      /\b(?:cuanto tiempo|cuanto dura|cuanto duro|cuantos (?:anos|meses|dias|minutos|segundos)|cuantas (?:semanas|horas))\b/u,
    ],
    [
      'money',
      /\b(?:cuanto (?:(?:me|te|le|nos|os|les) )?(?:cuestan?|costo|costaron|costara|costaria|valen?|dinero|pago|gana)|que cuestan?|cuanto (?:\S+ ){0,2}pagar?|(?:que|cual es el|cuales son los) (?:precios?|costes?|costos?)|precio de|coste de|costo de)\b/u,
    ],
    ['number', /\b(?:cuanto|cuanta|cuantos|cuantas|que (?:numero|cantidad|tamano|poblacion)|numero de)\b/u],
    ['date', /\b(?:cuando|(?:que|cual) (?:ano|fecha|dia|mes|siglo|decada|epoca)|a que hora)\b/u],
    [
      'person',
      /\b(?:quien|quienes|que (?:persona|hombre|mujer|lider|presidente|autor|rey|emperador|jugador))\b/u,
    ],
    [
      'place',
      /\b(?:donde|adonde|(?:que|cual) (?:pais|ciudad|lugar|estado|region|provincia|continente|edificio|rio|sitio))\b/u,
    ],
    [
      'reason',
      /\b(?:por que|a que se debe|que (?:causo|motivo|razon|provoco)|cual es la (?:razon|causa))\b/u,
    ],
    ['manner', /\b(?:como)\b/u],
  ],
  de: [
    ['age', /\bwie alt\b/u],
    ['percentage', /\b(?:prozent|prozentsatz|anteil)\b/u],
    ['duration', /\b(?:wie lange|wie viele (?:jahre|monate|wochen|tage|stunden|minuten))\b/u],
    [
      'money',
      /\b(?:was (?:kostet|kosten|kostete)|wie teuer|wie ?viel (?:kostet|kosten|kostete|geld)|(?:was|welcher|wie hoch) (?:ist|sind|war|waren)(?: \S+)? (?:preise?|kosten|gebuhr|gebuhren)|welche[nr]? preis)\b/u,
    ],
    ['number', /\b(?:wie ?viele?|wie (?:oft|gross|weit|hoch|schnell)|welche (?:zahl|anzahl))\b/u],
    ['date', /\b(?:wann|welche[sm]? (?:jahr|datum|tag|monat|jahrhundert))\b/u],
    ['person', /\b(?:wer|wem|wen|wessen)\b/u],
    ['place', /\b(?:wo|wohin|woher|welche[sr]? (?:land|stadt|ort|region))\b/u],
    ['reason', /\b(?:warum|weshalb|wieso|aus welchem grund)\b/u],
    ['manner', /\bwie\b/u],
  ],
  fr: [
    ['age', /\b(?:quel age)\b/u],
    ['percentage', /\b(?:pourcentage|pour cent)\b/u],
    ['duration', /\bcombien de (?:temps|jours|mois|ans|annees|heures|minutes|semaines)\b/u],
    [
      'money',
      /\b(?:combien (?:\S+ ){0,3}(?:coute|coutent|coutait|coutera|payer)|quels? (?:est le |sont les )?(?:prix|tarifs?|couts?)|combien d argent)\b/u,
    ],
    ['number', /\b(?:combien|quel nombre)\b/u],
    ['date', /\b(?:quand|quelle? (?:annee|date|jour|mois|siecle|heure))\b/u],
    ['person', /\bqui\b/u],
    ['place', /\b(?:ou|quelle? (?:pays|ville|lieu|region|endroit))\b/u],
    ['reason', /\b(?:pourquoi|pour quelle raison)\b/u],
    ['manner', /\bcomment\b/u],
  ],
  pt: [
    ['age', /\b(?:que idade|quantos anos tem)\b/u],
    ['percentage', /\b(?:porcentagem|percentagem|por cento)\b/u],
    ['duration', /\b(?:quanto tempo|quantos (?:anos|meses|dias|minutos)|quantas (?:semanas|horas))\b/u],
    [
      'money',
      /\b(?:quanto (?:\S+ ){0,2}(?:custa|custam|custou|custaram|custava|pagar)|(?:qual|quais) (?:(?:e|sao|era) )?(?:o|os) (?:precos?|custos?)|que preco)\b/u,
    ],
    ['number', /\b(?:quanto|quanta|quantos|quantas|que numero)\b/u],
    ['date', /\b(?:quando|(?:que|qual) (?:ano|data|dia|mes|seculo))\b/u],
    ['person', /\bquem\b/u],
    ['place', /\b(?:onde|aonde|(?:que|qual) (?:pais|cidade|lugar|estado|regiao))\b/u],
    ['reason', /\b(?:por que|porque|por qual razao)\b/u],
    ['manner', /\bcomo\b/u],
  ],
  it: [
    ['age', /\b(?:quanti anni ha|che eta)\b/u],
    ['percentage', /\b(?:percentuale|per cento)\b/u],
    ['duration', /\b(?:quanto tempo|quanti (?:anni|mesi|giorni|minuti)|quante (?:settimane|ore))\b/u],
    [
      'money',
      /\b(?:quanto (?:\S+ ){0,2}(?:costa|costano|costava|costera|costato|costata|pagare)|(?:qual|quale|quali) (?:e|era|sono) (?:il|i) (?:prezz[oi]|cost[oi])|che prezzo)\b/u,
    ],
    ['number', /\b(?:quanto|quanta|quanti|quante|che numero)\b/u],
    ['date', /\b(?:quando|(?:che|quale|in che|in quale) (?:anno|data|giorno|mese|secolo))\b/u],
    ['person', /\bchi\b/u],
    ['place', /\b(?:dove|(?:che|quale) (?:paese|citta|luogo|regione|stato))\b/u],
    ['reason', /\b(?:perche|per quale motivo)\b/u],
    ['manner', /\bcome\b/u],
  ],
  zh: [],
  ja: [],
};

/** What a question asks for, told by its question words; `words` are folded and in order. */
export function findAsked(words: readonly string[], language: Language): Asked | null {
  const text = words.join(' ');
  return patterns[language].find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
