using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AdminUi.Tests;

public sealed partial class Words_of_the_office
{
    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "Sources");

    /// <summary>Begins of keys that are put together at run time; each of them must have words.</summary>
    private static readonly string[] Families =
    [
        "AbsenceState.", "Actor.", "Problem.", "Tab.", "Empty.", "Sight.", "Decision.", "Status.", "End.", "Channel.", "Day.", "Material.", "Trail.", "Role.", "Theme.", "Density.", "Said.", "Pass.", "Place.", "Outcome.",
        "Kind.", "UnitKind.", "SheetState.", "Sheet.people", "Sheet.units", "Sheet.items", "Levels.Of.", "Levels.Moment.", "Import.", "Part.", "Choice.", "ItemState.", "LimitKind.", "Item.To.",
        "Job.", "JobState.", "LetterKind.", "Event.", "Incident.", "Month.", "Weekday.", "DayKind.", "Moment.",
        "Fault.", "FaultKind.", "Figure.", "Level.", "AlertStatus.", "AlertClock.", "AlertAct.", "AuditFault.", "AlertDuty.", "Duty.", "CaseAct.", "Flow.", "Notice.Correction", "Notice.NotAccepted", "Notice.Suspension", "Notice.Extension", "Notices.", "ReleaseStatus.", "Match.", "MoveFate.", "MoveFault.", "MoveState.", "Alerts.WaitsFor.", "Field.", "JobDid.", "By.", "Group.", "DueBy.", "Urgency.", "Grade.", "RatingSort.", "Happening.", "TaskSort.", "Particular.", "Search.Of.", "Subject.",
    ];

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void have_the_same_keys_in(string language) => Read($"Words.{language}.resx").Keys.Should().BeEquivalentTo(Read("Words.resx").Keys);

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void have_the_same_places_for_values_in(string language)
    {
        var english = Read("Words.resx");

        Read($"Words.{language}.resx").Where(word => Places(word.Value) != Places(english[word.Key])).Should().BeEmpty();
    }

    [Fact]
    public void are_there_for_every_key_that_is_named()
    {
        var known = Read("Words.resx").Keys.ToHashSet();
        var named = Code().SelectMany(page => Named().Matches(File.ReadAllText(page)).Select(match => (Page: Path.GetFileName(page), Key: match.Groups[1].Value)));

        named.Where(one => !known.Contains(one.Key)).Should().BeEmpty();
    }

    [Fact]
    public void are_all_used()
    {
        var code = string.Concat(Code().Select(File.ReadAllText));

        Read("Words.resx").Keys.Where(key => !Families.Any(key.StartsWith) && !code.Contains($"\"{key}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    /// <summary>Both Chinese languages have the mainland's terms (domain.md): what Taiwan's programs say instead must not come in between, and a character has one form.</summary>
    [Fact]
    public void are_the_terms_of_one_place_in_traditional_characters()
    {
        var words = from file in Directory.GetFiles(AppContext.BaseDirectory, "*.zh-Hant.resx", SearchOption.AllDirectories)
                    from data in XDocument.Load(file).Root!.Elements("data")
                    let said = data.Element("value")!.Value
                    where TermFromElsewhere().IsMatch(said)
                    select $"{Path.GetFileName(file)} {data.Attribute("name")!.Value}: {said}";

        words.Should().BeEmpty();
    }

    [Fact]
    public void stand_nowhere_in_markup()
    {
        var literals = from page in Pages().Concat(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Server"), "*.razor", SearchOption.AllDirectories))
                       let markup = File.ReadAllText(page).Split("@code {")[0]
                       from Match text in Chinese().Matches(markup)
                       select $"{Path.GetFileName(page)}: {text.Value}";

        literals.Should().BeEmpty();
    }

    private static string[] Pages() => Directory.GetFiles(Sources, "*.razor", SearchOption.AllDirectories);

    private static IEnumerable<string> Code() => Pages().Concat(Directory.GetFiles(Sources, "*.cs", SearchOption.AllDirectories));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Sources, "Resources", file)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex("登入|登出|帳號|使用者|金鑰|檔案|視窗|程式|介面|預設|資訊|專案|網路|軟體|資料庫|資料夾|伺服器|字元|儲存|變數|支援|分頁|佈|佔|啓|停表|甚麼|[“”]")]
    private static partial Regex TermFromElsewhere();

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(match => match.Value).Order().Distinct());

    [GeneratedRegex("\\{\\d\\}")]
    private static partial Regex Place();

    [GeneratedRegex("\\b(?:T|texts|labels)\\[\"([A-Za-z.]+)\"[\\],]")]
    private static partial Regex Named();

    /// <summary>Chinese, or English words between tags.</summary>
    [GeneratedRegex("[\\u4e00-\\u9fff]+|>\\s*[A-Z][a-z]+( [a-z]+)+\\s*<")]
    private static partial Regex Chinese();
}
