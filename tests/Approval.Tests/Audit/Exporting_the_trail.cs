using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Audit;

namespace Approval.Tests.Audit;

/// <summary>An export is checked by a program of its own, which shares no code with the engine.</summary>
public sealed class Exporting_the_trail(PostgresServer server) : SealTest(server)
{
    private readonly string export = Path.Combine(Path.GetTempPath(), $"export-{Guid.NewGuid():N}.jsonl");
    private List<string> lines = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Run("insert into admin_event (centre_id, at, actor, act, subject, payload) values ($1, now(), 'admin', 'CaseViewed', 'case/x', '{\"by\": \"Role 審核\"}')", Centre);
        await SealAll();
        await Accepted();
        await Run("insert into admin_event (centre_id, at, actor, act, subject, payload) values ($1, now(), 'admin', 'CaseViewed', 'case/y', '{}')", Centre);
        await SealAll();
        await CopyOutside();
        await Accepted();
        await Export();
    }

    public override async ValueTask DisposeAsync()
    {
        File.Delete(export);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task is_green_when_it_is_honest()
    {
        var (code, output) = await Check("--seals", Outside, "--last", (await Services.Get<SealStore>().LastAsync(Centre, Cancel))!.Print);

        output.Should().Be("9 rows, 2 events, 2 seals, 2 rows not sealed yet, 0 findings");
        code.Should().Be(0);
    }

    [Fact]
    public async Task since_a_seal_is_green_too()
    {
        await Export(sinceSeal: 1);

        (await Check("--seals", Outside)).Should().Be((0, "4 rows, 1 events, 1 seals, 2 rows not sealed yet, 0 findings"));
    }

    [Fact]
    public async Task of_one_case_proves_its_rows_to_whoever_has_only_a_seal()
    {
        await Export(CaseId);

        (await Check("--last", (await Services.Get<SealStore>().AfterAsync(Centre, 0, 1, Cancel))[0].Print))
            .Should().Be((0, "3 rows, 0 events, 1 seals, 0 rows not sealed yet, 0 findings"));
    }

    [Theory]
    [InlineData("row", "payload", "{}", "does not give its hash")]
    [InlineData("row", "actor", "somebody.else", "does not give its hash")]
    [InlineData("row", "at", "2026-03-02T01:00:01.000000Z", "does not give its hash")]
    [InlineData("seal", "at", "2026-03-02T01:00:01.000000Z", "does not give its hash")]
    [InlineData("event", "actor", "somebody.else", "does not fit its 1 events")]
    [InlineData("head", "hash", "00", "does not end where the case stands")]
    public async Task with_a_changed_line_is_found(string type, string field, string value, string finding)
    {
        Change(line => line["type"]!.GetValue<string>() == type, line => line[field] = value);

        (await Check()).Should().Match<(int Code, string Output)>(answer => answer.Code == 1 && answer.Output.Contains(finding));
    }

    [Theory]
    [InlineData("row")]
    [InlineData("head")]
    [InlineData("seal")]
    [InlineData("event")]
    [InlineData("end")]
    public async Task with_any_line_taken_out_is_found(string type)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            if (JsonNode.Parse(lines[line])!["type"]!.GetValue<string>() == type)
            {
                await Write(lines.Where((_, at) => at != line));
                (await Check()).Code.Should().Be(1, $"line {line} ({type}) is missing");
            }
        }
    }

    [Fact]
    public async Task with_two_rows_swapped_is_found()
    {
        var row = lines.FindIndex(line => line.Contains("\"seq\":2", StringComparison.Ordinal));
        (lines[row - 1], lines[row]) = (lines[row], lines[row - 1]);
        await Write(lines);

        (await Check()).Code.Should().Be(1);
    }

    [Fact]
    public async Task with_a_whole_case_taken_out_and_the_counts_set_right_is_found_by_its_seal()
    {
        var kept = lines.Where(line => !line.Contains(CaseId.ToString(), StringComparison.Ordinal)).ToList();
        kept[^1] = kept[^1].Replace("\"row\":9", "\"row\":6", StringComparison.Ordinal).Replace("\"head\":4", "\"head\":3", StringComparison.Ordinal);
        await Write(kept);

        (await Check()).Output.Should().Contain("seal 1 does not fit its 5 rows, of which the export holds 2");
    }

    [Fact]
    public async Task of_a_forged_consistent_trail_is_found_by_its_seals()
    {
        await Forge(2, "actor = 'somebody.else'");
        await Export();

        (await Check()).Output.Should().Contain("seal 1 does not fit its 5 rows");
    }

    [Fact]
    public async Task of_a_trail_forged_together_with_its_seals_is_found_by_what_was_kept_outside()
    {
        var kept = (await Services.Get<SealStore>().LastAsync(Centre, Cancel))!.Print;
        await Forge(2, "actor = 'somebody.else'");
        await Run("delete from audit_seal");
        await SealAll();
        await Export();

        (await Check()).Code.Should().Be(0, "nothing within it can show it");
        (await Check("--seals", Outside)).Output.Should().Contain("seal 1 is not the one that was kept outside");
        (await Check("--last", kept)).Output.Should().Contain("the seal whose hash was kept is not in the export");
    }

    [Theory]
    [InlineData("proof")]
    [InlineData("hash")]
    public async Task of_one_case_with_a_changed_proof_is_found(string field)
    {
        await Export(CaseId);
        Change(
            line => line["type"]!.GetValue<string>() == (field == "proof" ? "row" : "seal"),
            line => line[field] = field == "proof" ? new JsonArray() : new string('0', 64));

        (await Check()).Code.Should().Be(1);
    }

    [Fact]
    public void is_checked_by_a_program_of_less_than_two_hundred_lines_that_uses_nothing_of_the_product() => Program().Should().HaveCountLessThan(200)
        .And.NotContain(line => line.StartsWith("using", StringComparison.Ordinal) && !line.StartsWith("using System", StringComparison.Ordinal));

    private static string[] Program([CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "AuditVerifier", "Program.cs"));

    private async Task Export(Guid? caseId = null, int sinceSeal = 0)
    {
        await using (var file = new FileStream(export, FileMode.Create))
        {
            await Services.Get<AuditExport>().WriteAsync(Centre, caseId, sinceSeal, file, Cancel);
        }

        lines = [.. await File.ReadAllLinesAsync(export, Cancel)];
    }

    private void Change(Func<JsonNode, bool> which, Action<JsonNode> change)
    {
        var at = lines.FindIndex(line => which(JsonNode.Parse(line)!));
        var node = JsonNode.Parse(lines[at])!;
        change(node);
        lines[at] = node.ToJsonString();
        File.WriteAllLines(export, lines);
    }

    private Task Write(IEnumerable<string> some) => File.WriteAllLinesAsync(export, some, Cancel);

    private async Task<(int Code, string Output)> Check(params string[] options)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AuditVerifier.dll"), export, .. options]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, output.TrimEnd());
    }
}
