using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Preferences;

/// <summary>What a person chose for themselves, by name; what is usual is not there.</summary>
/// <param name="Access">Who asks.</param>
public sealed record MyPreferences(Access Access) : IRequest<IReadOnlyDictionary<string, string>>;

internal sealed class MyPreferencesHandler(CaseDatabase database) : IRequestHandler<MyPreferences, IReadOnlyDictionary<string, string>>
{
    // Primary key (centre, user, name).
    private const string Read = "select name, value from preference where centre_id = $1 and user_name = $2";

    public async Task<IReadOnlyDictionary<string, string>> Handle(MyPreferences query, CancellationToken cancellationToken) =>
        (await database.ListAsync(Read, row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), cancellationToken, Sql.Of(query.Access.CentreId), Sql.Of(query.Access.UserName))).ToDictionary();
}
