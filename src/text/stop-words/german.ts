/** Words of German that carry grammar rather than meaning, folded (no accents, no apostrophes). */
export const german = `
  ab aber alle allem allen aller alles als also am an ander andere auch auf aus bei beim bin bis bist
  da damit dann das dass dein deine dem den der des dessen dich die dies diese diesem diesen dieser
  dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer fur gegen gibt
  habe haben hat hatte hier ich ihm ihn ihnen ihr ihre im in ins ist ja jede jedem jeden jeder jedes
  kann kein keine konnen man mein meine mich mir mit muss nach nicht noch nun nur ob oder ohne sehr
  sein seine seinem seinen seiner sich sie sind so soll sollte uber um und uns unser unter vom von vor
  wann war waren warum was weil welche welchem welchen welcher welches wem wen wenn wer werde werden
  wie wieso wieviel wird wo woher wohin wurde wurden zu zum zur
`;
