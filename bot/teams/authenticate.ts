import { z } from 'zod';
import type { Bot } from '#bot/config-sign-in.ts';

const channelIssuer = 'https://api.botframework.com';
/** Seconds that clocks may differ by, as in the SDK. */
const skew = 300;

const Header = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string() });
const Claims = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), nbf: z.number().optional() });

/**
 * Whether a token is worth the SDK's time: signed with RSA, for this bot, by the Bot Framework, and in date. This proves
 * nothing, the SDK checks the signature afterwards; but it would also take a token of the emulator's issuers, which carries
 * no service address, and it prints to the console what it refuses.
 */
export function tokenWorthChecking(authorization: string, bot: Bot, now: number = Date.now()): boolean {
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme !== 'Bearer' || token === undefined || rest.length > 0) return false;
  const [header, payload] = token.split('.').map(decoded);
  const claims = Claims.safeParse(payload);
  if (!Header.safeParse(header).success || !claims.success) return false;
  const { iss, aud, exp, nbf } = claims.data;
  const seconds = now / 1_000;
  const inDate = exp > seconds - skew && (nbf === undefined || nbf < seconds + skew);
  return inDate && aud === bot.appId && iss === (bot.parameters?.ToBotFromChannelTokenIssuer ?? channelIssuer);
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
