using ApprovalEngine.Approval.Documents;

namespace Approval.Tests.Documents;

public sealed class Breaking_lines
{
    [Theory]
    [InlineData("兹证明本复制件与原件一致。", "兹证明本|复制件与|原件一|致。")]
    [InlineData("the quick fox", "the|quic|k|fox")]
    [InlineData("一\n二", "一|二")]
    [InlineData("", "")]
    public void keeps_words_together_and_closing_marks_away_from_the_beginning(string text, string lines) =>
        string.Join('|', DocumentLines.Of(text, 4, line => line.Length)).Should().Be(lines);
}
