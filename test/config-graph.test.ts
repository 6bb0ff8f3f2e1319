import assert from 'node:assert/strict';
import { readConfig } from '#bot/config.ts';

const tenant = '7e1f5a00-0000-4000-8000-00000000c0de';
const staff = '57aff000-0000-4000-8000-000000000000';
const local = { PROFILE: 'local', SCHOOL_FILE: 'school.json' };
const production = {
  MICROSOFT_APP_ID: 'b07b07b0-0000-4000-8000-000000000b07',
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: tenant,
  MICROSOFT_APP_PASSWORD: 'a-secret',
  TENANTS: tenant,
  ADMINISTRATORS: `${tenant}:a1000000-0000-4000-8000-000000000001`,
  SCHOOL_FILE: 'school.json',
  STORE: 'sqlite',
  SQLITE_FILE: 'records.sqlite',
};
const read = (variables: Record<string, string | undefined>) => readConfig(variables);
const graphOf = (variables: Record<string, string | undefined>) => {
  const config = read(variables);
  assert.ok(!('problems' in config), JSON.stringify(config));
  return config.graph;
};
const named = (variables: Record<string, string | undefined>) => {
  const config = read(variables);
  return 'problems' in config ? config.problems.map((problem) => problem.split(':')[0]) : [];
};

describe('people from Entra in the configuration', () => {
  it('are not there where no group is named', () => {
    assert.equal(graphOf(production), undefined);
    assert.equal(graphOf(local), undefined);
  });

  it('are read from Microsoft’s own host unless told, ids in small letters', () => {
    assert.deepEqual(graphOf({ ...production, GRAPH_STAFF_GROUP: staff.toUpperCase() }), {
      url: 'https://graph.microsoft.com',
      groups: { staff },
    });
  });

  it('may be asked for on another cloud or on this machine, and nowhere else: our token goes there', () => {
    for (const url of ['https://graph.microsoft.us', 'http://127.0.0.1:4000'])
      assert.equal(graphOf({ ...production, GRAPH_GOVERNOR_GROUP: staff, GRAPH_URL: url })?.url, url);
    for (const url of ['https://graph.microsoft.com.example', 'http://graph.microsoft.com', 'https://graph.microsoft.com/beta', 'graph'])
      assert.deepEqual(named({ ...production, GRAPH_GOVERNOR_GROUP: staff, GRAPH_URL: url }), ['GRAPH_URL']);
  });

  it('are refused where nobody signs in, but from this machine', () => {
    assert.deepEqual(named({ ...local, GRAPH_STAFF_GROUP: staff }), ['GRAPH_STAFF_GROUP']);
    assert.equal(graphOf({ ...local, GRAPH_STAFF_GROUP: staff, GRAPH_URL: 'http://127.0.0.1:4000' })?.groups.staff, staff);
  });

  it('need ids, and a group before the app can be installed for anybody', () => {
    assert.deepEqual(named({ ...production, GRAPH_STAFF_GROUP: 'all staff' }), ['GRAPH_STAFF_GROUP']);
    assert.deepEqual(named({ ...production, GRAPH_CATALOG_APP: staff }), ['GRAPH_CATALOG_APP']);
    assert.deepEqual(graphOf({ ...production, GRAPH_VOLUNTEER_GROUP: staff, GRAPH_CATALOG_APP: staff })?.catalogApp, staff);
  });

  it('need the certificate beside its key where the app signs in with one', () => {
    const { MICROSOFT_APP_PASSWORD: _secret, ...rest } = production;
    const signed = { ...rest, CERTIFICATE_THUMBPRINT: 'AB12', GRAPH_STAFF_GROUP: staff };
    const key = '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----';
    assert.deepEqual(named({ ...signed, CERTIFICATE_PRIVATE_KEY: key }), ['CERTIFICATE_PRIVATE_KEY']);
    const both = `${key}\n-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----`;
    assert.equal(graphOf({ ...signed, CERTIFICATE_PRIVATE_KEY: both })?.groups.staff, staff);
  });
});
