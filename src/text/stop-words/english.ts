/** Words of English that carry grammar rather than meaning, folded (no accents, no apostrophes). */
export const english = `
  a about actually after aint all already also am an and any anybody anyone anything are arent as at
  be because been before being but by called can cant could couldnt coz cuz did didnt do does doesnt
  doing dont down em even ever everything for from get gonna got gotta had hadnt happen happened
  happening happens has hasnt have havent having he her here hers hey hi him his how i id if ill im
  in into is isnt it its ive just kind know let lets like lot lots many me mean means more most much
  my no not of off on once only or our out over please really said say says she should shouldnt so
  some somebody someone something sort still such tell than that the their them then there these
  they theyre thing things this tho those through to too u under until up ur us use used uses using
  very wanna want was wasnt we were werent what when where which while who whom whose why will with
  wont would wouldnt yall yet you your youre
`;
