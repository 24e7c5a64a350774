/** Words of Spanish that carry grammar rather than meaning, folded (no accents, no apostrophes). */
export const spanish = `
  a al algo algun alguna algunas alguno algunos ante antes aquel aquella como con contra cual cuales
  cuando cuanta cuantas cuanto cuantos de del desde donde dos e el ella ellas ellos en entre era eran
  eres es esa esas ese eso esos esta estan estas este esto estos estoy fue fueron fui ha habia hace
  han hasta hay he la las le les lo los mas me mi mis mucho muy nada ni no nos nosotros o os otra otro
  para pero poco por porque puede puedo pues que quien quienes se sea ser si sido sin sobre son soy su
  sus tambien tan te tengo ti tiene tienen tu tus un una unas uno unos usted ustedes y ya yo
`;
