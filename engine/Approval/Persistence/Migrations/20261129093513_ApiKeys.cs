using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261129093513_ApiKeys")]
    public class ApiKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_key",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    program = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    given_by = table.Column<string>(type: "text", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_key", x => new { x.centre_id, x.key_id });
                    table.ForeignKey(
                        name: "fk_api_key_centre_centre_id",
                        column: x => x.centre_id,
                        principalTable: "centre",
                        principalColumn: "centre_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_key_grant",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_key_grant", x => new { x.centre_id, x.key_id, x.role, x.unit_id });
                    table.ForeignKey(
                        name: "fk_api_key_grant_api_key_centre_id_key_id",
                        columns: x => new { x.centre_id, x.key_id },
                        principalTable: "api_key",
                        principalColumns: new[] { "centre_id", "key_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_api_key_grant_org_unit_centre_id_unit_id",
                        columns: x => new { x.centre_id, x.unit_id },
                        principalTable: "org_unit",
                        principalColumns: new[] { "centre_id", "unit_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_key_code",
                table: "api_key",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_key_grant_centre_id_unit_id",
                table: "api_key_grant",
                columns: new[] { "centre_id", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_key_grant");

            migrationBuilder.DropTable(
                name: "api_key");
        }
    }
}
