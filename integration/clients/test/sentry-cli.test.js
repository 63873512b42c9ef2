import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from './support/programs.js';
import { sentryCli } from './support/sentry-cli.js';
import { deploys, dsn, errors, issueOf, timeline } from './support/traceops.js';

const RELEASE = 'till@1.0.0+7';
const MINUTE_MS = 60_000;

let folder;

/** A folder with a Git repository of two commits, as a build has it. */
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traceops-clients-'));
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  const git = async (...args) => {
    const { code, stderr } = await run('git', [...identity, ...args], { cwd: folder });
    assert.equal(code, 0, stderr);
  };
  await git('init', '--quiet');
  await git('commit', '--quiet', '--allow-empty', '-m', 'Open the till');
  await git('commit', '--quiet', '--allow-empty', '-m', 'Count the change');
});
after(() => rm(folder, { recursive: true }));

/** Calls the command line and expects it to succeed. */
async function succeed(cli, ...args) {
  const { code, stdout, stderr } = await cli(...args);
  assert.equal(code, 0, `sentry-cli ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

describe('sentry-cli', () => {
  test('info_withToken_namesTheServer', async () => {
    const said = await succeed(sentryCli('shop-till', folder), 'info');
    assert.match(said, /Method: Auth Token/);
    assert.match(said, /project:releases/);
  });

  test('release_announcedToDeployed_isOneDeployOfItsService', async () => {
    const cli = sentryCli('shop-till', folder);
    const deployedAt = Date.now() - 2 * MINUTE_MS;
    const seconds = Math.floor(deployedAt / 1_000);
    const deploy = ['deploys', 'new', '-r', RELEASE, '-e', 'production', '-n', 'rollout-7', '-u',
      'https://ci.example.org/7', '--started', `${seconds - 30}`, '--finished', `${seconds}`];

    await succeed(cli, 'releases', 'new', RELEASE);
    await succeed(cli, 'releases', 'set-commits', RELEASE, '--auto');
    await succeed(cli, 'releases', 'finalize', RELEASE);
    await succeed(cli, ...deploy);

    const [stored, ...others] = await deploys('shop-till');
    assert.deepEqual(others, []);
    assert.equal(stored.eventType, 'DEPLOY');
    assert.equal(stored.serviceName, 'shop-till');
    assert.equal(stored.timestamp, seconds * 1_000);
    assert.equal(stored.message, `Deployed ${RELEASE} to production`);
    assert.equal(stored.detected, undefined);
    const { commits, dateStarted, dateFinished, ...metadata } = stored.metadata;
    assert.deepEqual(metadata, {
      version: RELEASE,
      release: RELEASE,
      environment: 'production',
      name: 'rollout-7',
      url: 'https://ci.example.org/7',
      organization: 'acme',
    });
    assert.equal(Date.parse(dateStarted), (seconds - 30) * 1_000);
    assert.equal(Date.parse(dateFinished), seconds * 1_000);
    assert.deepEqual(commits.map(({ message, author, email }) => ({ message, author, email })), [
      { message: 'Count the change', author: 'Ada', email: 'ada@example.org' },
      { message: 'Open the till', author: 'Ada', email: 'ada@example.org' },
    ]);

    // All of it again, as when a build is repeated, and commits are said once more in between.
    await succeed(cli, 'releases', 'new', RELEASE);
    await succeed(cli, 'releases', 'set-commits', RELEASE, '--local');
    await succeed(cli, ...deploy);
    await succeed(cli, 'releases', 'finalize', RELEASE);
    assert.deepEqual(await deploys('shop-till'), [stored]);

    const listed = await succeed(cli, 'deploys', 'list', '-r', RELEASE);
    assert.equal(listed.match(/rollout-7/g).length, 1, listed);
    assert.match(await succeed(cli, 'releases', 'list'), /till@1\.0\.0\+7/);
    assert.match(await succeed(cli, 'releases', 'info', RELEASE), /till@1\.0\.0\+7/);
  });

  test('deploy_amidErrors_resolvesThoseBeforeAndIsSuspectedOfThoseAfter', async () => {
    const cli = sentryCli('shop-drawer', folder, { SENTRY_DSN: dsn(5) });
    const now = Math.floor(Date.now() / 1_000);
    const send = (release, message, secondsAgo) =>
      succeed(cli, 'send-event', '--no-environ', '-r', release, '-E', 'production', '-m', message,
        '--timestamp', `${now - secondsAgo}`);
    await send('drawer@1', 'Drawer is stuck', 180);
    await send('drawer@1', 'Coin is unknown', 170);
    await succeed(cli, 'releases', 'new', 'drawer@2');
    await succeed(cli, 'deploys', 'new', '-r', 'drawer@2', '-e', 'production', '--finished', `${now - 120}`);
    await send('drawer@2', 'Drawer is stuck', 60);
    await send('drawer@2', 'Drawer is missing', 50);

    const [deploy, ...before] = await deploys('shop-drawer');
    assert.equal(deploy.message, 'Deployed drawer@2 to production');
    assert.deepEqual(before.map(({ detected, metadata }) => [detected, metadata.release]), [[true, 'drawer@1']]);
    const stored = Object.fromEntries((await errors('shop-drawer', 4)).reverse().map(one => [one.message, one]));

    const gone = await issueOf(stored['Coin is unknown']);
    assert.equal(gone.status, 'resolved');
    assert.equal(gone.resolvedBy.eventId, deploy.id);
    const back = await issueOf(stored['Drawer is stuck']);
    assert.equal(back.status, 'open');
    assert.equal(back.regressionCount, 1);
    assert.equal(back.suspectedCause.eventId, deploy.id);
    const caused = await issueOf(stored['Drawer is missing']);
    assert.equal(caused.suspectedCause.eventId, deploy.id);
    assert.equal(caused.suspectedCause.release, 'drawer@2');

    const after = (await timeline('shop-drawer')).filter(({ timestamp }) => timestamp > deploy.timestamp);
    assert.deepEqual(after.map(({ isLikelyCause, correlatedTo }) => [isLikelyCause, correlatedTo]), [
      [true, deploy.id],
      [true, deploy.id],
    ]);
  });

  test('deploy_ofReleaseThatNobodyAnnounced_isOfTheProjectsItNames', async () => {
    const cli = sentryCli('shop-till', folder);
    await succeed(cli, 'deploys', 'new', '-r', 'both@1', '-e', 'staging', '-p', 'shop-left', '-p', 'shop-right');
    // Whoever announces it afterwards takes nothing away.
    await succeed(cli, 'releases', 'finalize', 'both@1');
    await succeed(cli, 'releases', 'new', 'both@1');
    for (const service of ['shop-left', 'shop-right']) {
      const [deploy, ...others] = await deploys(service);
      assert.deepEqual(others, []);
      assert.equal(deploy.metadata.release, 'both@1');
      assert.equal(deploy.metadata.environment, 'staging');
    }
  });

  test('deploy_ofProjectByNumber_isOfTheServiceThatTheNumberStandsFor', async () => {
    await succeed(sentryCli('6', folder), 'releases', 'new', 'scales@1');
    await succeed(sentryCli('6', folder), 'deploys', 'new', '-r', 'scales@1', '-e', 'production');
    assert.equal((await deploys('shop-scales')).length, 1);
  });

  test('deploy_ofNoProject_failsAndSaysWhatToDo', async () => {
    const { code, stderr } = await sentryCli('shop-till', folder)('deploys', 'new', '-r', 'nobodys@1', '-e', 'production');
    assert.notEqual(code, 0);
    assert.match(stderr, /pass --project to 'deploys new'/);
  });

  test('sourcemaps_uploaded_failAndSayThatTheyAreNotSupported', async () => {
    await writeFile(join(folder, 'till.js'), 'open();\n');
    await writeFile(join(folder, 'till.js.map'), '{"version":3,"sources":[],"mappings":""}');
    const { code, stderr } = await sentryCli('shop-till', folder)('sourcemaps', 'upload', '-r', RELEASE, '.');
    assert.notEqual(code, 0);
    assert.match(stderr, /uploads are not supported: TraceOps takes releases, commits and deploys/);
  });

  test('release_deleted_leavesItsDeploys', async () => {
    const cli = sentryCli('shop-till', folder);
    const stored = await deploys('shop-till');
    await succeed(cli, 'releases', 'delete', RELEASE);
    assert.deepEqual(await deploys('shop-till'), stored);
  });
});
