using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ApprovalEngine.AdminUi.Resources;

/// <summary>Gives MudBlazor's components the person's language.</summary>
public sealed class MudWords(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    /// <inheritdoc />
    public override LocalizedString this[string key] => texts[key];

    /// <inheritdoc />
    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
