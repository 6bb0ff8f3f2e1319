import { z } from 'zod';
import type { OfferRequest, SentFile } from '#features/handler.ts';
import type { Activity } from './activity.ts';

const sentFile = 'application/vnd.microsoft.teams.file.download.info';
const address = z.string().min(1).max(4_000);
const Content = z.object({ downloadUrl: address, fileType: z.string().nullish() });

/** Files that somebody put into the message. Its own text, which Teams adds as an attachment too, is none; nor are pictures and quotes. */
export function sentFiles({ attachments }: Pick<Activity, 'attachments'>): SentFile[] {
  return (attachments ?? []).flatMap(({ contentType, name, content }) => {
    const read = contentType === sentFile ? Content.safeParse(content) : undefined;
    return read?.success ? [{ name: (name ?? '').slice(0, 300), type: read.data.fileType ?? '', url: read.data.downloadUrl }] : [];
  });
}

const words = z.string().max(4_000);
const Consent = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.record(z.string(), z.unknown()).catch({}),
  uploadInfo: z
    .object({ uploadUrl: address, contentUrl: address, uniqueId: words, fileType: words, name: words })
    .nullish()
    .catch(undefined),
});

/** What somebody answered to Teams' question about a file; undefined for a shape that is none of Teams'. */
export function readConsent(value: unknown): Omit<OfferRequest, 'actor'> | undefined {
  const read = Consent.safeParse(value);
  if (!read.success) return undefined;
  const { action, context, uploadInfo } = read.data;
  return { accepted: action === 'accept', context, ...(uploadInfo ? { upload: uploadInfo } : {}) };
}
