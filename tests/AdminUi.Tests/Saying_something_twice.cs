using ApprovalEngine.AdminUi.Shell;

namespace AdminUi.Tests;

public sealed class Saying_something_twice
{
    [Fact]
    public void shows_it_twice_and_takes_away_the_one_that_is_meant()
    {
        var notices = new Notices();
        var (first, second) = (new Notices.Notice("Saved"), new Notices.Notice("Saved"));
        notices.Say(first);
        notices.Say(second);

        notices.Shown.Should().OnlyHaveUniqueItems("the frame tells them apart by themselves");
        notices.Remove(first);

        notices.Shown.Should().ContainSingle().Which.Should().BeSameAs(second);
    }
}
