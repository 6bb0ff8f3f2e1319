import type { Bot } from '#bot/config-sign-in.ts';

/** Tokens for Graph as the bot's own identity; Microsoft's library keeps each until it runs out. Loaded when the first is asked for. */
export function graphToken({ appId, tenantId, credential }: Bot, url: string): () => Promise<string> {
  const open = async () => {
    const identity = await import('@azure/identity');
    switch (credential.kind) {
      case 'secret':
        return new identity.ClientSecretCredential(tenantId, appId, credential.secret);
      case 'certificate':
        return new identity.ClientCertificateCredential(tenantId, appId, { certificate: credential.privateKey });
      case 'managed-identity':
        return new identity.ManagedIdentityCredential({ clientId: appId });
    }
  };
  let opened: ReturnType<typeof open> | undefined;
  return async () => {
    opened ??= open();
    const { token } = await (await opened).getToken(`${url}/.default`);
    return token;
  };
}
