using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261130170000_Messages")]
    public class Messages : Migration
    {
        private static readonly string[] OfDelivery = { "centre_id", "delivery_id" };
        private static readonly string[] OfPerson = { "centre_id", "user_name", "told_at" };

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    delivery_id = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => new { x.centre_id, x.delivery_id, x.user_name });
                    table.ForeignKey(
                        name: "fk_message_delivery_centre_id_delivery_id", columns: x => new { x.centre_id, x.delivery_id }, principalTable: "delivery", principalColumns: OfDelivery,
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.CreateIndex(name: "ix_message_unread", table: "message", columns: OfPerson, filter: "read_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "message");
    }
}
