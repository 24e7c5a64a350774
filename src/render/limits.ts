/** Discord's limits on one message, each named once. Lengths are UTF-16 code units, which is never less than Discord counts. */
export const limits = {
  /** All text displays of a message together, with their escapes. */
  textLength: 4000,
  /** Components of a message, nested ones counted. */
  components: 40,
  pictureDescriptionLength: 1024,
  buttonsInRow: 5,
  buttonLabelLength: 80,
  customIdLength: 100,
  selectChoices: 25,
  selectLabelLength: 100,
  selectPlaceholderLength: 150,
  /** Of a form, which Discord calls a modal. */
  formTitleLength: 45,
  formFields: 5,
  fieldLabelLength: 45,
  fieldLength: 4000,
  autocompleteChoices: 25,
  autocompleteNameLength: 100,
} as const;
