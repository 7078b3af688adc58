using ApprovalEngine.Approval.Public;

namespace Approval.Tests.Public;

public sealed class Initials_of_a_name
{
    [Theory]
    [InlineData("三证合一登记", "SZHYDJ")]
    [InlineData("房产交易一窗受理", "FCJYYCSL")]
    [InlineData("依申请公开政府信息", "YSQGKZFXX")]
    [InlineData("环境许可（收件阶段）", "HJXK（SJJD）")]
    [InlineData("QR码", "QRM")]
    public void are_those_of_its_pinyin(string name, string initials) => PinyinInitials.Of(name).Should().Be(initials);
}
