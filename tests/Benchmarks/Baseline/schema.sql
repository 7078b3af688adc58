-- The baseline kit's tables: the rows that one step of a case has to write, and nothing else. It is not the product's schema; it is the
-- yardstick the product is measured against.
drop schema if exists bench cascade;
create schema bench;

create table bench.cases (
  center_id      int         not null,
  case_id        bigint      not null,
  case_no        text        not null,
  item_id        int         not null,
  unit_id        int         not null,
  window_id      int         not null,
  channel        smallint    not null,
  kind           smallint    not null,            -- 0 instant, 1 promised
  status         smallint    not null,            -- 1 open, 2 suspended, 9 closed
  outcome        smallint    null,
  version        int         not null,            -- guards every write; equals the last audit sequence
  applicant_id   bigint      not null,
  flow_id        text        not null,
  flow_version   int         not null,
  accepted_at    timestamptz not null,
  promised_days  smallint    not null,
  due_at         timestamptz not null,
  closed_at      timestamptz null,
  closed_day     date        null,
  used_days      smallint    null,
  updated_at     timestamptz not null,
  head_hash      bytea       not null,            -- head of this case's audit chain
  state          jsonb       not null,            -- flow state
  primary key (center_id, case_id)
) with (fillfactor = 70);                         -- room for HOT: a step touches no indexed column of this table
create unique index cases_no     on bench.cases (center_id, case_no);
create index        cases_open   on bench.cases (center_id, unit_id, due_at) where status < 9;
create index        cases_closed on bench.cases (center_id, closed_day)
  include (kind, item_id, unit_id, window_id, channel, outcome, promised_days, used_days) where status = 9;

create table bench.task (
  center_id   int         not null,
  task_id     bigint      not null,
  case_id     bigint      not null,
  activity_id text        not null,
  unit_id     int         not null,
  assignee_id int         null,
  status      smallint    not null,               -- 0 claimable, 1 claimed, 9 done
  due_at      timestamptz not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz null,
  outcome     text        null,
  primary key (center_id, task_id)
) with (fillfactor = 90);
create index task_case      on bench.task (center_id, case_id);
create index task_mine      on bench.task (center_id, assignee_id, due_at, task_id) where status = 1;
create index task_claimable on bench.task (center_id, unit_id, due_at, task_id)     where status = 0;

create table bench.timer (                              -- a fired or cancelled timer is deleted; the audit row remembers it
  center_id int         not null,
  timer_id  bigint      not null,
  case_id   bigint      not null,
  kind      smallint    not null,
  due_at    timestamptz not null,
  primary key (center_id, timer_id)
);
create index timer_due  on bench.timer (due_at);
create index timer_case on bench.timer (center_id, case_id);

create table bench.audit (                              -- chained per case: (center_id, case_id, seq) is also the write guard
  center_id  int         not null,
  case_id    bigint      not null,
  seq        int         not null,
  at         timestamptz not null,
  actor_id   int         not null,
  kind       smallint    not null,
  command_id uuid        not null,                -- idempotency key
  payload    json        not null,                -- json, not jsonb: the hash is over the bytes as written; jsonb reorders keys
  prev_hash  bytea       not null,
  hash       bytea       not null,
  primary key (center_id, case_id, seq)
);
create unique index audit_command on bench.audit (center_id, command_id);

create table bench.outbox (                             -- a delivered message is deleted or moved
  center_id   int         not null,
  outbox_id   bigint      generated always as identity,
  case_id     bigint      not null,
  kind        smallint    not null,
  next_try_at timestamptz not null,
  payload     jsonb       not null,
  primary key (center_id, outbox_id)
);
create index outbox_due on bench.outbox (next_try_at);
