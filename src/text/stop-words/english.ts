/** Words of English that carry grammar rather than meaning, folded (no accents, no apostrophes). */
export const english = `
  a about after all also am an and any are arent as at be because been before being but by can cant
  could couldnt did didnt do does doesnt doing dont down for from get got had hadnt has hasnt have
  havent having he her here hers hey hi him his how i id if ill im in into is isnt it its ive just let
  lets like me more most my no not of off on once only or our out over please she should shouldnt so
  some such than that the their them then there these they theyre this those through to too under
  until up us very was wasnt we were werent what when where which while who whom whose why will with
  wont would wouldnt you your youre
`;
