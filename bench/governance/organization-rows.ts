/** Some names are many people's: the square of a random number is mostly small. */
const FIRST_NAMES = ['Anna', 'Luca', 'Maria', 'Tom', 'Jürgen', 'Giulia', 'Marta', 'Paul', 'Sofia', 'Émile', 'Lena', 'Marco', 'Ida', 'Otto', 'Ada', 'Zoë']
const LAST_NAMES = ['Müller', 'Rossi', 'Smith', 'Weber', 'Bianchi', 'Gruber', 'Jones', 'Ferrari', 'Huber', 'Novak', 'Costa', 'Bauer', 'Moser', 'Conti', 'Evans', 'Øster', 'Pichler', 'Greco', 'Lang', 'Żak']
const PURPOSES = ['ci', 'deploy', 'backup', 'metrics', 'nightly', 'report', 'sync', 'import', 'terraform', 'grafana', 'release', 'audit', 'migration', 'inventory']
const PLACES = ['prod', 'staging', 'dev', 'eu-west', 'us-east', 'laptop', 'lab', 'warehouse', 'billing', 'edge']

const list = (texts: readonly string[]) => `ARRAY[${texts.map((text) => `'${text}'`).join(', ')}]`
const pick = (texts: readonly string[], at: string) => `(${list(texts)})[1 + floor(${at} * ${texts.length})::int]`

/** Ids ordered by time, as the product makes them. */
const id = (at: string) => `(lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid`

/** $1: how many; $2: what makes their addresses their own. */
export const INSERT_PEOPLE = `
  INSERT INTO user_account (id, email, first_name, last_name, created_at)
  SELECT ${id("(now() - interval '5 years' + n * interval '1 minute')")},
         translate(lower(first || '.' || last), 'üéëøż', 'ueeoz') || '.' || n || '.' || left($2::text, 8) || '@bench.example', first, last, now() - interval '5 years'
    FROM (SELECT n, ${pick(FIRST_NAMES, 'power(random(), 2)')} first, ${pick(LAST_NAMES, 'power(random(), 2)')} last FROM generate_series(1, $1::int) n) made`

/** Days that a token lives as it was granted, by a random number; null: it never expires. */
const TTL_DAYS = `CASE WHEN p < 0.03 THEN NULL WHEN p < 0.06 THEN 730 WHEN p < 0.30 THEN 365 WHEN p < 0.75 THEN 180 WHEN p < 0.92 THEN 90 ELSE 30 END`

/** Issued so long ago that a quarter has expired; half of them were regenerated, and are older. */
const TIMES = `
  SELECT *, now() - random() * coalesce(ttl_days * 1.36, 900) * interval '1 day' issued
    FROM (SELECT *, ${TTL_DAYS} ttl_days FROM (SELECT n, random() p, random() r, random() q, random() s, random() v, power(random(), 1.5) who FROM generate_series(1, $3::int) n) drawn) lives`

/** $1: organization, $2: its owner, $3: how many. */
export const INSERT_TOKENS = `
  WITH people AS (
    SELECT (row_number() OVER (ORDER BY m.user_id) - 1)::int AS at, u.id, u.first_name || ' ' || u.last_name AS name, u.email
      FROM membership m JOIN user_account u ON u.id = m.user_id WHERE m.org_id = $1),
  made AS (
    SELECT t.*, date_trunc('milliseconds', issued) issued_at, date_trunc('milliseconds', issued - CASE WHEN r < 0.5 THEN r * 1400 ELSE 0 END * interval '1 day') created_at,
           date_trunc('milliseconds', issued) + ttl_days * interval '24 hours' expires_at
      FROM (${TIMES}) t),
  used AS (
    SELECT *, CASE WHEN v < 0.12 THEN NULL
                   WHEN v < 0.14 THEN issued_at + interval '1 hour'
                   ELSE GREATEST(issued_at, date_trunc('milliseconds', LEAST(expires_at, now()) - power(random(), 6) * (LEAST(expires_at, now()) - issued_at))) END last_used_at,
           CASE WHEN s < 0.05 THEN date_trunc('milliseconds', issued_at + random() * (now() - issued_at)) END revoked_at
      FROM made),
  found AS (
    SELECT *, revoked_at IS NULL AND coalesce(expires_at > now(), true) AS alive, GREATEST(issued_at, last_used_at) AS active_at FROM used),
  lived AS (
    SELECT f.*, ${id('f.created_at')} AS id, p.id AS user_id, p.name AS user_name, p.email,
           CASE WHEN NOT alive THEN NULL WHEN f.expires_at IS NULL THEN 'never_expires' WHEN f.expires_at > f.issued_at + interval '400 days' THEN 'max_ttl_exceeded' END AS max_violation
      FROM found f JOIN people p ON p.at = floor(f.who * (SELECT count(*) FROM people))::int),
  token AS (
    INSERT INTO api_token (org_id, id, user_id, user_name, user_email, name, digest, digest_key_version, last_four, created_at, issued_at, ttl_value, ttl_unit, expires_at,
                           reminder_days, revoked_at, all_roles, org_roles, service_roles, open_id, deactivated_at, deactivated_by, deactivation_reason, idempotency_key)
    SELECT $1, id, user_id, user_name, email,
           ${pick(PURPOSES, 'power(random(), 2)')} || '-' || ${pick(PLACES, 'random()')} || CASE WHEN random() < 0.7 THEN '-' || floor(power(random(), 2) * 5000)::int ELSE '' END,
           sha256((random()::text || n || who)::bytea), 1, substr(md5(random()::text), 1, 4), created_at, issued_at,
           ttl_days, CASE WHEN ttl_days IS NOT NULL THEN 'days' END, expires_at, CASE WHEN random() < 0.5 AND ttl_days > 7 THEN 7 END, revoked_at,
           q > 0.9, CASE WHEN q > 0.9 OR q BETWEEN 0.80 AND 0.83 THEN '{}'::text[] WHEN q > 0.897 THEN '{software_installer}' WHEN q > 0.85 THEN '{org_member,billing_read_only}'
                         WHEN q > 0.45 THEN '{org_member,developer}' ELSE '{org_member}' END,
           CASE WHEN q BETWEEN 0.80 AND 0.83 THEN '{external/warehouse/reader}'::text[] WHEN q BETWEEN 0.20 AND 0.21 THEN '{external/billing/writer}' ELSE '{}' END, random() < 0.3,
           CASE WHEN s > 0.92 THEN date_trunc('milliseconds', issued_at + random() * (now() - issued_at)) END, CASE WHEN s > 0.92 THEN $2::uuid END, CASE WHEN s > 0.92 THEN 'no_longer_needed' END,
           gen_random_uuid()
      FROM lived)
  INSERT INTO token_life (org_id, id, user_id, created_at, issued_at, expires_at, revoked_at, last_used_at, max_violation, max_violation_since, idle_violation_since)
  SELECT $1, id, user_id, created_at, issued_at, expires_at, revoked_at, last_used_at, max_violation, CASE WHEN max_violation IS NOT NULL THEN issued_at END,
         CASE WHEN alive AND active_at < now() - interval '90 days' THEN active_at + interval '90 days' END
    FROM lived`
