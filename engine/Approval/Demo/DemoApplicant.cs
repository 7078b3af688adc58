using System.Globalization;
using ApprovalEngine.Contracts.Identifiers;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Demo;

/// <summary>Made-up applicants with numbers whose check characters are right. Persons are born before 1907, so that no living person is meant.</summary>
internal static class DemoApplicant
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private const string GivenNames = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂兰玉华建国志文红梅春晓东海燕鹏飞雪峰宇浩然欣怡子涵俊杰思远佳琪";
    private const string CompanyStems = "宏达鑫源天成恒信瑞丰华美众诚锦绣金石东方蓉城锦江青羊武侯龙泉都江新都温江双流";
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly string[] Trades = ["商贸", "餐饮管理", "建筑工程", "科技", "物流", "文化传播", "医疗器械", "物业服务"];
    private static readonly string[] Regions = ["510104", "510105", "510106", "510107", "510108", "510112", "510114", "510115"];

    /// <summary>A person, or an organisation.</summary>
    public static ApplicantRequest Make(Random random, bool isOrganisation) => isOrganisation
        ? new ApplicantRequest(ApplicantKind.Organisation, Company(random), CreditCode(random), Phone(random))
        : new ApplicantRequest(ApplicantKind.Person, Person(random), ResidentId(random), Phone(random));

    public static string Person(Random random)
    {
        var surname = Surnames[random.Next(Surnames.Length)];
        var given = GivenNames[random.Next(GivenNames.Length)].ToString();
        return random.Next(3) == 0 ? $"{surname}{given}" : $"{surname}{given}{GivenNames[random.Next(GivenNames.Length)]}";
    }

    public static string Company(Random random)
    {
        var at = 2 * random.Next(CompanyStems.Length / 2);
        return $"成都{CompanyStems.AsSpan(at, 2)}{GivenNames[random.Next(GivenNames.Length)]}{Trades[random.Next(Trades.Length)]}有限公司";
    }

    public static string Phone(Random random) => $"1{"3578"[random.Next(4)]}{random.NextInt64(0, 1_000_000_000):D9}";

    public static string ResidentId(Random random)
    {
        var born = new DateOnly(1880, 1, 1).AddDays(random.Next(26 * 365));
        var body = $"{Regions[random.Next(Regions.Length)]}{born.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{random.Next(1_000):D3}0";
        return body[..^1] + ResidentIdRule.CheckDigit(body);
    }

    public static string CreditCode(Random random)
    {
        var body = $"91{Regions[random.Next(Regions.Length)]}{string.Concat(Enumerable.Range(0, 9).Select(_ => CreditAlphabet[random.Next(CreditAlphabet.Length)]))}0";
        return body[..^1] + CreditCodeRule.CheckCharacter(body);
    }
}
