using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminUi.Tests.Review;

public sealed class Saying_who_comes_next : BunitContext
{
    public Saying_who_comes_next() => Offices.Add(this);

    [Theory]
    [InlineData(1, "Approve → next: Decision (li.na)")]
    [InlineData(2, "Approve → next: Decision (li.na, xu.lei)")]
    [InlineData(14, "Approve → next: Decision (Reviewer · D, 14 people)")]
    [InlineData(0, "Approve → next: Decision (Reviewer · D, 0 people)")]
    public void names_the_people_where_they_are_few(int count, string said) => Say(null, count).Should().Be(said);

    [Fact]
    public void names_the_post_where_one_is_asked_for() => Say(LocalText.Same("Deputy head"), 5).Should().EndWith("(Deputy head · D, 5 people)");

    [Fact]
    public void names_the_first_units_where_many_are_asked_at_the_same_time() => Say(null, 14, "D", "E", "F", "G").Should().EndWith("(Reviewer · D, E, F …, 14 people)");

    private string Say(LocalText? post, int count, params string[] units)
    {
        string[] all = ["li.na", "xu.lei", "he.wei"];
        var step = new StepAhead("decide", LocalText.Same("Decision"), units.Length > 0 ? units : ["D"], Role.Reviewer, post, count, [.. all.Take(count)]);
        return Outcomes.Consequence(Services.GetRequiredService<Texts>(), Services.GetRequiredService<Session>(), new("Approved", null, [step], [], null, null));
    }
}
