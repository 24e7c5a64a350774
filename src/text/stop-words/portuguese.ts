/** Words of Portuguese that carry grammar rather than meaning, folded (no accents, no apostrophes). */
export const portuguese = `
  a ao aos aquela aquele aqui as ate com como da das de dela dele deles depois do dos e ela elas ele
  eles em entre era eram essa esse esta estao estas este estes estou eu foi foram ha isso isto ja la
  lhe mais mas me mesmo meu meus minha muito na nao nas nem no nos nossa nosso num numa o onde os ou
  para pela pelas pelo pelos pode por porque posso quais qual quando quanta quantas quanto quantos que
  quem sao se sem ser seu seus so sua suas tambem te tem tenho ter tu um uma umas uns voce voces
`;
