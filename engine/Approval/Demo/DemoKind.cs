using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Demo;

/// <summary>What the demo knows of an item: how its cases come in and how long their way is.</summary>
internal sealed record DemoKind
{
    private const string SystemOnline = "system/online";
    private const double DistrictShare = 0.2;

    public required CaseWorld World { get; init; }

    public required int FlowVersion { get; init; }

    public required ItemContent Content { get; init; }

    public required DemoForm Form { get; init; }

    /// <summary>Share of a month's applications, in per cent.</summary>
    public required double Share { get; init; }

    /// <summary>How many times in a row its flow asks people.</summary>
    public required int Rounds { get; init; }

    /// <summary>Codes of the materials that every application brings.</summary>
    public IReadOnlyList<string> RequiredMaterials { get; private init; } = [];

    private IReadOnlyList<int> Windows { get; init; } = [];

    private IReadOnlyList<UnitEntry> Districts { get; init; } = [];

    private IReadOnlyList<Channel> OnlineChannels { get; init; } = [];

    private IReadOnlyList<string> Applicants { get; init; } = [];

    public static DemoKind Of(CaseWorld world, int flowVersion, ItemContent content, DemoForm form, DateTimeOffset trialAt)
    {
        var unit = world.Directory.Unit(world.Item.UnitId);
        var kind = new DemoKind
        {
            World = world,
            FlowVersion = flowVersion,
            Content = content,
            Form = form,
            Share = content.Details.TryGetProperty("demoShare", out var share) ? share.GetDouble() : 1,
            Rounds = 1,
            Districts = [.. world.Directory.Units.Where(one => one.Kind == OrgUnitKind.Department && one.ParentId is { } above && world.Directory.Unit(above).Kind == OrgUnitKind.District)],
            Windows = [.. world.Directory.Units.Where(one => one.Kind == OrgUnitKind.Window && one.IsWithin(unit.Path)).Select(one => one.UnitId)],
            OnlineChannels = [.. Names(content.Details, "channels").Select(name => Enum.TryParse<Channel>(name, out var channel) ? channel : Channel.Window).Where(channel => channel != Channel.Window)],
            Applicants = [.. Names(content.Details, "applicants")],
            RequiredMaterials = [.. content.List.Where(material => material.IsRequired).Select(material => material.Code)],
        };
        return kind with { Rounds = DemoRounds.Of(CaseIntake.Begin(kind.Trial(trialAt), running: 1)) };
    }

    /// <summary>One of the ways in beside the window.</summary>
    private Channel OnlineChannel(Random random) => OnlineChannels.Count == 0 ? Channel.Online : OnlineChannels[random.Next(OnlineChannels.Count)];

    /// <summary>An applicant of a kind that may apply.</summary>
    public DemoPerson Applicant(IReadOnlyList<DemoPerson> pool, Random random)
    {
        var first = random.Next(pool.Count);
        return Enumerable.Range(0, pool.Count).Select(step => pool[(first + step) % pool.Count])
            .FirstOrDefault(person => Applicants.Count == 0 || Applicants.Contains(person.Applicant.Kind.ToString())) ?? pool[first];
    }

    /// <summary>A case of this item before its first step.</summary>
    public NewCase Case(DateTimeOffset receivedAt, DemoPerson applicant, bool isAtWindow, string externalNo, Random random)
    {
        var form = Form.Fill(Content.Form, random);
        var unit = UnitOf(form, random);
        var clerks = isAtWindow ? World.Directory.Holders(unit, Role.WindowClerk).ToList() : [];
        return new()
        {
            World = World,
            FlowVersion = FlowVersion,
            ReceivedAt = receivedAt,
            Channel = clerks.Count == 0 ? OnlineChannel(random) : Channel.Window,
            UnitId = unit.UnitId,
            WindowId = clerks.Count == 0 || Windows.Count == 0 || unit.UnitId != World.Item.UnitId ? null : Windows[random.Next(Windows.Count)],
            ApplicantId = applicant.ApplicantId,
            ApplicantKind = applicant.Applicant.Kind,
            ApplicantName = applicant.Applicant.Name,
            ReceivedBy = clerks.Count == 0 ? SystemOnline : clerks[random.Next(clerks.Count)].UserName,
            Form = form,
            ExternalNo = externalNo,
            IsReplay = true,
        };
    }

    /// <summary>The district that the form names, now and then another district's bureau, else the item's own unit.</summary>
    private UnitEntry UnitOf(JsonObject form, Random random) =>
        Districts.FirstOrDefault(district => form.Any(field => field.Value is JsonValue value && value.TryGetValue<string>(out var code) && code == district.Code))
        ?? (Districts.Count > 0 && random.NextDouble() < DistrictShare ? Districts[random.Next(Districts.Count)] : World.Directory.Unit(World.Item.UnitId));

    private NewCase Trial(DateTimeOffset at)
    {
        var random = new Random(1);
        var person = new DemoPerson(DemoApplicant.Make(random, isOrganisation: Applicants.Count == 0 || Applicants.Contains(nameof(ApplicantKind.Organisation))), Guid.Empty);
        return Case(at, person, isAtWindow: true, "trial", random);
    }

    private static IEnumerable<string> Names(JsonElement details, string member) =>
        details.TryGetProperty(member, out var names) && names.ValueKind == JsonValueKind.Array ? names.EnumerateArray().Select(name => name.GetString()!) : [];
}
