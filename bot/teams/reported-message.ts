import { convert } from 'html-to-text';
import { z } from 'zod';
import { shortened } from '#domain/typed-text.ts';
import type { ReportedMessage } from '#features/handler.ts';

const longest = 4_000;
const longestHtml = 100_000;
const entraId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const words = z.string().nullish();

const Payload = z.object({
  linkToMessage: words,
  createdDateTime: words,
  body: z.object({ contentType: words, content: words }).nullish(),
  from: z
    .object({
      user: z.object({ userIdentityType: words, id: words, displayName: words }).nullish(),
      application: z.object({ displayName: words }).nullish(),
    })
    .nullish(),
});

// Pictures and attachments are left out even as links: images of children are never copied.
const plainText = {
  wordwrap: false as const,
  limits: { maxDepth: 40 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'attachment', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
  ],
};

/** The message that somebody chose to report; undefined when there is none or Teams sent it in a shape of its own. */
export function reportedMessage(payload: unknown, tenantId: string): ReportedMessage | undefined {
  const read = Payload.safeParse(payload);
  if (!read.success) return undefined;
  const { linkToMessage, createdDateTime, body, from } = read.data;
  const author = authorOf(from?.user, tenantId);
  const authorName = from?.user?.displayName ?? from?.application?.displayName;
  const sentAt = createdDateTime ? new Date(createdDateTime) : undefined;
  return {
    text: textOf(body?.contentType, body?.content ?? ''),
    ...(linkToMessage?.startsWith('https://') ? { link: linkToMessage } : {}),
    ...(sentAt === undefined || Number.isNaN(sentAt.getTime()) ? {} : { sentAt: sentAt.toISOString() }),
    ...(author === undefined ? {} : { author }),
    ...(authorName ? { authorName: shortened(authorName, 200) } : {}),
  };
}

function authorOf(
  user: { userIdentityType?: string | null | undefined; id?: string | null | undefined } | null | undefined,
  tenantId: string,
): string | undefined {
  const inTenant = !user?.userIdentityType || user.userIdentityType === 'aadUser' || user.userIdentityType === 'onPremiseAadUser';
  return user?.id && inTenant && entraId.test(user.id) ? `${tenantId}:${user.id.toLowerCase()}` : undefined;
}

function textOf(contentType: string | null | undefined, content: string): string {
  return shortened((contentType === 'text' ? content : convert(content.slice(0, longestHtml), plainText)).trim(), longest);
}
