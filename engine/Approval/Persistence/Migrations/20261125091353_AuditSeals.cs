using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <summary>
    /// Seals over the trail, and the number by which they find what is new (decisions, "Seals find new rows by transaction number"). The
    /// number costs a step eight bytes; the block-range index is not touched by an insert.
    /// </summary>
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261125091353_AuditSeals")]
    public class AuditSeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                -- What is added to the cluster's own transaction numbers. A database that was restored elsewhere raises it, so that numbers never begin again.
                create function transaction_epoch() returns bigint language sql stable as $$ select 0::bigint $$;

                create function transaction_no() returns bigint language sql volatile as
                $$ select pg_current_xact_id()::text::bigint + transaction_epoch() $$;

                -- Every transaction below has ended: no commit can slip in behind.
                create function ended_transaction_no() returns bigint language sql stable as
                $$ select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + transaction_epoch() $$;

                alter table audit add column transaction_no bigint not null default 0;
                alter table audit alter column transaction_no set default transaction_no();
                create index ix_audit_transaction_no on audit using brin (transaction_no) with (pages_per_range = 32, autosummarize = on);
                """);

            migrationBuilder.AddColumn<long>(
                name: "transaction_no",
                table: "admin_event",
                type: "bigint",
                nullable: false,
                defaultValueSql: "transaction_no()");

            migrationBuilder.CreateTable(
                name: "audit_seal",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    seal_no = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_no = table.Column<long>(type: "bigint", nullable: false),
                    to_no = table.Column<long>(type: "bigint", nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    event_count = table.Column<int>(type: "integer", nullable: false),
                    events_root = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    contents = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seal", x => new { x.centre_id, x.seal_no });
                });

            migrationBuilder.Sql("create index ix_admin_event_transaction_no on admin_event using brin (transaction_no) with (pages_per_range = 32, autosummarize = on);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_seal");

            migrationBuilder.DropColumn(
                name: "transaction_no",
                table: "admin_event");

            migrationBuilder.Sql("alter table audit drop column transaction_no; drop function ended_transaction_no(); drop function transaction_no(); drop function transaction_epoch();");
        }
    }
}
