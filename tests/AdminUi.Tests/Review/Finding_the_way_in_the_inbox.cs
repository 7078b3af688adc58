using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.Contracts.Tasks;

namespace AdminUi.Tests.Review;

public sealed class Finding_the_way_in_the_inbox
{
    private static readonly Guid Row = Listed.Id(7);

    [Fact]
    public void the_address_says_all_and_is_read_as_it_was_written()
    {
        var place = InboxPlace.Of("claimable", "YC-1", "week", " 王 & 李 ", Row);

        place.Should().Be(new InboxPlace(InboxTab.Claimable, new() { Item = "YC-1", Due = DueBy.Week, Search = "王 & 李" }, Row));
        place.Address.Should().Be($"office/inbox?tab=claimable&item=YC-1&due=week&search={Uri.EscapeDataString("王 & 李")}&task={Row}");
        place.Query.Should().Be($"item=YC-1&due=Week&search={Uri.EscapeDataString("王 & 李")}");
    }

    [Fact]
    public void an_order_stands_in_the_address_and_narrows_nothing()
    {
        var place = InboxPlace.Of("mine", null, null, null, null, "opened");

        place.Address.Should().Be("office/inbox?tab=mine&sort=opened");
        place.Query.Should().Be("sort=Opened");
        (place.IsNarrowed, place.IsByUrgency).Should().Be((false, false));
        InboxPlace.Of("mine", null, null, null, null, "due").Should().Be(InboxPlace.Of("mine", null, null, null, null), "it is the usual one");
    }

    [Fact]
    public void lists_of_what_is_past_have_orders_of_their_own()
    {
        var place = InboxPlace.Of("done", null, null, null, Row, "oldest");

        (place.Address, place.Query).Should().Be(($"office/inbox?tab=done&sort=oldest&task={Row}", "sort=Oldest"));
        place.With(InboxTab.Copied).Address.Should().Be("office/inbox?tab=copied&sort=oldest");
        place.With(InboxTab.Mine).Address.Should().Be("office/inbox?tab=mine");
        InboxPlace.Of("done", null, null, null, null, "due").Should().Be(InboxPlace.Of("done", null, null, null, null), "it is one of open tasks");
        InboxPlace.Of("mine", null, null, null, null, "oldest").Should().Be(InboxPlace.Of("mine", null, null, null, null));
        place.With(PastSort.Newest).Address.Should().Be("office/inbox?tab=done");
    }

    [Fact]
    public void lists_of_what_is_past_are_narrowed_by_item_and_search_in_the_order_they_stand_in()
    {
        var place = InboxPlace.Of("copied", "YC-1", "week", " 王 ", null, "oldest");

        place.Address.Should().Be($"office/inbox?tab=copied&item=YC-1&search={Uri.EscapeDataString("王")}&sort=oldest", "nothing there is due");
        place.Query.Should().Be($"item=YC-1&search={Uri.EscapeDataString("王")}&sort=Oldest");
        place.IsNarrowed.Should().BeTrue();
        place.With(new InboxFilter()).Address.Should().Be("office/inbox?tab=copied&sort=oldest");
        place.With(InboxTab.Done).Should().Be(place with { Tab = InboxTab.Done });
        InboxPlace.Of(new SavedFilter("x", InboxTab.Copied, place.Filter, place.Past)).Should().Be(place);
        InboxPlace.Of(new SavedFilter("x", InboxTab.Mine, place.Filter, place.Past)).Past.Should().BeNull();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("nonsense", "nonsense")]
    [InlineData("99", "99")]
    public void what_an_address_should_not_say_is_left_out(string? tab, string? due)
    {
        var place = InboxPlace.Of(tab, "", due, " ", null);

        place.Should().Be(new InboxPlace(InboxTab.Mine, new()));
        place.IsNarrowed.Should().BeFalse();
        place.Address.Should().Be("office/inbox?tab=mine");
    }

    [Fact]
    public void what_narrows_open_work_stays_between_its_lists_and_goes_with_the_others()
    {
        var place = InboxPlace.Of("mine", "YC-1", null, null, Row);

        place.With(InboxTab.Claimable).Should().Be(new InboxPlace(InboxTab.Claimable, new() { Item = "YC-1" }));
        place.With(InboxTab.Done).Should().Be(new InboxPlace(InboxTab.Done, new()));
        place.With(new InboxFilter()).Should().Be(new InboxPlace(InboxTab.Mine, new()));
    }
}
