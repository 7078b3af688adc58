using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261129194500_CountedByIndex")]
    public class CountedByIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_open",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open",
                table: "cases",
                columns: new[] { "centre_id", "unit_id", "due_at" },
                filter: "status < 7")
                .Annotation("Npgsql:IndexInclude", new[] { "notice_at", "accepted_at", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_task_open_restricted",
                table: "task_open",
                columns: new[] { "centre_id", "unit_id", "role" },
                filter: "assignee is null and offered_user is null and (post is not null or barred <> '{}')")
                .Annotation("Npgsql:IndexInclude", new[] { "post", "barred" });

            migrationBuilder.CreateIndex(
                name: "ix_case_fact_late",
                table: "case_fact",
                columns: new[] { "centre_id", "on_date" },
                filter: "kind = 2 and on_time is not true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_case_fact_late",
                table: "case_fact");

            migrationBuilder.DropIndex(
                name: "ix_task_open_restricted",
                table: "task_open");

            migrationBuilder.DropIndex(
                name: "ix_cases_open",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open",
                table: "cases",
                columns: new[] { "centre_id", "unit_id", "due_at" },
                filter: "status < 7");
        }
    }
}
