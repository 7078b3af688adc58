-- The rows that one step of a case has to write, and nothing else: the yardstick that the product is measured against.
-- It is not the product's schema.
drop schema if exists bench cascade;
create schema bench;

create table bench.cases (
  center_id      int         not null,
  case_id        bigint      not null,
  case_no        text        not null,
  item_id        int         not null,
  unit_id        int         not null,
  status         smallint    not null,
  version        int         not null,
  due_at         timestamptz not null,
  updated_at     timestamptz not null,
  head_hash      bytea       not null,
  state          jsonb       not null,
  primary key (center_id, case_id)
) with (fillfactor = 70);
create unique index cases_no   on bench.cases (center_id, case_no);
create index        cases_open on bench.cases (center_id, unit_id, due_at) where status < 9;

create table bench.task (
  center_id   int         not null,
  task_id     bigint      not null,
  case_id     bigint      not null,
  activity_id text        not null,
  unit_id     int         not null,
  assignee_id int         null,
  status      smallint    not null,
  due_at      timestamptz not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz null,
  outcome     text        null,
  primary key (center_id, task_id)
) with (fillfactor = 90);
create index task_case      on bench.task (center_id, case_id);
create index task_mine      on bench.task (center_id, assignee_id, due_at, task_id) where status = 1;
create index task_claimable on bench.task (center_id, unit_id, due_at, task_id)     where status = 0;

create table bench.timer (
  center_id int         not null,
  timer_id  bigint      not null,
  case_id   bigint      not null,
  kind      smallint    not null,
  due_at    timestamptz not null,
  primary key (center_id, timer_id)
);
create index timer_due  on bench.timer (due_at);
create index timer_case on bench.timer (center_id, case_id);

create table bench.audit (
  center_id  int         not null,
  case_id    bigint      not null,
  seq        int         not null,
  at         timestamptz not null,
  actor_id   int         not null,
  kind       smallint    not null,
  command_id uuid        not null,
  payload    json        not null,
  prev_hash  bytea       not null,
  hash       bytea       not null,
  primary key (center_id, case_id, seq)
);
create unique index audit_command on bench.audit (center_id, command_id);

create table bench.outbox (
  center_id   int         not null,
  outbox_id   bigint      generated always as identity,
  case_id     bigint      not null,
  kind        smallint    not null,
  next_try_at timestamptz not null,
  payload     jsonb       not null,
  primary key (center_id, outbox_id)
);
create index outbox_due on bench.outbox (next_try_at);

-- Open cases, each with one open task and one timer; the state is as large as a usual flow state.
insert into bench.cases
select 1, i, '510100-' || i, 1 + (i % 300), 1 + (i % 200), 1, 1, now() + random() * interval '20 days', now(), sha256(i::text::bytea),
       jsonb_build_object(
         'v', 'aaaaaaaa',
         'tokens',    (select jsonb_agg(jsonb_build_object('a', 'activity-' || n, 'n', 'Flowchart1:' || n, 's', 'waiting')) from generate_series(1, 3) n),
         'bookmarks', (select jsonb_agg(jsonb_build_object('id', md5((i * 7 + n)::text), 'a', 'activity-' || n, 'kind', 'Approval.ReviewTask')) from generate_series(1, 2) n),
         'vars',      (select jsonb_object_agg('variable' || n, md5((i + n)::text)) from generate_series(1, 12) n),
         'clock',     jsonb_build_object('promised', 5, 'legal', 20, 'accepted', '2015-03-02T02:00:00Z', 'suspensions', '[]'::jsonb))
from generate_series(1, :cases::bigint) i;
insert into bench.task
select 1, i * 1000 + 1, i, 'Review1', 1 + (i % 200), null, 0, now() + random() * interval '20 days', now() - interval '1 day', null, null
from generate_series(1, :cases::bigint) i;
insert into bench.timer select 1, i * 1000 + 1, i, 1, now() + interval '1 hour' + random() * interval '20 days' from generate_series(1, :cases::bigint) i;
insert into bench.audit select 1, i, 1, now() - interval '1 day', 1 + (i % 2000), 1, gen_random_uuid(), '{"e":"opened"}', '\x00', sha256(i::text::bytea) from generate_series(1, :cases::bigint) i;
vacuum analyze bench.cases, bench.task, bench.timer, bench.audit;
