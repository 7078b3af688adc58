using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261129161109_ListsByIndex")]
    public class ListsByIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_task_open_claimable",
                table: "task_open");

            migrationBuilder.AlterColumn<string>(
                name: "external_no",
                table: "cases",
                type: "text",
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "case_no",
                table: "cases",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.CreateIndex(
                name: "ix_task_open_claimable",
                table: "task_open",
                columns: new[] { "centre_id", "unit_id", "role", "due_at", "case_id", "task_no" },
                filter: "assignee is null and offered_user is null");

            migrationBuilder.CreateIndex(
                name: "ix_task_open_offered",
                table: "task_open",
                columns: new[] { "centre_id", "offered_user", "due_at", "case_id", "task_no" },
                filter: "assignee is null and offered_user is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_centre_id_item_id_case_id",
                table: "cases",
                columns: new[] { "centre_id", "item_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_centre_id_received_by_case_id",
                table: "cases",
                columns: new[] { "centre_id", "received_by", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_centre_id_unit_id_case_id",
                table: "cases",
                columns: new[] { "centre_id", "unit_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_centre_id_window_id_case_id",
                table: "cases",
                columns: new[] { "centre_id", "window_id", "case_id" },
                filter: "window_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_counted",
                table: "cases",
                columns: new[] { "centre_id", "case_id" },
                filter: "status < 7")
                .Annotation("Npgsql:IndexInclude", new[] { "status", "accepted_at", "due_at", "notice_at", "unit_id", "item_id", "window_id", "channel", "kind", "limit_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_case_fact_centre_id_case_id",
                table: "case_fact",
                columns: new[] { "centre_id", "case_id" });

            // The letters of a name and its pairs of neighbours, without capitals: names are found by any part, also by one character.
            migrationBuilder.Sql("""
                create function name_grams(name text) returns text[] language sql immutable strict parallel safe as $body$
                    select array(
                        select distinct substr(lower(name), at, size)
                        from generate_series(1, length(name)) at cross join generate_series(1, 2) size
                        where at + size - 1 <= length(name))
                $body$;
                create index ix_applicant_name_grams on applicant using gin (name_grams(name)) with (fastupdate = off);
                """);

            // What is counted in an index alone needs to know which pages nobody has changed lately: open cases are a small part of their table.
            migrationBuilder.Sql("""
                alter table cases set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
                alter table task_open set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                alter table cases reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
                alter table task_open reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
                drop index ix_applicant_name_grams;
                drop function name_grams(text);
                """);

            migrationBuilder.DropIndex(
                name: "ix_task_open_claimable",
                table: "task_open");

            migrationBuilder.DropIndex(
                name: "ix_task_open_offered",
                table: "task_open");

            migrationBuilder.DropIndex(
                name: "ix_cases_centre_id_item_id_case_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_centre_id_received_by_case_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_centre_id_unit_id_case_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_centre_id_window_id_case_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_open_counted",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_case_fact_centre_id_case_id",
                table: "case_fact");

            migrationBuilder.AlterColumn<string>(
                name: "external_no",
                table: "cases",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "case_no",
                table: "cases",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.CreateIndex(
                name: "ix_task_open_claimable",
                table: "task_open",
                columns: new[] { "centre_id", "unit_id", "due_at", "case_id", "task_no" },
                filter: "assignee is null");
        }
    }
}
