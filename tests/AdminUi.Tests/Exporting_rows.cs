using ApprovalEngine.AdminUi.Supervision;

namespace AdminUi.Tests;

public sealed class Exporting_rows
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-5 days", "'-5 days")]
    [InlineData("甲,乙", "\"甲,乙\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    public void keeps_text_text(string text, string cell) => Line(text).Should().Be(cell);

    [Fact]
    public void keeps_numbers_numbers() => Line(-12.5m).Should().Be("-12.5");

    [Fact]
    public void begins_with_the_mark_of_the_encoding() => new CsvText().ToString().Should().Be("\uFEFF");

    private static string Line(object cell)
    {
        var csv = new CsvText();
        csv.Row(cell);
        return csv.ToString()[1..].TrimEnd('\r', '\n');
    }
}
