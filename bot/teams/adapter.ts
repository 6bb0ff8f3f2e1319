import { TeamsAdapter } from '@microsoft/teams-ai';
import type { ConfigurationBotFrameworkAuthentication, Activity as SdkActivity } from 'botbuilder';
import { INVOKE_RESPONSE_KEY, TurnContext } from 'botbuilder';
import type { Config } from '#bot/config.ts';
import type { Bot } from '#bot/config-sign-in.ts';
import { tokenWorthChecking } from './authenticate.ts';

export type Identity = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Credentials = { getToken(fresh: boolean): Promise<string> };
type InvokeAnswer = { status: number; body?: unknown };

const channelScope = 'https://api.botframework.com';

/**
 * Microsoft's adapter with the HTTP half left out: we check the token ourselves before anything else, and write the HTTP
 * answer ourselves. (Left to the SDK, a token signed with the wrong key answers 500 with the text of the error.)
 */
export class RimAdapter extends TeamsAdapter {
  readonly #bot: Bot | undefined;
  #credentials: Credentials | undefined;

  constructor(config: Pick<Config, 'bot'>) {
    super(config.bot === undefined ? {} : sdkSettings(config.bot));
    this.#bot = config.bot;
  }

  /** Who sent this; undefined for everything that is not a good token of the Bot Framework for this bot and this service address. Rejects when Microsoft's keys cannot be read. */
  async identify(authorization: string, body: { serviceUrl?: unknown }): Promise<Identity | undefined> {
    if (this.#bot !== undefined && !tokenWorthChecking(authorization, this.#bot)) return undefined;
    try {
      // Always as Teams: another channel id would lead the SDK to other issuers and keys.
      const activity = { channelId: 'msteams', serviceUrl: String(body.serviceUrl ?? '') } as SdkActivity;
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return undefined;
    }
  }

  /**
   * One turn of an activity that has been let in; undefined when nobody answered. Rejects when the logic does. The SDK would
   * build two HTTP clients for each turn, a sixth of its cost; ours has none, so nothing can be posted past the sender.
   */
  async turn(identity: Identity, activity: object, logic: (context: TurnContext) => Promise<void>): Promise<InvokeAnswer | undefined> {
    const context = new TurnContext(this, activity);
    context.turnState.set(this.BotIdentityKey, identity.claimsIdentity);
    await this.runMiddleware(context, logic);
    return context.turnState.get(INVOKE_RESPONSE_KEY)?.value;
  }

  /** The token for calls to Teams, from the SDK's own cache unless a `fresh` one is asked for; undefined in the local profile, where none is sent. */
  async token(fresh = false): Promise<string | undefined> {
    if (this.#bot === undefined) return undefined;
    this.#credentials ??= await this.#createCredentials(this.#bot);
    return this.#credentials.getToken(fresh);
  }

  async #createCredentials({ appId, parameters }: Bot): Promise<Credentials> {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(appId));
    const client = await factory.create('https://smba.trafficmanager.net/teams/', parameters?.ToChannelFromBotOAuthScope ?? channelScope);
    return client.credentials as unknown as Credentials;
  }
}

function sdkSettings({ appId, appType, tenantId, credential, parameters }: Bot): Record<string, string> {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
    ...(credential.kind === 'secret' ? { MicrosoftAppPassword: credential.secret } : {}),
    ...(credential.kind === 'certificate'
      ? { CertificateThumbprint: credential.thumbprint, CertificatePrivateKey: credential.privateKey }
      : {}),
    ...parameters,
  };
}

/** The SDK looked at the token and does not take it; everything else, such as keys that cannot be fetched, says nothing about the token. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { statusCode } = error as { statusCode?: unknown };
  return statusCode === 401 || statusCode === 403 || /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(error.name);
}
