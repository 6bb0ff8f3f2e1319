import assert from 'node:assert/strict';
import { configOf, named, problemsOf, production, tenant } from '#test/support/config-variables.ts';

const parameters = {
  BOT_VALIDATE_AUTHORITY: 'true',
  BOT_TO_CHANNEL_FROM_BOT_LOGIN_URL: 'https://login.invalid',
  BOT_TO_CHANNEL_FROM_BOT_OAUTH_SCOPE: 'https://scope.invalid',
  BOT_TO_BOT_FROM_CHANNEL_TOKEN_ISSUER: 'https://issuer.invalid',
  BOT_OAUTH_URL: 'https://oauth.invalid',
  BOT_TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: 'https://channel.invalid',
  BOT_TO_BOT_FROM_EMULATOR_OPEN_ID_METADATA_URL: 'https://emulator.invalid',
  BOT_CALLER_ID: 'urn:test',
};
const cosmos = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://records.invalid/', QUEUE_URL: 'https://queue.invalid/online-safety' };
describe('the configuration', () => {
  it('of production is read whole, ids in small letters', () => {
    assert.deepEqual(configOf(production), {
      profile: 'production',
      host: '0.0.0.0',
      port: 3978,
      bot: {
        appId: production.MICROSOFT_APP_ID,
        appType: 'SingleTenant',
        tenantId: tenant.toLowerCase(),
        credential: { kind: 'secret', secret: 'a-secret' },
      },
      tenants: [tenant.toLowerCase()],
      administrators: [production.ADMINISTRATORS.toLowerCase()],
      store: { kind: 'sqlite', file: 'records.sqlite' },
      schoolFile: 'school.json',
      serviceUrls: [
        'smba.trafficmanager.net',
        'smba.infra.gcc.teams.microsoft.com',
        'smba.infra.gov.teams.microsoft.us',
        'smba.infra.dod.teams.microsoft.us',
      ],
      defaultServiceUrl: 'https://smba.trafficmanager.net/teams/',
      fileHosts: ['sharepoint.com'],
    });
  });

  it('of nothing is production, and says everything that is missing at once', () => {
    const missing = [
      'SCHOOL_FILE',
      'TENANTS',
      'ADMINISTRATORS',
      'STORE',
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_TYPE',
      'MICROSOFT_APP_TENANT_ID',
    ];
    assert.deepEqual(named(problemsOf({})), missing);
  });

  it('counts a variable that is set to nothing as not set', () => {
    assert.deepEqual(named(problemsOf({ ...production, TENANTS: ' ', MICROSOFT_APP_ID: '' })), ['TENANTS', 'MICROSOFT_APP_ID']);
  });

  it('takes what it would have taken without a variable that is set to nothing', () => {
    assert.equal(configOf({ ...production, PORT: '' }).port, 3978);
  });

  it('never repeats what stood in a variable', () => {
    const wrong = Object.fromEntries(
      Object.keys({ ...production, ...cosmos, PORT: '', PROFILE: '' }).map((name) => [name, 'hunter2 hunter2']),
    );
    assert.doesNotMatch(problemsOf(wrong).join(), /hunter2/);
  });

  const mistakes: [name: string, change: Record<string, string | undefined>, problems: string[]][] = [
    ['a profile with a typing error', { PROFILE: 'prod' }, ['PROFILE']],
    ['a port that is no port', { PORT: '70000' }, ['PORT']],
    ['an app type with a typing error', { MICROSOFT_APP_TYPE: 'Singletenant' }, ['MICROSOFT_APP_TYPE']],
    ['an app type for every tenant', { MICROSOFT_APP_TYPE: 'MultiTenant' }, ['MICROSOFT_APP_TYPE']],
    ['an app id that is no id', { MICROSOFT_APP_ID: 'online-safety' }, ['MICROSOFT_APP_ID']],
    ['no secret and no certificate', { MICROSOFT_APP_PASSWORD: undefined }, ['MICROSOFT_APP_PASSWORD']],
    [
      'half a certificate',
      { CERTIFICATE_THUMBPRINT: 'AB', MICROSOFT_APP_PASSWORD: undefined },
      ['CERTIFICATE_THUMBPRINT, CERTIFICATE_PRIVATE_KEY', 'MICROSOFT_APP_PASSWORD'],
    ],
    ['a secret and a certificate', { CERTIFICATE_THUMBPRINT: 'AB', CERTIFICATE_PRIVATE_KEY: 'KEY' }, ['MICROSOFT_APP_PASSWORD']],
    ['a managed identity with a secret', { MICROSOFT_APP_TYPE: 'UserAssignedMSI' }, ['MICROSOFT_APP_PASSWORD']],
    ['a tenant that is no id', { TENANTS: `${tenant}, larkfield` }, ['TENANTS']],
    ['an administrator without a tenant', { ADMINISTRATORS: 'a1000000-0000-4000-8000-000000000001' }, ['ADMINISTRATORS']],
    ['a store that we do not have', { STORE: 'postgres' }, ['STORE']],
    ['SQLite without a file', { SQLITE_FILE: undefined }, ['SQLITE_FILE']],
    ['Cosmos without anything', { STORE: 'cosmos' }, ['COSMOS_ENDPOINT', 'QUEUE_URL']],
    ['a queue that is no address', { ...cosmos, QUEUE_URL: 'queue' }, ['QUEUE_URL']],
    ['two queues', { ...cosmos, QUEUE_CONNECTION_STRING: 'UseDevelopmentStorage=true' }, ['QUEUE_URL']],
    ['a queue name that Azure refuses', { ...cosmos, QUEUE_NAME: 'Online Safety' }, ['QUEUE_NAME']],
    ['a service host with a path', { SERVICE_URLS: 'smba.trafficmanager.net/uk' }, ['SERVICE_URLS']],
    ['a service address without TLS', { SERVICE_URLS: 'http://smba.trafficmanager.net' }, ['SERVICE_URLS']],
    ['a default service address on another host', { DEFAULT_SERVICE_URL: 'https://elsewhere.invalid/' }, ['DEFAULT_SERVICE_URL']],
    ['some authentication parameters', { BOT_CALLER_ID: 'urn:test' }, [Object.keys(parameters).slice(0, 7).join(', ')]],
  ];
  for (const [name, change, problems] of mistakes) {
    it(`is refused with ${name}`, () => {
      const said = problemsOf({ ...production, ...change });
      assert.deepEqual(named(said), problems);
      for (const problem of said) assert.match(problem, /: .+\.$/);
    });
  }

  it('takes a certificate, or a managed identity, instead of a secret', () => {
    const certificate = { MICROSOFT_APP_PASSWORD: undefined, CERTIFICATE_THUMBPRINT: 'AB', CERTIFICATE_PRIVATE_KEY: 'KEY' };
    assert.deepEqual(configOf({ ...production, ...certificate }).bot?.credential, {
      kind: 'certificate',
      thumbprint: 'AB',
      privateKey: 'KEY',
    });
    const identity = { MICROSOFT_APP_PASSWORD: undefined, MICROSOFT_APP_TYPE: 'UserAssignedMSI' };
    assert.deepEqual(configOf({ ...production, ...identity }).bot?.credential, { kind: 'managed-identity' });
  });

  it('takes every authentication parameter when all are given', () => {
    assert.equal(configOf({ ...production, ...parameters }).bot?.parameters?.OAuthUrl, 'https://oauth.invalid');
  });

  it('takes Cosmos with the managed identity, or with keys', () => {
    assert.deepEqual(configOf({ ...production, ...cosmos }).store, {
      kind: 'cosmos',
      endpoint: cosmos.COSMOS_ENDPOINT,
      database: 'online-safety',
      queue: { url: cosmos.QUEUE_URL },
    });
    const keys = { ...cosmos, COSMOS_KEY: 'key', QUEUE_URL: undefined, QUEUE_CONNECTION_STRING: 'UseDevelopmentStorage=true' };
    assert.deepEqual(configOf({ ...production, ...keys }).store, {
      kind: 'cosmos',
      endpoint: cosmos.COSMOS_ENDPOINT,
      key: 'key',
      database: 'online-safety',
      queue: { connectionString: 'UseDevelopmentStorage=true', name: 'online-safety' },
    });
  });

  it('posts first to the first of the service hosts that are listed', () => {
    assert.equal(
      configOf({ ...production, SERVICE_URLS: 'smba.infra.gcc.teams.microsoft.com' }).defaultServiceUrl,
      'https://smba.infra.gcc.teams.microsoft.com/teams/',
    );
    assert.equal(configOf({ ...production, SERVICE_URLS: 'http://127.0.0.1:5000' }).defaultServiceUrl, 'http://127.0.0.1:5000/');
  });
});

describe('the local profile', () => {
  it('listens nowhere else, and takes no app id', () => {
    const local = { PROFILE: 'local', SCHOOL_FILE: 'school.json' };
    assert.deepEqual(named(problemsOf({ ...local, HOST: '0.0.0.0', MICROSOFT_APP_ID: production.MICROSOFT_APP_ID })), [
      'HOST',
      'MICROSOFT_APP_ID',
    ]);
  });

  it('keeps its records where it is told', () => {
    assert.equal(configOf({ PROFILE: 'local', SCHOOL_FILE: 'school.json', ...cosmos }).store.kind, 'cosmos');
  });
});
