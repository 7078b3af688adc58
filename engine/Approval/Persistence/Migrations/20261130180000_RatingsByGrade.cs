using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261130180000_RatingsByGrade")]
    public class RatingsByGrade : Migration
    {
        private static readonly string[] Columns = { "centre_id", "grade", "given_at", "case_id" };

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(name: "ix_rating_grade", table: "rating", columns: Columns);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropIndex(name: "ix_rating_grade", table: "rating");
    }
}
