using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <summary>Sub-tasks, delegation and urging of tasks; copies of cases, absences with a deputy, work handed over.</summary>
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261125093826_ActsOnTasks")]
    public class ActsOnTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_task_closed",
                table: "task_closed");

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "task_open",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "parent_no",
                table: "task_open",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "urged",
                table: "task_open",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "closed_seq",
                table: "task_closed",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "task_closed",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "parent_no",
                table: "task_closed",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "urged",
                table: "task_closed",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "pk_task_closed",
                table: "task_closed",
                columns: new[] { "centre_id", "case_id", "task_no", "closed_seq" });

            migrationBuilder.CreateTable(
                name: "absence",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    absence_id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    deputy = table.Column<string>(type: "text", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence", x => new { x.centre_id, x.absence_id });
                });

            migrationBuilder.CreateTable(
                name: "case_copy",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    copied_by = table.Column<string>(type: "text", nullable: false),
                    copied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_copy", x => new { x.centre_id, x.case_id, x.user_name });
                });

            migrationBuilder.CreateTable(
                name: "hand_over",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    hand_over_id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    from_user = table.Column<string>(type: "text", nullable: false),
                    to_user = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    offered = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_over", x => new { x.centre_id, x.hand_over_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_task_open_owner",
                table: "task_open",
                columns: new[] { "centre_id", "owner" },
                filter: "owner is not null");

            migrationBuilder.CreateIndex(
                name: "ix_absence_centre_id_until_on",
                table: "absence",
                columns: new[] { "centre_id", "until_on" });

            migrationBuilder.CreateIndex(
                name: "ix_case_copy_centre_id_user_name_copied_at_case_id",
                table: "case_copy",
                columns: new[] { "centre_id", "user_name", "copied_at", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_open",
                table: "hand_over",
                columns: new[] { "centre_id", "hand_over_id" },
                filter: "done_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence");

            migrationBuilder.DropTable(
                name: "case_copy");

            migrationBuilder.DropTable(
                name: "hand_over");

            migrationBuilder.DropIndex(
                name: "ix_task_open_owner",
                table: "task_open");

            migrationBuilder.DropPrimaryKey(
                name: "pk_task_closed",
                table: "task_closed");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "task_open");

            migrationBuilder.DropColumn(
                name: "parent_no",
                table: "task_open");

            migrationBuilder.DropColumn(
                name: "urged",
                table: "task_open");

            migrationBuilder.DropColumn(
                name: "closed_seq",
                table: "task_closed");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "task_closed");

            migrationBuilder.DropColumn(
                name: "parent_no",
                table: "task_closed");

            migrationBuilder.DropColumn(
                name: "urged",
                table: "task_closed");

            migrationBuilder.AddPrimaryKey(
                name: "pk_task_closed",
                table: "task_closed",
                columns: new[] { "centre_id", "case_id", "task_no" });
        }
    }
}
