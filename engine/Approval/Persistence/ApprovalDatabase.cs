namespace ApprovalEngine.Approval.Persistence;

/// <summary>Where the database is, for those who tune a connection pool of their own.</summary>
/// <param name="ConnectionString">With password; never logged.</param>
public sealed record ApprovalDatabase(string ConnectionString)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ApprovalDatabase);
}
