using System.Diagnostics;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Office;

/// <summary>How long a request takes, and the bare question asked in turn with it.</summary>
/// <param name="Slow">95th percentile of the request, ms.</param>
/// <param name="Usual">Median of the request, ms.</param>
/// <param name="Bare">Median of the bare question, ms.</param>
internal sealed record RequestTimes(double Slow, double Usual, double Bare)
{
    private const int Rounds = 200;
    private const int WarmUps = 30;

    /// <summary>Both questions in turn: one at a time, each read to its end.</summary>
    public static async Task<RequestTimes> MeasureAsync(OfficeRequest request, HttpClient client, NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var question = new NpgsqlCommand(request.Sql, connection);
        await question.PrepareAsync();
        var (asked, bare) = (new List<double>(Rounds), new List<double>(Rounds));
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var (first, second) = (await AskAsync(client, request.Path), await ReadAsync(question));
            if (round >= 0)
            {
                asked.Add(first);
                bare.Add(second);
            }
        }

        asked.Sort();
        bare.Sort();
        return new(asked[Rounds * 95 / 100], asked[Rounds / 2], bare[Rounds / 2]);
    }

    private static async Task<double> AskAsync(HttpClient client, string path)
    {
        var from = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    private static async Task<double> ReadAsync(NpgsqlCommand question)
    {
        var from = Stopwatch.GetTimestamp();
        await using var reader = await question.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = reader.GetValue(0);
        }

        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
