using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace Approval.Tests.Tasks;

public sealed class Keeping_phrases_and_filters(PostgresServer server) : CaseTest(server)
{
    private static readonly SavedFilter Urgent = new("急件", InboxTab.Mine, new() { Item = InstantCopy, Due = DueBy.Overdue, Search = "王" });
    private static readonly SavedFilter Read = new("已读", InboxTab.Copied, new() { Search = "王" }, PastSort.Oldest);

    [Fact]
    public async Task gives_them_back_in_their_order_to_their_person_alone()
    {
        var access = await AccessOf(Clerk);

        await Send(new KeepPhrases(access, new(0, ["第一", " 第二 "])));
        await Send(new KeepFilters(access, new(0, [Urgent, Read])));

        (await Send(new MyPhrases(access))).Should().BeEquivalentTo(new OwnPhrases(1, ["第一", "第二"]), order => order.WithStrictOrdering());
        (await Send(new MyFilters(access))).Should().BeEquivalentTo(new SavedFilters(1, [Urgent, Read]));
        var other = await AccessOf(OtherClerk);
        (await Send(new MyPhrases(other))).Should().BeEquivalentTo(new OwnPhrases(0, []));
        (await Send(new MyFilters(other))).Should().BeEquivalentTo(new SavedFilters(0, []));
    }

    [Fact]
    public async Task replaces_what_was_there_and_may_leave_nothing()
    {
        var access = await AccessOf(Clerk);
        var first = await Send(new KeepPhrases(access, new(0, ["甲", "乙"])));

        var second = await Send(new KeepPhrases(access, first with { Texts = ["乙", "甲"] }));
        await Send(new KeepPhrases(access, second with { Texts = [] }));

        (await Send(new MyPhrases(access))).Should().BeEquivalentTo(new OwnPhrases(3, []));
    }

    [Fact]
    public async Task loses_nothing_that_another_window_kept_meanwhile()
    {
        var access = await AccessOf(Clerk);
        await Send(new KeepPhrases(access, new(0, ["甲"])));

        await Refused(new KeepPhrases(access, new(0, ["乙"])), "OwnListMovedOn");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Try(new KeepPhrases(access, new(1, [$"丙{i}"])))));

        outcomes.Count(won => won).Should().Be(1);
        (await Send(new MyPhrases(access))).Version.Should().Be(2);
    }

    [Fact]
    public async Task keeps_to_number_and_length()
    {
        var access = await AccessOf(Clerk);

        await Refused(new KeepPhrases(access, new(0, [.. Enumerable.Repeat("甲", OwnPhrases.Most + 1)])), "PhraseCount");
        await Refused(new KeepPhrases(access, new(0, [new('甲', OwnPhrases.Longest + 1)])), "TextMissing");
        await Refused(new KeepPhrases(access, new(0, ["  "])), "TextMissing");
        await Send(new KeepPhrases(access, new(0, [.. Enumerable.Repeat(new string('甲', OwnPhrases.Longest), OwnPhrases.Most)])));

        await Refused(new KeepFilters(access, new(0, [.. Enumerable.Range(0, SavedFilters.Most + 1).Select(i => Urgent with { Name = $"{i}" })])), "FilterCount");
        await Refused(new KeepFilters(access, new(0, [Urgent with { Name = new('甲', SavedFilters.LongestName + 1) }])), "TextMissing");
        await Refused(new KeepFilters(access, new(0, [Urgent, Urgent with { Name = " 急件" }])), "FilterNameTaken");
        await Refused(new KeepFilters(access, new(0, [Urgent with { Filter = new() { Search = "a\0b" } }])), "TextInvalid");
        await Refused(new KeepFilters(access, new(0, [Read with { Past = (PastSort)9 }])), "EnumValidator");
    }

    private async Task Refused<T>(IRequest<T> command, string code) =>
        (await FluentActions.Awaiting(() => Send(command)).Should().ThrowAsync<ApprovalException>()).Which.Code.Should().Be(code);

    private async Task<bool> Try(KeepPhrases command)
    {
        try
        {
            await Send(command);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
