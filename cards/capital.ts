/** Words as a sentence or a title begins. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
