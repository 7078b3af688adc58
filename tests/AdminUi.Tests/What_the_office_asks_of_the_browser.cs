using System.Text.RegularExpressions;

namespace AdminUi.Tests;

public sealed partial class What_the_office_asks_of_the_browser
{
    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "Sources");

    [Fact]
    public void is_there()
    {
        var given = Given().Matches(File.ReadAllText(Directory.GetFiles(Sources, "office.js", SearchOption.AllDirectories).Single())).Select(match => match.Groups[1].Value).ToHashSet();
        var asked = Directory.GetFiles(Sources, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();

        asked.Should().Contain(["reveal", "exportRows", "save"]).And.BeSubsetOf(given);
    }

    [GeneratedRegex(@"export (?:async )?(?:function|const) (\w+)")]
    private static partial Regex Given();

    [GeneratedRegex(@"\b[Bb]rowser\.(?:Do|Ask<[^(]+>)\(\s*""(\w+)""")]
    private static partial Regex Asked();
}
