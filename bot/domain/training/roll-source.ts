/** Where the roll comes from: the school file, a list that the coordinator sent, or Entra. */
export type RollSource = 'file' | 'csv' | 'graph';

/** Why Entra gave no roll. Closed, so that each has its sentence. */
export type RollTrouble = 'consent' | 'sign-in' | 'group-missing' | 'throttled' | 'down' | 'unclear';
