using System.Globalization;
using System.Resources;
using System.Xml.Linq;
using ApprovalEngine.AdminUi.Resources;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdminUi.Tests;

public sealed class Words_of_MudBlazor
{
    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void have_all_keys_of_the_package_in(string language)
    {
        using var english = new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudDialog).Assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        var keys = english.Cast<System.Collections.DictionaryEntry>().Select(one => (string)one.Key);

        var file = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Sources", "Resources", $"MudTexts.{language}.resx"));

        file.Root!.Elements("data").Select(data => data.Attribute("name")!.Value).Should().BeEquivalentTo(keys);
    }

    [Theory]
    [InlineData("zh-Hans", "关闭")]
    [InlineData("zh-Hant", "關閉")]
    public void reach_its_components_in(string language, string close)
    {
        CultureInfo.CurrentUICulture = new(language);
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddTransient<MudLocalizer, MudWords>().BuildServiceProvider();

        services.GetRequiredService<MudLocalizer>()["MudDialog_Close"].Value.Should().Be(close);
    }
}
