using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261130100000_LevelProfiles")]
    public class LevelProfiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
            name: "level_profile",
            columns: table => new
            {
                centre_id = table.Column<int>(type: "integer", nullable: false),
                code = table.Column<string>(type: "text", nullable: false),
                version = table.Column<int>(type: "integer", nullable: false),
                name = table.Column<string>(type: "jsonb", nullable: true),
                rules = table.Column<string>(type: "jsonb", nullable: false),
                set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                set_by = table.Column<string>(type: "text", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_level_profile", x => new { x.centre_id, x.code, x.version });
                table.ForeignKey(
                    name: "fk_level_profile_centre_centre_id",
                    column: x => x.centre_id,
                    principalTable: "centre",
                    principalColumn: "centre_id",
                    onDelete: ReferentialAction.Cascade);
            });

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "level_profile");
    }
}
