using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <summary>Cases that go on in another version of their flow, and passes over the open cases after a calendar was published.</summary>
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261125095128_MovedCases")]
    public class MovedCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "calendar_pass",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    passed = table.Column<int>(type: "integer", nullable: false),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    failed = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_pass", x => new { x.centre_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "migration",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    migration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: false),
                    mapping = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    case_count = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_migration", x => new { x.centre_id, x.migration_id });
                });

            migrationBuilder.CreateTable(
                name: "migration_case",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    migration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<short>(type: "smallint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_migration_case", x => new { x.centre_id, x.migration_id, x.case_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_pass_open",
                table: "calendar_pass",
                column: "centre_id",
                filter: "finished_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_migration_open",
                table: "migration",
                columns: new[] { "centre_id", "definition_id", "from_version" },
                unique: true,
                filter: "state < 2");

            migrationBuilder.CreateIndex(
                name: "ix_migration_case_waiting",
                table: "migration_case",
                columns: new[] { "centre_id", "migration_id", "case_id" },
                filter: "result = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_pass");

            migrationBuilder.DropTable(
                name: "migration");

            migrationBuilder.DropTable(
                name: "migration_case");
        }
    }
}
