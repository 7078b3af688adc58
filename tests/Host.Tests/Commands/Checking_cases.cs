using Host.Tests.Api;

namespace Host.Tests.Commands;

public sealed class Checking_cases(RunningHost host) : CentreTest(host)
{
    [Fact]
    public async Task is_green_on_a_sound_centre_and_names_the_case_whose_task_is_gone()
    {
        (await Run("demo", "--cases", "40", "--month", "2026-03")).ExitCode.Should().Be(0);

        var sound = await Run("check", "--json");
        var caseNo = await LoseATask();
        var broken = await Run("check");
        var document = await Run("check", "--json");

        sound.ExitCode.Should().Be(0, sound.Output);
        sound.Json.GetProperty("cases").GetInt32().Should().BePositive();
        sound.Json.GetProperty("findings").EnumerateArray().Should().BeEmpty();
        broken.ExitCode.Should().Be(1);
        broken.Output.Should().Contain($"{caseNo}: TasksDiffer: In the case only");
        broken.LastLine.Should().EndWith("open cases, 1 findings");
        document.Json.GetProperty("findings")[0].GetProperty("caseNo").GetString().Should().Be(caseNo);
    }

    private Task<string> LoseATask() => Scalar("""
        with gone as (delete from task_open where (case_id, task_no) = (select case_id, task_no from task_open order by case_id limit 1) returning case_id)
        select case_no from cases join gone using (case_id)
        """);
}
