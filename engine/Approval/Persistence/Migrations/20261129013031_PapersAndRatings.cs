using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261129013031_PapersAndRatings")]
    public class PapersAndRatings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "document_file",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_no = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_file", x => new { x.centre_id, x.case_id, x.document_no });
                });

            migrationBuilder.CreateTable(
                name: "rating",
                columns: table => new
                {
                    centre_id = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grade = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    window_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rating", x => new { x.centre_id, x.case_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_centre_id_applicant_id",
                table: "cases",
                columns: new[] { "centre_id", "applicant_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_centre_id_project_no",
                table: "cases",
                columns: new[] { "centre_id", "project_no" },
                filter: "project_no is not null");

            migrationBuilder.CreateIndex(
                name: "ix_document_file_centre_id_sha256",
                table: "document_file",
                columns: new[] { "centre_id", "sha256" });

            migrationBuilder.CreateIndex(
                name: "ix_rating_centre_id_given_at_unit_id",
                table: "rating",
                columns: new[] { "centre_id", "given_at", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "document_file");

            migrationBuilder.DropTable(
                name: "rating");

            migrationBuilder.DropIndex(
                name: "ix_cases_centre_id_applicant_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_centre_id_project_no",
                table: "cases");
        }
    }
}
