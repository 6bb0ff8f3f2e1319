/** Why a screen comes back as it was typed. Of the step that broke nothing is written, or nobody can tell, or only some of it is. */
export type Broke = 'not-sent' | 'uncertain';
