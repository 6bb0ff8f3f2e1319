import assert from 'node:assert/strict';
import { configOf, named, problemsOf, production } from '#test/support/config-variables.ts';

const staff = '57aff000-0000-4000-8000-000000000000';
const local = { PROFILE: 'local', SCHOOL_FILE: 'school.json' };
type Variables = Parameters<typeof configOf>[0];
const graphOf = (variables: Variables) => configOf(variables).graph;
const wrong = (variables: Variables) => named(problemsOf(variables));

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
      assert.deepEqual(wrong({ ...production, GRAPH_GOVERNOR_GROUP: staff, GRAPH_URL: url }), ['GRAPH_URL']);
  });

  it('are refused where nobody signs in, but from this machine', () => {
    assert.deepEqual(wrong({ ...local, GRAPH_STAFF_GROUP: staff }), ['GRAPH_STAFF_GROUP']);
    assert.equal(graphOf({ ...local, GRAPH_STAFF_GROUP: staff, GRAPH_URL: 'http://127.0.0.1:4000' })?.groups.staff, staff);
  });

  it('need ids, and a group before the app can be installed for anybody', () => {
    assert.deepEqual(wrong({ ...production, GRAPH_STAFF_GROUP: 'all staff' }), ['GRAPH_STAFF_GROUP']);
    assert.deepEqual(wrong({ ...production, GRAPH_CATALOG_APP: staff }), ['GRAPH_CATALOG_APP']);
    assert.deepEqual(graphOf({ ...production, GRAPH_VOLUNTEER_GROUP: staff, GRAPH_CATALOG_APP: staff })?.catalogApp, staff);
  });

  it('need the certificate beside its key where the app signs in with one', () => {
    const { MICROSOFT_APP_PASSWORD: _secret, ...rest } = production;
    const signed = { ...rest, CERTIFICATE_THUMBPRINT: 'AB12', GRAPH_STAFF_GROUP: staff };
    const key = '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----';
    assert.deepEqual(wrong({ ...signed, CERTIFICATE_PRIVATE_KEY: key }), ['CERTIFICATE_PRIVATE_KEY']);
    const both = `${key}\n-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----`;
    assert.equal(graphOf({ ...signed, CERTIFICATE_PRIVATE_KEY: both })?.groups.staff, staff);
  });
});
