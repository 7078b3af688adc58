using System.Security.Cryptography;
using System.Text;
using ApprovalEngine.Approval.Cases;

namespace ApprovalEngine.Approval.Public;

/// <summary>Knows the query codes of cases, and finds the case that a number and a code name together.</summary>
public sealed class QueryCodes(CaseDatabase database)
{
    // Unique index of centre (few rows) and (centre, number) of cases.
    private const string Find = "select c.centre_id, c.case_id, e.query_secret from centre e join cases c on c.centre_id = e.centre_id and c.case_no = $1";

    private const string Secret = "select query_secret from centre where centre_id = $1";

    private static readonly byte[] Nobody = RandomNumberGenerator.GetBytes(32);

    /// <summary>The code of a case.</summary>
    public async Task<string> OfAsync(int centreId, Guid caseId, CancellationToken cancel) =>
        QueryCode.Of((await database.ListAsync(Secret, reader => reader.GetFieldValue<byte[]>(0), cancel, Sql.Of(centreId))).Single(), caseId);

    /// <summary>The case; null for an unknown number and for a wrong code alike, after the same work.</summary>
    public async Task<(int CentreId, Guid CaseId)?> FindAsync(string? number, string? code, CancellationToken cancel)
    {
        var found = await database.ListAsync(
            Find, reader => (CentreId: reader.GetInt32(0), CaseId: reader.GetGuid(1), Secret: reader.GetFieldValue<byte[]>(2)), cancel, Sql.Of(CodeText.NormaliseNumber(number)));
        var named = found.Count == 1 ? found[0] : (CentreId: 0, CaseId: Guid.Empty, Secret: Nobody);
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(QueryCode.Of(named.Secret, named.CaseId)), Encoding.UTF8.GetBytes(CodeText.Normalise(code)));
        return isRight && found.Count == 1 ? (named.CentreId, named.CaseId) : null;
    }
}
