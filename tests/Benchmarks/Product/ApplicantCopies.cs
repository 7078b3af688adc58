using System.Globalization;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>The people of a city, written by COPY: names as they are, so that a search by name has something to look through.</summary>
internal static class ApplicantCopies
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂香文辉玲红建华国志海波宁云莉斌宇浩凯雪飞鹏慧颖欣怡佳";

    /// <summary>Writes so many.</summary>
    /// <returns>Their ids.</returns>
    public static async Task<Guid[]> WriteAsync(NpgsqlDataSource source, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToArray();
        await BulkCopy.WriteAsync(source, "applicant (centre_id, applicant_id, kind, name, exception_reason)", ids.Select((id, i) => string.Create(
            CultureInfo.InvariantCulture, $"1\t{id}\t{(int)ApplicantKind.Person}\t{Name(i)}\tno document at hand")));
        return ids;
    }

    private static string Name(int i) =>
        $"{Surnames[i % Surnames.Length]}{Given[i / Surnames.Length % Given.Length]}{Given[i / Surnames.Length / Given.Length % Given.Length]}";
}
