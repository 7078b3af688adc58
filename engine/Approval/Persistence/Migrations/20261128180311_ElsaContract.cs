using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <summary>What Elsa's clients list of a definition, and the runs in which a flow is tried out.</summary>
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261128180311_ElsaContract")]
    public class ElsaContract : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "description",
                table: "flow_definition",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_readonly",
                table: "flow_definition",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_system",
                table: "flow_definition",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "saved_by",
                table: "flow_definition",
                type: "text",
                nullable: true);

            migrationBuilder.Sql(
                """
                update flow_definition set description = document::json ->> 'description',
                    is_readonly = coalesce(document::json ->> 'isReadonly' = 'true', false), is_system = coalesce(document::json ->> 'isSystem' = 'true', false)
                where strpos(document, '\u0000') = 0
                """);

            migrationBuilder.CreateTable(
                name: "trial_run",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    version_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    correlation_id = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    sub_status = table.Column<short>(type: "smallint", nullable: false),
                    incident_count = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    steps = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_run", x => new { x.centre_id, x.run_id });
                });

            migrationBuilder.CreateTable(
                name: "trial_step",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_step", x => new { x.centre_id, x.run_id, x.seq });
                    table.ForeignKey(
                        name: "fk_trial_step_trial_run_centre_id_run_id",
                        columns: x => new { x.centre_id, x.run_id },
                        principalTable: "trial_run",
                        principalColumns: new[] { "centre_id", "run_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_trial_run_centre_id_definition_id",
                table: "trial_run",
                columns: new[] { "centre_id", "definition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_trial_run_due_at",
                table: "trial_run",
                column: "due_at",
                filter: "due_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "trial_step");

            migrationBuilder.DropTable(
                name: "trial_run");

            migrationBuilder.DropColumn(
                name: "description",
                table: "flow_definition");

            migrationBuilder.DropColumn(
                name: "is_readonly",
                table: "flow_definition");

            migrationBuilder.DropColumn(
                name: "is_system",
                table: "flow_definition");

            migrationBuilder.DropColumn(
                name: "saved_by",
                table: "flow_definition");
        }
    }
}
