/** For somebody with an account whom the school has not listed: a pupil as likely as a new colleague. */
export function strangerText(schoolName: string): string {
  return [
    `I cannot help you here: ${schoolName} has not put you on its list for this app. Nothing has been sent and nobody has been told.`,
    'If you are worried about something, tell a teacher or another adult at school today, in person. If somebody could be hurt now, ring 999.',
    'If you work or volunteer here, ask the school office to add you.',
  ].join('\n\n');
}
