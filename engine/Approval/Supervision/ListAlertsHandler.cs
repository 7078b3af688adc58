using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Supervision;
using MediatR;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>Answers <see cref="ListAlerts"/>.</summary>
internal sealed class ListAlertsHandler(AlertReader alerts) : IRequestHandler<ListAlerts, Page<AlertListed>>
{
    public async Task<Page<AlertListed>> Handle(ListAlerts asked, CancellationToken cancel)
    {
        var take = Cursor.Take(asked.Take);
        var found = await alerts.List(asked.Access, asked.Filter, After(asked.After), take + 1, cancel);
        return found.Count <= take ? new(found, null) : new([.. found.Take(take)], Next(found[take - 1]));
    }

    private static string Next(AlertListed last) =>
        Cursor.Write(last.DueAt.ToString("O", CultureInfo.InvariantCulture), last.AlertId.ToString(CultureInfo.InvariantCulture));

    private static (DateTimeOffset DueAt, long AlertId)? After(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var parts = Cursor.Read(cursor, 2);
        return DateTimeOffset.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueAt)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var alertId)
            ? (dueAt, alertId)
            : throw Cursor.Invalid();
    }
}
