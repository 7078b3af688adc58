using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261129164500_ApplicantsAsGiven")]
    public class ApplicantsAsGiven : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop index ix_applicant_centre_id_kind_number;
                create unique index ix_applicant_as_given on applicant (centre_id, kind, number, name, coalesce(phone, '')) where number is not null;
                """);
        }

        /// <summary>One row a number, as it was before: of several the one named last, whose cases take the others'.</summary>
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop index ix_applicant_as_given;
                create temporary table kept on commit drop as
                    select centre_id, applicant_id, first_value(applicant_id) over (partition by centre_id, kind, number order by applicant_id desc) kept_id
                    from applicant where number is not null;
                update cases c set applicant_id = k.kept_id from kept k
                    where k.centre_id = c.centre_id and k.applicant_id = c.applicant_id and k.kept_id <> k.applicant_id;
                delete from applicant a using kept k where k.centre_id = a.centre_id and k.applicant_id = a.applicant_id and k.kept_id <> k.applicant_id;
                create unique index ix_applicant_centre_id_kind_number on applicant (centre_id, kind, number) where number is not null;
                """);
        }
    }
}
