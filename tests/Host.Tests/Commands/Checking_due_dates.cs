namespace Host.Tests.Commands;

public sealed class Checking_due_dates
{
    [Fact]
    public async Task agrees_with_every_worked_example()
    {
        var answer = await Approval.Run("deadline", "check", Approval.Data("due-dates.json"));

        answer.LastLine.Should().Be("48 of 48 agree");
        answer.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task names_the_case_and_the_place_where_it_disagrees()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "wrong.json");
        var text = await File.ReadAllTextAsync(Approval.Data("due-dates.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("2026-02-25T17:30:00+08:00", "2026-02-26T17:30:00+08:00", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var answer = await Approval.Run("deadline", "check", file);

        answer.ExitCode.Should().Be(1);
        answer.Output.Should().Contain($"{file}: E01: expected.dueAt");
    }

    [Fact]
    public async Task refuses_a_file_of_another_form()
    {
        var answer = await Approval.Run("deadline", "check", Approval.Data("identifiers.json"));

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().StartWith(Approval.Data("identifiers.json"));
    }
}
