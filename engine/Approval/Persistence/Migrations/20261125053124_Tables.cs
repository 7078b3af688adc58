using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261125053124_Tables")]
    public class Tables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "admin_event",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    event_id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admin_event", x => new { x.centre_id, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "alert",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    alert_id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    clock = table.Column<short>(type: "smallint", nullable: false),
                    level = table.Column<short>(type: "smallint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    task_no = table.Column<int>(type: "integer", nullable: true),
                    person = table.Column<string>(type: "text", nullable: true),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    window_id = table.Column<int>(type: "integer", nullable: true),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)0),
                    profile = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "jsonb", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert", x => new { x.centre_id, x.alert_id });
                });

            migrationBuilder.CreateTable(
                name: "applicant",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    applicant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    exception_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_applicant", x => new { x.centre_id, x.applicant_id });
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    material_code = table.Column<string>(type: "text", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uploaded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => new { x.centre_id, x.attachment_id });
                });

            migrationBuilder.CreateTable(
                name: "calendar_year",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    days = table.Column<string>(type: "jsonb", nullable: false),
                    sources = table.Column<string>(type: "jsonb", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_year", x => new { x.centre_id, x.year, x.version });
                });

            migrationBuilder.CreateTable(
                name: "case_counter",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    on_date = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_counter", x => new { x.centre_id, x.item_id, x.on_date });
                });

            migrationBuilder.CreateTable(
                name: "case_fact",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    fact_id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    xid = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()"),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    sign = table.Column<short>(type: "smallint", nullable: false),
                    on_date = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    window_id = table.Column<int>(type: "integer", nullable: true),
                    channel = table.Column<short>(type: "smallint", nullable: false),
                    case_kind = table.Column<short>(type: "smallint", nullable: false),
                    limit_kind = table.Column<short>(type: "smallint", nullable: false),
                    limit_amount = table.Column<long>(type: "bigint", nullable: false),
                    used_amount = table.Column<long>(type: "bigint", nullable: true),
                    on_time = table.Column<bool>(type: "boolean", nullable: true),
                    extended = table.Column<bool>(type: "boolean", nullable: false),
                    decision = table.Column<short>(type: "smallint", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_fact", x => new { x.centre_id, x.fact_id });
                });

            migrationBuilder.CreateTable(
                name: "case_note",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    note_no = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_note", x => new { x.centre_id, x.case_id, x.note_no });
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_no = table.Column<string>(type: "text", nullable: false),
                    external_no = table.Column<string>(type: "text", nullable: true),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    item_version = table.Column<int>(type: "integer", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    definition_version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<short>(type: "smallint", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    window_id = table.Column<int>(type: "integer", nullable: true),
                    applicant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_by = table.Column<string>(type: "text", nullable: false),
                    project_no = table.Column<string>(type: "text", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    limit_kind = table.Column<short>(type: "smallint", nullable: false),
                    legal_days = table.Column<int>(type: "integer", nullable: true),
                    promised_days = table.Column<int>(type: "integer", nullable: true),
                    calendar_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    calendar_version = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    legal_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    notice_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: true),
                    used_days = table.Column<int>(type: "integer", nullable: true),
                    head_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "jsonb", nullable: false),
                    form = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => new { x.centre_id, x.case_id });
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.CreateTable(
                name: "centre",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false),
                    level_profile = table.Column<string>(type: "text", nullable: false),
                    calendar_version = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    organisation_version = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    catalogue_version = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    settings = table.Column<string>(type: "jsonb", nullable: false, defaultValue: "{}")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_centre", x => x.centre_id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivery",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    delivery_id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outbox_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery", x => new { x.centre_id, x.delivery_id });
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_no = table.Column<int>(type: "integer", nullable: false),
                    activity_id = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    verification_code = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => new { x.centre_id, x.case_id, x.document_no });
                });

            migrationBuilder.CreateTable(
                name: "flow_definition",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    is_latest = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flow_definition", x => new { x.centre_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "heartbeat",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_heartbeat", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_key",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_key", x => new { x.centre_id, x.user_name, x.key });
                });

            migrationBuilder.CreateTable(
                name: "item",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    national_code = table.Column<string>(type: "text", nullable: true),
                    current_version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item", x => new { x.centre_id, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "material",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    promised_on = table.Column<DateOnly>(type: "date", nullable: true),
                    checked_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material", x => new { x.centre_id, x.case_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "office_hours",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    opens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    closes = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_hours", x => new { x.centre_id, x.from_on, x.version });
                    table.CheckConstraint("ck_office_hours_open_before_close", "opens < closes");
                });

            migrationBuilder.CreateTable(
                name: "org_unit",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<int>(type: "integer", nullable: true),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_org_unit", x => new { x.centre_id, x.unit_id });
                    table.ForeignKey(
                        name: "fk_org_unit_org_unit_centre_id_parent_id",
                        columns: x => new { x.centre_id, x.parent_id },
                        principalTable: "org_unit",
                        principalColumns: new[] { "centre_id", "unit_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    outbox_id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    call_id = table.Column<int>(type: "integer", nullable: true),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => new { x.centre_id, x.outbox_id });
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    post_id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => new { x.centre_id, x.post_id });
                });

            migrationBuilder.CreateTable(
                name: "rollup",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    dim = table.Column<short>(type: "smallint", nullable: false),
                    period = table.Column<DateOnly>(type: "date", nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    case_kind = table.Column<short>(type: "smallint", nullable: false),
                    limit_kind = table.Column<short>(type: "smallint", nullable: false),
                    accepted = table.Column<long>(type: "bigint", nullable: false),
                    closed = table.Column<long>(type: "bigint", nullable: false),
                    on_time = table.Column<long>(type: "bigint", nullable: false),
                    measured = table.Column<long>(type: "bigint", nullable: false),
                    early = table.Column<long>(type: "bigint", nullable: false),
                    early_ppb = table.Column<long>(type: "bigint", nullable: false),
                    used = table.Column<long>(type: "bigint", nullable: false),
                    limited = table.Column<long>(type: "bigint", nullable: false),
                    same_day = table.Column<long>(type: "bigint", nullable: false),
                    extended = table.Column<long>(type: "bigint", nullable: false),
                    rule_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup", x => new { x.centre_id, x.dim, x.period, x.key, x.case_kind, x.limit_kind });
                });

            migrationBuilder.CreateTable(
                name: "rollup_watermark",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    xid = table.Column<ulong>(type: "xid8", nullable: false),
                    rule_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup_watermark", x => x.centre_id);
                });

            migrationBuilder.CreateTable(
                name: "task_closed",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_no = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    task_end = table.Column<short>(type: "smallint", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    closed_by = table.Column<string>(type: "text", nullable: true),
                    on_behalf_of = table.Column<string>(type: "text", nullable: true),
                    opinion = table.Column<string>(type: "text", nullable: true),
                    activity_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: true),
                    offered_user = table.Column<string>(type: "text", nullable: true),
                    assignee = table.Column<string>(type: "text", nullable: true),
                    seat = table.Column<string>(type: "text", nullable: true),
                    outcomes = table.Column<string[]>(type: "text[]", nullable: false),
                    barred = table.Column<string[]>(type: "text[]", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    step_limit_days = table.Column<int>(type: "integer", nullable: true),
                    step_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    case_no = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_closed", x => new { x.centre_id, x.case_id, x.task_no });
                });

            migrationBuilder.CreateTable(
                name: "task_open",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_no = table.Column<int>(type: "integer", nullable: false),
                    activity_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: true),
                    offered_user = table.Column<string>(type: "text", nullable: true),
                    assignee = table.Column<string>(type: "text", nullable: true),
                    seat = table.Column<string>(type: "text", nullable: true),
                    outcomes = table.Column<string[]>(type: "text[]", nullable: false),
                    barred = table.Column<string[]>(type: "text[]", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    step_limit_days = table.Column<int>(type: "integer", nullable: true),
                    step_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    case_no = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_open", x => new { x.centre_id, x.case_id, x.task_no });
                });

            migrationBuilder.CreateTable(
                name: "timer",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timer", x => new { x.centre_id, x.case_id, x.kind, x.key });
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "item_version",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    limit_kind = table.Column<short>(type: "smallint", nullable: false),
                    legal_days = table.Column<int>(type: "integer", nullable: false),
                    promised_days = table.Column<int>(type: "integer", nullable: false),
                    delivery_days = table.Column<int>(type: "integer", nullable: true),
                    extension_days = table.Column<int>(type: "integer", nullable: true),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "jsonb", nullable: false),
                    materials = table.Column<string>(type: "jsonb", nullable: false),
                    conditions = table.Column<string>(type: "jsonb", nullable: false),
                    basis = table.Column<string>(type: "jsonb", nullable: false),
                    fee = table.Column<string>(type: "jsonb", nullable: false),
                    guide = table.Column<string>(type: "jsonb", nullable: false),
                    stops = table.Column<string>(type: "jsonb", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_version", x => new { x.centre_id, x.item_id, x.version });
                    table.CheckConstraint("ck_item_version_promised_not_negative", "promised_days >= 0");
                    table.CheckConstraint("ck_item_version_promised_within_legal", "promised_days <= legal_days");
                    table.ForeignKey(
                        name: "fk_item_version_item_centre_id_item_id",
                        columns: x => new { x.centre_id, x.item_id },
                        principalTable: "item",
                        principalColumns: new[] { "centre_id", "item_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post_holding",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    post_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_holding", x => new { x.centre_id, x.user_id, x.unit_id, x.post_id });
                    table.ForeignKey(
                        name: "fk_post_holding_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_post_holding_org_unit_centre_id_unit_id",
                        columns: x => new { x.centre_id, x.unit_id },
                        principalTable: "org_unit",
                        principalColumns: new[] { "centre_id", "unit_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_post_holding_post_centre_id_post_id",
                        columns: x => new { x.centre_id, x.post_id },
                        principalTable: "post",
                        principalColumns: new[] { "centre_id", "post_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_grant",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_grant", x => new { x.centre_id, x.user_id, x.role, x.unit_id });
                    table.ForeignKey(
                        name: "fk_role_grant_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_role_grant_org_unit_centre_id_unit_id",
                        columns: x => new { x.centre_id, x.unit_id },
                        principalTable: "org_unit",
                        principalColumns: new[] { "centre_id", "unit_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claim_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_login_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_token",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_token_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_admin_event_centre_id_at",
                table: "admin_event",
                columns: new[] { "centre_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_admin_event_centre_id_subject_at",
                table: "admin_event",
                columns: new[] { "centre_id", "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_alert_centre_id_case_id_key",
                table: "alert",
                columns: new[] { "centre_id", "case_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alert_centre_id_person",
                table: "alert",
                columns: new[] { "centre_id", "person" },
                filter: "told_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_alert_centre_id_unit_id_due_at_alert_id",
                table: "alert",
                columns: new[] { "centre_id", "unit_id", "due_at", "alert_id" },
                descending: new[] { false, false, true, false });

            migrationBuilder.CreateIndex(
                name: "ix_applicant_centre_id_kind_number",
                table: "applicant",
                columns: new[] { "centre_id", "kind", "number" },
                unique: true,
                filter: "number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_centre_id_case_id",
                table: "attachment",
                columns: new[] { "centre_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_fact_centre_id_accepted_on",
                table: "case_fact",
                columns: new[] { "centre_id", "accepted_on" },
                filter: "kind = 2 and case_kind = 0");

            migrationBuilder.CreateIndex(
                name: "ix_case_fact_centre_id_kind_on_date",
                table: "case_fact",
                columns: new[] { "centre_id", "kind", "on_date" })
                .Annotation("Npgsql:IndexInclude", new[] { "sign", "accepted_on", "item_id", "unit_id", "window_id", "channel", "case_kind", "limit_kind", "limit_amount", "used_amount", "on_time", "extended", "decision", "due_at", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_fact_centre_id_xid",
                table: "case_fact",
                columns: new[] { "centre_id", "xid" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_centre_id_case_no",
                table: "cases",
                columns: new[] { "centre_id", "case_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_centre_id_external_no",
                table: "cases",
                columns: new[] { "centre_id", "external_no" },
                unique: true,
                filter: "external_no is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open",
                table: "cases",
                columns: new[] { "centre_id", "unit_id", "due_at" },
                filter: "status < 7");

            migrationBuilder.CreateIndex(
                name: "ix_centre_code",
                table: "centre",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_centre_id_case_id",
                table: "delivery",
                columns: new[] { "centre_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_centre_id_outbox_id",
                table: "delivery",
                columns: new[] { "centre_id", "outbox_id" },
                unique: true,
                filter: "outbox_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_document_centre_id_number",
                table: "document",
                columns: new[] { "centre_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_flow_definition_centre_id_definition_id_version",
                table: "flow_definition",
                columns: new[] { "centre_id", "definition_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_flow_definition_latest",
                table: "flow_definition",
                columns: new[] { "centre_id", "definition_id" },
                unique: true,
                filter: "is_latest");

            migrationBuilder.CreateIndex(
                name: "ux_flow_definition_name",
                table: "flow_definition",
                columns: new[] { "centre_id", "name" },
                unique: true,
                filter: "is_latest");

            migrationBuilder.CreateIndex(
                name: "ux_flow_definition_published",
                table: "flow_definition",
                columns: new[] { "centre_id", "definition_id" },
                unique: true,
                filter: "is_published");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_key_created_at",
                table: "idempotency_key",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_item_centre_id_code",
                table: "item",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_org_unit_centre_id_code",
                table: "org_unit",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_org_unit_centre_id_parent_id",
                table: "org_unit",
                columns: new[] { "centre_id", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_try_at",
                table: "outbox",
                column: "next_try_at");

            migrationBuilder.CreateIndex(
                name: "ix_post_centre_id_code",
                table: "post",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_holding_centre_id_post_id",
                table: "post_holding",
                columns: new[] { "centre_id", "post_id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_holding_centre_id_unit_id",
                table: "post_holding",
                columns: new[] { "centre_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_holding_user_id",
                table: "post_holding",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_grant_centre_id_unit_id",
                table: "role_grant",
                columns: new[] { "centre_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_role_grant_user_id",
                table: "role_grant",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_open_claimable",
                table: "task_open",
                columns: new[] { "centre_id", "unit_id", "due_at", "case_id", "task_no" },
                filter: "assignee is null");

            migrationBuilder.CreateIndex(
                name: "ix_task_open_mine",
                table: "task_open",
                columns: new[] { "centre_id", "assignee", "due_at", "case_id", "task_no" },
                filter: "assignee is not null");

            migrationBuilder.CreateIndex(
                name: "ix_timer_kind_due_at",
                table: "timer",
                columns: new[] { "kind", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_user_claim_user_id",
                table: "user_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_login_user_id",
                table: "user_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_users_centre_id_user_name",
                table: "users",
                columns: new[] { "centre_id", "user_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "users",
                column: "normalized_user_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "admin_event");

            migrationBuilder.DropTable(
                name: "alert");

            migrationBuilder.DropTable(
                name: "applicant");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "calendar_year");

            migrationBuilder.DropTable(
                name: "case_counter");

            migrationBuilder.DropTable(
                name: "case_fact");

            migrationBuilder.DropTable(
                name: "case_note");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "centre");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "delivery");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropTable(
                name: "flow_definition");

            migrationBuilder.DropTable(
                name: "heartbeat");

            migrationBuilder.DropTable(
                name: "idempotency_key");

            migrationBuilder.DropTable(
                name: "item_version");

            migrationBuilder.DropTable(
                name: "material");

            migrationBuilder.DropTable(
                name: "office_hours");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "post_holding");

            migrationBuilder.DropTable(
                name: "role_grant");

            migrationBuilder.DropTable(
                name: "rollup");

            migrationBuilder.DropTable(
                name: "rollup_watermark");

            migrationBuilder.DropTable(
                name: "task_closed");

            migrationBuilder.DropTable(
                name: "task_open");

            migrationBuilder.DropTable(
                name: "timer");

            migrationBuilder.DropTable(
                name: "user_claim");

            migrationBuilder.DropTable(
                name: "user_login");

            migrationBuilder.DropTable(
                name: "user_token");

            migrationBuilder.DropTable(
                name: "item");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "org_unit");

            migrationBuilder.DropTable(
                name: "users");
        }
    }
}
