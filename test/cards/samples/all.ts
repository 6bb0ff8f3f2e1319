import { audit } from './audit.ts';
import { files } from './files.ts';
import { people } from './people.ts';
import { quiz } from './quiz.ts';
import { reading } from './reading.ts';
import { reminding } from './reminding.ts';
import { reporting } from './reporting.ts';
import { rounds } from './rounds.ts';
import type { Sample } from './sample.ts';
import { setup } from './setup.ts';
import { telling } from './telling.ts';
import { training } from './training.ts';

export const samples: Sample[] = [
  ...telling,
  ...reporting,
  ...reading,
  ...setup,
  ...reminding,
  ...training,
  ...people,
  ...quiz,
  ...audit,
  ...files,
  ...rounds,
];
