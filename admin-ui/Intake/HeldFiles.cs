using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.AdminUi.Intake;

/// <summary>The files of an application that is filled in: they wait in the browser until there is a case to which they can be sent. Known here are their names.</summary>
/// <param name="browser">Keeps the files themselves.</param>
public sealed class HeldFiles(BrowserPart browser)
{
    private Dictionary<string, string[]> names = [];

    /// <summary>Whether all of them outlive a reload of the page.</summary>
    public bool AreKept { get; private set; } = true;

    /// <summary>Names of the files of a material, in the order in which they came.</summary>
    /// <param name="code">Code of the material; of one that comes with the form, <see cref="FormPaper.CodeAt"/>.</param>
    public IReadOnlyList<string> Of(string code) => names.GetValueOrDefault(code) ?? [];

    /// <summary>Opens a draft, with the files that it had.</summary>
    /// <param name="draftKey">Under what it is kept.</param>
    public async Task Open(string draftKey) => names = await browser.Ask<Dictionary<string, string[]>?>("resume", draftKey) ?? [];

    /// <summary>More has come.</summary>
    /// <param name="all">All that is there now.</param>
    public async Task Came(Dictionary<string, string[]> all) => (names, AreKept) = (all, await browser.Ask<bool>("areKept"));

    /// <summary>A file is not wanted.</summary>
    /// <param name="code">Code of its material.</param>
    /// <param name="at">Its place among the material's, from 0.</param>
    public async Task LetGo(string code, int at) => await Came(await browser.Ask<Dictionary<string, string[]>>("letGo", code, at));

    /// <summary>An entry of a group is taken out of the form: its files go with it, and those of the entries behind it move up.</summary>
    /// <param name="group">Place of the group.</param>
    /// <param name="at">Number of the entry, from 0.</param>
    public async Task LetEntryGo(string group, int at) => await Came(await browser.Ask<Dictionary<string, string[]>>("letEntryGo", FormPaper.CodeAt(group), at));
}
