using System.Text.Json;

namespace ApprovalEngine.Crash;

/// <summary>A desk at which one case after the other is received and led to its end, now and then by a detour.</summary>
internal sealed class Desk(Person person, Random random)
{
    public async Task WorkAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            await LeadAsync(until);
        }
    }

    private async Task LeadAsync(CancellationToken until)
    {
        var isExchange = random.Next(3) == 0;
        var moved = await person.ActAsync("receive", "/api/v1/cases", new
        {
            item = isExchange ? ExchangeItem.Code : "YC-DA-0001",
            applicant = new { kind = "Person", name = "欧阳·测试", exceptionReason = "no document at hand" },
            form = new Dictionary<string, string>(isExchange ? [] : [new("fileNumber", "2026-0001")]),
        });
        var isReturned = false;
        foreach (var outcome in new[] { "Accepted", "Verified", "Complete" })
        {
            if (moved is null || until.IsCancellationRequested)
            {
                return;
            }

            await BesideAsync(moved.Value);
            if (outcome == "Complete" && !isReturned && random.Next(4) == 0)
            {
                isReturned = true;
                moved = await person.ActAsync("return", $"/api/v1/tasks/{Task(moved.Value)}/return", new { toActivity = "identity", reason = "once more" });
                moved = moved is null ? null : await person.ActAsync("complete", $"/api/v1/tasks/{Task(moved.Value)}/complete", new { outcome = "Verified" });
            }

            moved = moved is null ? null : await person.ActAsync("complete", $"/api/v1/tasks/{Task(moved.Value)}/complete", new { outcome });
        }
    }

    /// <summary>Acts that do not move the flow.</summary>
    private async Task BesideAsync(JsonElement moved)
    {
        if (random.Next(3) == 0)
        {
            await person.ActAsync("claim", $"/api/v1/tasks/{Task(moved)}/claim", null);
            if (random.Next(2) == 0)
            {
                await person.ActAsync("release", $"/api/v1/tasks/{Task(moved)}/release", null);
            }
        }
    }

    private static Guid Task(JsonElement moved) => moved.GetProperty("openTasks")[0].GetGuid();
}
