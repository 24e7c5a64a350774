/** Words of Italian that carry grammar rather than meaning, folded (no accents, no apostrophes). */
export const italian = `
  a ad agli ai al alla alle allo anche c che chi ci cio col come con cosa cui d da dagli dai dal dalla
  dalle de degli dei del della delle dello di dove e ed era erano essere fa fu gli ha hai hanno ho i
  il in io l la le lei li lo loro lui ma me mi mia mio molto ne negli nei nel nella nelle no noi non
  nostra nostro o ogni per perche piu po posso possono puo puoi qual quale quali quando quanta quante
  quanti quanto quella quelle quelli quello questa queste questi questo se sei si sia siamo siete sono
  sta su sua sue sugli sui sul sulla suo te ti tra tu tua tuo tutti tutto un una uno vi voi
`;
