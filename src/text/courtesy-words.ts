import type { Language } from './language.ts';
import { readWordList } from './word-list.ts';

/**
 * Folded words of greeting, thanks, applause and leave-taking. Each means something in a longer question; a question
 * of nothing else asks nothing.
 */
const courtesyWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: readWordList(`
    hi hii hiya hello helo hey heya yo sup greetings welcome good morning afternoon evening night gm gn day
    bye goodbye cya see later tomorrow soon care thanks thank thx ty tysm cheers please pls sorry oops congrats
    congratulations happy birthday ok okay okey k kk alright cool nice great awesome amazing perfect wow lol lmao
    haha hahaha hehe xd yes yeah yep no nope nah never mind nvm funny bot everyone everybody all guys folks friends
    mate buddy people there lot much again well done love
  `),
  es: readWordList(`
    hola holi buenas buenos bueno buen dias dia tardes noches noche adios chao hasta luego manana pronto gracias
    muchas mil favor perdon disculpa disculpen felicidades feliz cumpleanos vale ok okey genial guay bien perfecto
    jaja jajaja jeje si no tal todos todas amigos gente bot mucho
  `),
  de: readWordList(`
    hallo hi hey moin servus guten gute guter morgen tag abend nacht tschuss ciao bis bald spater danke dankeschon
    vielen dank bitte sorry entschuldigung gluckwunsch ok okay cool super toll prima haha ja nein alle leute freunde
    bot
  `),
  fr: readWordList(`
    salut bonjour bonsoir bonne nuit journee soiree coucou revoir bientot demain merci beaucoup pardon desole
    felicitations joyeux anniversaire ok okay super genial cool bien parfait haha oui non tous amis monde bot
  `),
  pt: readWordList(`
    ola oi bom boa dia tarde noite tchau adeus ate logo amanha obrigado obrigada muito valeu favor desculpa parabens
    ok legal otimo perfeito haha kkk sim nao todos amigos gente bot
  `),
  it: readWordList(`
    ciao salve buongiorno buonasera buonanotte buona buon giornata serata notte arrivederci presto domani grazie
    mille molte favore scusa scusate auguri ok bene perfetto bravo haha si no tutti amici bot
  `),
  zh: readWordList('你好 您好 谢谢 謝謝 再见 再見 早上 晚上 晚安 好 大家 哈哈 对不起'),
  ja: readWordList(
    'こんにちは こんばんは おはよう ありがとう ございます さようなら おやすみ すみません はい いいえ みなさん',
  ),
};

/** Whether a folded word greets, thanks, applauds or takes leave. */
export function isCourtesyWord(word: string, language: Language): boolean {
  return courtesyWords[language].has(word);
}
