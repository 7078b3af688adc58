using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Incidents;
using ApprovalEngine.Contracts.Jobs;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminUi.Tests;

public sealed partial class Words_for_what_the_server_names : BunitContext
{
    private static readonly string Server = Path.Combine(AppContext.BaseDirectory, "Server");

    private readonly Texts texts;

    public Words_for_what_the_server_names()
    {
        Offices.Add(this);
        texts = Services.GetRequiredService<Texts>();
    }

    [Fact]
    public void are_there_for_every_problem()
    {
        var codes = Named(Server, Problem()).Concat(Named(Path.Combine(Server, "Workflow", "Migration"), Constant())).Append("NotNullValidator").Append("EnumValidator").ToHashSet();

        codes.Should().Contain(["UrgedToday", "ReturnNotPossible", "TextMissing", "UnitCodeTwice", "LimitRange", "ForgeryProtection", "CursorInvalid", "AddressUnknown", "UnreadableJson", "RootLost"], "these are found by different forms");
        codes.Where(code => texts.Find($"Problem.{code}") is null && texts.Find($"MoveFault.{code}") is null).Should().BeEmpty();
    }

    [Fact]
    public void are_there_for_every_number_of_a_job()
    {
        var counts = Named(Path.Combine(Server, "Approval", "Jobs"), Count()).Concat(Named(Path.Combine(Server, "Approval", "Timers"), Count())).ToHashSet();

        counts.Should().Contain(["casesDue", "messages", "standing"]);
        counts.Where(count => texts.Find($"JobDid.{count}") is null).Should().BeEmpty();
    }

    [Fact]
    public void are_there_for_every_kind_of_incident()
    {
        var kinds = Member().Matches(File.ReadAllText(Path.Combine(Server, "Workflow", "Runtime", "FaultKind.cs"))).Select(match => match.Groups["code"].Value).ToList();

        IncidentListed.Kinds.Should().Equal(kinds);
        kinds.Where(kind => texts.Find($"Fault.{kind}") is null || texts.Find($"FaultKind.{kind}") is null).Should().BeEmpty();
    }

    [Fact]
    public void are_there_for_every_kind_of_message()
    {
        var kinds = Kind().Matches(File.ReadAllText(Path.Combine(Server, "Approval", "Cases", "EffectRows.cs"))).Select(match => match.Groups["code"].Value).ToList();

        DeadLetter.Kinds.Should().BeEquivalentTo(kinds);
        kinds.Where(kind => texts.Find($"LetterKind.{kind}") is null).Should().BeEmpty();
    }

    /// <summary>Acts are recorded by their type, in SQL too, so that the compiler knows each; none has words that nobody records.</summary>
    [Fact]
    public void are_there_for_every_act_that_is_recorded()
    {
        var acts = Enum.GetNames<EventAct>();
        var writers = Directory.GetFiles(Server, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(source => source.Contains("insert into admin_event", StringComparison.Ordinal)).ToArray();
        var worded = from data in XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Sources", "Resources", "Words.resx")).Root!.Elements("data")
                     let key = data.Attribute("name")!.Value
                     where key.StartsWith("Event.", StringComparison.Ordinal)
                     select key["Event.".Length..];

        writers.Should().NotBeEmpty();
        writers.SelectMany(source => InStatement().Matches(source)).Select(match => match.Groups["code"].Value).Should().BeEmpty();
        InStatement().Match("select $1, 'CaseViewed', $2").Groups["code"].Value.Should().Be("CaseViewed", "an act that is spelt in a statement would be seen");
        worded.Should().BeEquivalentTo(acts);
    }

    [Fact]
    public void name_the_field_where_anything_can_be_wrong_with_it() =>
        Problems.Say(texts, new(422, "TextMissing", "server", null, [new("TextMissing", "server", "filters[1].name"), new("GrantsMissing", "server", "grants")]))
            .Should().Be("Name: The text is missing or too long. At least one role is needed.");

    [Fact]
    public void say_where_a_flow_cannot_be_read() =>
        Problems.Say(texts, new(422, "FlowFormat", "server", null, [new("FlowFormat", "server", "$.root.type")])).Should().EndWith("$.root.type");

    [Fact]
    public void say_what_faults_have_in_common_where_each_has_no_words() =>
        Problems.Say(texts, new(422, "FlowFaulty", "server", null, [new("NoCandidates", "server", "review")])).Should().StartWith("The flow has faults");

    [Fact]
    public void leave_each_finding_of_a_flow_its_own_sentence_and_place()
    {
        CultureInfo.CurrentUICulture = new("zh-Hans");

        Problems.Say(texts, new(422, "FlowFaulty", "server", null,
        [
            new("NoCandidates", "server", "review") { Said = new("任务没有候选办理人。", "", "no candidates"), Place = new("审查", "", "Review") },
            new("BrokenForm", "server", null) { Said = new("定义无法读取。", "", "cannot be read") },
        ])).Should().Be("审查：任务没有候选办理人。 定义无法读取。");
    }

    [Fact]
    public void never_are_the_servers_sentences()
    {
        CultureInfo.CurrentUICulture = new("zh-Hans");

        Problems.Say(texts, new(422, "NeverHeardOf", "server", null)).Should().NotContain("server").And.Contain("NeverHeardOf");
    }

    private static IEnumerable<string> Named(string folder, Regex form) =>
        from file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        from Match match in form.Matches(File.ReadAllText(file))
        select match.Groups["code"].Value;

    /// <summary>Errors, faults, validators and answers, each with its code as the first text that begins with a capital.</summary>
    [GeneratedRegex("""(?:\b(?:RuleBrokenException|ForbiddenException|ConflictException|ActRefusedException|ClockException|Fault|SheetFault|IdentifierFault|WithErrorCode)\(\s*(?:[\w.()]+,\s*|"[a-z][\w-]*",\s*){0,3}|\bOf\(\s*(?:StatusCodes|bad)\.\w+,\s*|\b(?:RuleBroken|Forbidden|Conflict|ActRefused)Exception \w+\([^)]*\) =>\s+new\(|ErrorCode = |Status4\d\d\w+ => )"(?<code>[A-Z]\w+)["]""")]
    private static partial Regex Problem();

    [GeneratedRegex("""'(?<code>[A-Z][a-z]+[A-Z]\w+)'""")]
    private static partial Regex InStatement();

    [GeneratedRegex("""^    (?<code>[A-Z]\w+),\r?$""", RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex("""public const string \w+ = "(?<code>\w+)";""")]
    private static partial Regex Kind();

    [GeneratedRegex("""public const string (?<code>\w+) = nameof""")]
    private static partial Regex Constant();

    [GeneratedRegex("""new(?: JobCount)?\("(?<code>[a-z]\w+)",""")]
    private static partial Regex Count();
}
