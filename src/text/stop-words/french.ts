/** Words of French that carry grammar rather than meaning, folded (no accents, no apostrophes). */
export const french = `
  a ai alors apres as au aucun aussi autre aux avant avec avoir c ca ce cela ces cet cette chez ci
  comme comment d dans de depuis des dont du elle elles en encore est et etaient etait etes etre eu
  fait il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni nos notre nous on
  ont ou par pas peu peut plus pour pourquoi pu qu quand que quel quelle quelles quels qui quoi s sa
  sans se sera ses si son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une vos
  votre vous y
`;
