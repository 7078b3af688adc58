using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261130030000_UpheldAlerts")]
    public class UpheldAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Index(migrationBuilder, "status in (0, 1, 4)");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Index(migrationBuilder, "status in (0, 1)");

        private static void Index(MigrationBuilder migrationBuilder, string filter)
        {
            migrationBuilder.DropIndex(
                name: "ix_alert_waiting",
                table: "alert");

            migrationBuilder.CreateIndex(
                name: "ix_alert_waiting",
                table: "alert",
                columns: new[] { "centre_id", "person", "raised_at" },
                filter: filter);
        }
    }
}
