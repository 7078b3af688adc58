using System.Text;
using ApprovalEngine.Approval.Caseload;

namespace Approval.Tests.Imports;

public sealed class A_log_that_runs_ahead
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void loses_no_row_in_silence_and_takes_nothing_in_that_has_not_happened()
    {
        const string Log = """
            case,step,at,due
            A,Check,2026-02-27T10:00:00Z,2026-03-20T10:00:00Z
            A,Decide,2026-03-02T10:00:00Z,2026-03-20T10:00:00Z
            """;
        var reading = new LogReading(new CaseloadMapping { Columns = new("case", "step", "at", DueAt: "due") }, TimeZoneInfo.Utc, Now);

        var cases = reading.Cases(LogFile.Read("log.csv", new MemoryStream(Encoding.UTF8.GetBytes(Log))));

        cases.Should().ContainSingle().Which.Events.Should().ContainSingle().Which.Activity.Should().Be("Check", "a due moment may lie ahead, an event may not");
        reading.LeftOut.Should().ContainSingle().Which.Should().Be(new LeftOutRow(3, "'2026-03-02T10:00:00Z' lies ahead (column 'at')."));
    }
}
