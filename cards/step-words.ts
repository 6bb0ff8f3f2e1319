import type { StepKey } from '#domain/policy.ts';

/** Each step as whoever owes it would say it. */
const words: Record<StepKey, string> = {
  'lock-imagery': 'No viewing, copying, forwarding or deleting of the picture',
  log: 'Entered in the log',
  to: 'Told first',
  also: 'Told as well',
  'secure-device': 'Keep the device safe: where, by whom, switched off',
  'preserve-evidence': 'Keep usernames, addresses and times; no copies of pictures',
  'decide:lado': 'Decide on advice from the LADO, within one working day',
  'decide:nudes-referral': 'Decide on referral for a nude or sexual picture, without viewing it',
  'decide:csc': 'Decide on children’s social care',
  'decide:police': 'Decide on the police',
  'decide:prevent-referral': 'Decide on a Prevent referral',
  'decide:external-agency': 'Decide on other agencies',
  'safety-plan': 'Safety plan for each child: risks, needs, separation, review date',
  support: 'Support for whoever may have been harmed',
  'inform-parents': 'Tell parents, once the DSL has recorded that this adds no risk',
  'age-contact': 'Tell parents about the age limit',
  contain: 'Stop it spreading',
  'technical-fix': 'Technical fix or block',
  'check-register': 'Check permissions and consents on file',
  'ask:senco': 'Ask the SENCO',
  'decide:recategorise': 'Settle the exact category at first look',
  'decide:bullying-test': 'Bullying or not, by the school’s definition',
  policy: 'Follow',
  'decide:device': 'Decide what happens to the device, with a second person',
  'decide:wilful': 'Wilful or not',
  'decide:suspend-use': 'Suspend internet use or not',
  'letter-home': 'Letter home',
  'decide:sanction': 'Decide on a sanction, or none',
  'decide:disciplinary': 'Decide on disciplinary action, or none',
  'decide:police-or-asb': 'Decide on telling the police or the anti-social behaviour coordinator of the action taken',
  'decide:filter-change': 'Decide on changing the filter',
  'decide:breach-notice': 'Decide on telling the ICO and the people affected, within 72 hours',
  cpoms: 'Enter the child’s welfare on CPOMS, with its reference',
  'staff-file': 'Enter it in the confidential staff file',
  teach: 'Follow-up teaching',
};

export function stepWords(step: StepKey): string {
  return words[step];
}
