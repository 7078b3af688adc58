using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ApprovalEngine.Host.Pages;
using ApprovalEngine.Host.Pages.Public;
using ApprovalEngine.Host.Studio;

namespace Host.Tests.Api;

/// <summary>What the host's own pages say: to whom signs in, to applicants, and around Elsa Studio.</summary>
public sealed partial class Words_of_the_pages
{
    [Theory]
    [InlineData(typeof(Texts), "zh-Hans")]
    [InlineData(typeof(Texts), "zh-Hant")]
    [InlineData(typeof(PublicTexts), "zh-Hans")]
    [InlineData(typeof(PublicTexts), "zh-Hant")]
    [InlineData(typeof(StudioTexts), "zh-Hans")]
    [InlineData(typeof(StudioTexts), "zh-Hant")]
    public void are_the_same_in_three_languages_with_the_same_places_for_values(Type texts, string language)
    {
        var (english, other) = (Words(texts, ""), Words(texts, language));

        other.Keys.Should().NotBeEmpty().And.BeEquivalentTo(english.Keys);
        other.Where(word => Places(word.Value) != Places(english[word.Key])).Should().BeEmpty();
    }

    private static Dictionary<string, string> Words(Type texts, string language) =>
        new ResourceManager(texts).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(word => (string)word.Key, word => (string)word.Value!);

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(match => match.Value).Order().Distinct());

    [GeneratedRegex("\\{\\d\\}")]
    private static partial Regex Place();
}
