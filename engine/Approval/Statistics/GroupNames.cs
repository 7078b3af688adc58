using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>What groups and the parts of rates are called where a file says it; screens have their own words.</summary>
/// <param name="units">Units and people.</param>
/// <param name="items">The catalogue.</param>
/// <param name="language">Culture of the words.</param>
internal sealed class GroupNames(CentreDirectory units, IReadOnlyCollection<ItemEntry> items, string language)
{
    /// <summary>All groups together.</summary>
    public static readonly LocalText All = new("合计", "合計", "All");

    private static readonly LocalText None = new("无", "無", "none");
    private static readonly LocalText Numerator = new("分子", "分子", "numerator");
    private static readonly LocalText Denominator = new("分母", "分母", "denominator");

    private static readonly Dictionary<Channel, LocalText> Channels = new()
    {
        [Channel.Window] = new("窗口", "窗口", "Window"),
        [Channel.Online] = new("网上", "網上", "Online"),
        [Channel.MobileClient] = new("移动端", "移動端", "Mobile client"),
        [Channel.Letter] = new("信件", "信件", "Letter"),
        [Channel.Phone] = new("电话", "電話", "Phone"),
        [Channel.Sms] = new("短信", "短信", "SMS"),
        [Channel.Email] = new("电子邮件", "電子郵件", "E-mail"),
        [Channel.Portal] = new("门户网站", "門戶網站", "Portal"),
        [Channel.Weibo] = new("微博", "微博", "Weibo"),
        [Channel.WeChat] = new("微信", "微信", "WeChat"),
        [Channel.Alipay] = new("支付宝", "支付寶", "Alipay"),
        [Channel.Internal] = new("内部", "內部", "Internal"),
    };

    private readonly Dictionary<string, LocalText> itemNames = items.ToDictionary(item => item.Code, item => item.Name);

    /// <summary>The name of a group; its code where it has none, as months.</summary>
    /// <param name="dimension">As <c>--by</c> names it.</param>
    /// <param name="key">The group's code.</param>
    public string Of(string dimension, string key) => key == GroupKeys.None ? None.In(language) : Known(dimension, key) ?? key;

    /// <summary>Puts a rate with what it was made of into a line of a sheet.</summary>
    public static void Put(Dictionary<string, object?> line, string heading, Rate? rate, string language)
    {
        line[$"{heading} %"] = rate?.Value;
        line[$"{heading} {Numerator.In(language)}"] = rate?.Numerator ?? 0;
        line[$"{heading} {Denominator.In(language)}"] = rate?.Denominator ?? 0;
    }

    private string? Known(string dimension, string key) => dimension switch
    {
        "channel" => Channels[Enum.Parse<Channel>(key)].In(language),
        "item" => itemNames.GetValueOrDefault(key)?.In(language),
        "person" => units.FindPerson(key)?.DisplayName,
        "unit" or "window" => units.FindUnit(key)?.Name.In(language),
        _ => null,
    };
}
