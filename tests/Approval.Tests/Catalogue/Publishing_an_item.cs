using System.Text.Json;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;

namespace Approval.Tests.Catalogue;

public sealed class Publishing_an_item(PostgresServer server) : CentreTest(server)
{
    private ItemText content = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var shipped = (await Send(new ListItems(Admin, null, null, 1))).Items.Single();
        content = new ItemText(null, ItemKind.Promised, LocalText.Same("Trial"), new ItemLimits(LimitKind.WorkingDays, 20, 5), shipped.Unit, shipped.DefinitionId);
    }

    [Fact]
    public async Task gives_a_new_version_and_leaves_older_ones_to_their_cases()
    {
        await Publish(content);
        var changed = await Publish(content with { Limits = content.Limits with { PromisedDays = 3 } }, on: 1);

        changed.Should().BeEquivalentTo(new { CurrentVersion = 2, Version = 2, State = ItemState.Draft });
        var store = Services.Get<ItemStore>();
        var current = await store.Of(1, "TRIAL-1", TestContext.Current.CancellationToken);
        current.PromisedDays.Should().Be(3);
        (await store.Of(1, current.ItemId, 1, TestContext.Current.CancellationToken)).PromisedDays.Should().Be(5);
    }

    [Fact]
    public async Task leaves_a_history_of_what_each_version_promised()
    {
        await Publish(content);
        Services.Time.Advance(TimeSpan.FromHours(1));
        await Publish(content with { Limits = content.Limits with { PromisedDays = 3 } }, on: 1);

        var versions = await Send(new ListItemVersions(Admin, "TRIAL-1"));

        versions.Select(one => (one.Version, one.PromisedDays, one.LegalDays, one.PublishedBy, one.DefinitionId)).Should().Equal((2, 3, 20, Admin.UserName, content.DefinitionId), (1, 5, 20, Admin.UserName, content.DefinitionId));
        versions[0].PublishedAt.Should().Be(versions[1].PublishedAt + TimeSpan.FromHours(1));
        await FluentActions.Awaiting(() => Send(new ListItemVersions(Admin, "NOWHERE"))).Should().ThrowAsync<NotFoundException>();
    }

    [Fact]
    public async Task puts_it_in_force_only_when_told()
    {
        await Publish(content);

        (await Send(new SetItemState(Admin, "TRIAL-1", ItemState.InForce))).State.Should().Be(ItemState.InForce);

        (await Services.Get<ItemStore>().Of(1, "TRIAL-1", TestContext.Current.CancellationToken)).State.Should().Be(ItemState.InForce);
        (await Send(new ListItems(Admin, ItemState.Draft, null, 200))).Items.Should().NotContain(item => item.Code == "TRIAL-1");
    }

    [Fact]
    public async Task with_a_promise_above_the_legal_limit_is_refused()
    {
        var refusal = await Refusal(content with { Limits = new ItemLimits(LimitKind.WorkingDays, 20, 21), NationalCode = "123" });

        refusal.Faults.Select(fault => (fault.Code, fault.Where)).Should().BeEquivalentTo(
            [("PromiseAboveLegalLimit", "content.limits.promisedDays"), ("NationalCode", "content.nationalCode")]);
    }

    [Fact]
    public async Task with_a_field_that_waits_for_one_behind_it_or_a_material_that_waits_for_none_is_refused()
    {
        var refusal = await Refusal(content with
        {
            Form = JsonElement.Parse("""{"fields":[{"code":"lessor","type":"Text","when":{"field":"isLeased","in":[true]}},{"code":"isLeased","type":"Boolean"}]}"""),
            Materials = JsonElement.Parse("""[{"code":"lease","when":{"field":"leased","in":[true]}}]"""),
        });

        refusal.Faults.Should().BeEquivalentTo(
        [
            new Fault("ConditionFieldLater", "'lessor' depends on 'isLeased', which does not stand before it.", "content.form.lessor"),
            new Fault("ConditionFieldUnknown", "'lease' depends on 'leased', which is no field of the same form or group.", "content.materials.lease"),
        ]);
    }

    [Theory]
    [InlineData("""{"fields":[{"code":"\ud800","type":"Text"}]}""")]
    [InlineData("""{"fields":[{"code":"a","type":"Text","label":"\u0000"}]}""")]
    public async Task with_a_form_that_could_not_be_read_again_is_refused(string form) => (await Refusal(content with { Form = JsonElement.Parse(form) })).Code.Should().Be("JsonInvalid");

    [Fact]
    public async Task of_a_kind_or_into_a_state_that_does_not_exist_is_refused()
    {
        (await Refusal(content with { Kind = (ItemKind)99 })).Code.Should().Be("ItemKind");
        (await Refusal(content with { Limits = content.Limits with { Kind = (LimitKind)99 } })).Code.Should().Be("LimitKind");
        await Publish(content);
        (await FluentActions.Awaiting(() => Send(new SetItemState(Admin, "TRIAL-1", (ItemState)99))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("ItemState");
    }

    [Fact]
    public async Task that_is_instant_promises_the_same_day() =>
        (await Refusal(content with { Kind = ItemKind.Instant })).Code.Should().Be("InstantPromise");

    [Fact]
    public async Task names_a_unit_and_a_published_flow()
    {
        (await Refusal(content with { Unit = "nowhere" })).Where.Should().Be("content.unit");
        (await Refusal(content with { DefinitionId = "nothing" })).Where.Should().Be("content.definitionId");
    }

    [Fact]
    public async Task twice_at_once_gives_one_version_and_tells_the_other()
    {
        await Publish(content);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Try(1)));

        outcomes.Count(won => won).Should().Be(1);
        (await Send(new GetItem(Admin, "TRIAL-1", null))).CurrentVersion.Should().Be(2);
    }

    [Fact]
    public async Task under_a_code_that_differs_only_by_case_is_refused()
    {
        await Publish(content);

        await FluentActions.Awaiting(() => Send(new PublishItem(Admin, "trial-1", new PublishItemRequest(content)))).Should().ThrowAsync<RuleBrokenException>().Where(broken => broken.Code == "ItemCodeTaken");
    }

    [Fact]
    public async Task needs_the_right_at_its_unit() =>
        await FluentActions.Awaiting(() => Send(new PublishItem(Admin with { Grants = [] }, "TRIAL-1", new PublishItemRequest(content)))).Should().ThrowAsync<ForbiddenException>();

    private Task<ItemView> Publish(ItemText text, int? on = null) => Send(new PublishItem(Admin, "TRIAL-1", new PublishItemRequest(text, on)));

    private async Task<bool> Try(int on)
    {
        try
        {
            await Publish(content, on);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private async Task<RuleBrokenException> Refusal(ItemText text) =>
        (await FluentActions.Awaiting(() => Publish(text)).Should().ThrowAsync<RuleBrokenException>()).Which;
}
