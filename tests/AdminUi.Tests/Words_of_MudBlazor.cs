using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ApprovalEngine.AdminUi.Resources;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdminUi.Tests;

public sealed partial class Words_of_MudBlazor
{
    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void have_the_keys_of_the_parts_that_the_office_uses_and_no_others_in(string language)
    {
        var parts = Parts();
        using var english = new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudDialog).Assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        var keys = english.Cast<System.Collections.DictionaryEntry>().Select(one => (string)one.Key).Where(key => parts.Contains(key.Split('_')[0]));

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

    /// <summary>The components that stand in markup with what they are made of: their bases, the field in them, and what turns text into values.</summary>
    private static HashSet<string> Parts()
    {
        var parts = new HashSet<string> { "MudInput", "Converter" };
        var names = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Sources"), "*.razor", SearchOption.AllDirectories).SelectMany(page => Component().Matches(File.ReadAllText(page))).Select(match => match.Groups[1].Value);
        foreach (var name in names.Distinct())
        {
            for (var type = typeof(MudDialog).Assembly.GetExportedTypes().FirstOrDefault(one => one.Name.Split('`')[0] == name); type is not null; type = type.BaseType)
            {
                parts.Add(type.Name.Split('`')[0]);
            }
        }

        return parts;
    }

    [GeneratedRegex("<(Mud[A-Za-z]+)")]
    private static partial Regex Component();
}
