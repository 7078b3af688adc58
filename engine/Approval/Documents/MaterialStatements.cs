using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Documents;

/// <summary>Rows of a case's materials.</summary>
internal static class MaterialStatements
{
    private const string Set = """
        insert into material (centre_id, case_id, code, state, promised_on, checked_by) values ($1, $2, $3, $4, $5, $6)
        on conflict (centre_id, case_id, code) do update set state = excluded.state, promised_on = excluded.promised_on, checked_by = excluded.checked_by
        """;

    private const string Forget = "delete from material where centre_id = $1 and case_id = $2 and code = $3";

    /// <summary>By primary key.</summary>
    public const string Select = "select code, state, promised_on from material where centre_id = $1 and case_id = $2 order by code";

    public static SuppliedMaterial Read(NpgsqlDataReader read) =>
        new(read.GetString(0), ((MaterialState)read.GetInt16(1)).ToString(), read.IsDBNull(2) ? null : read.GetFieldValue<DateOnly>(2));

    public static NpgsqlBatchCommand Of(CaseRecord row, SuppliedMaterial material, string by) => Sql.Command(
        Set, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(material.Code), Sql.Of((short)Enum.Parse<MaterialState>(material.State)),
        Sql.Nullable(material.PromisedOn), Sql.Of(by));

    /// <summary>Nothing is recorded of a material any more.</summary>
    public static NpgsqlBatchCommand Forgotten(CaseRecord row, string code) => Sql.Command(Forget, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(code));
}
