using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.SigningIn;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Units, posts, people and their rights.</summary>
internal static class OrganisationApi
{
    public static RouteGroupBuilder MapOrganisation(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/organisation").RequireAuthorization(Policies.SignedIn).WithTags("Organisation");
        all.MapGet("/units", ListUnits);
        all.MapGet("/posts", ListPosts);
        all.MapGet("/names", ListNames);

        var administration = api.MapGroup("/organisation").RequireAuthorization(Policies.Administrator).WithTags("Organisation");
        administration.MapPost("/units", AddUnit);
        administration.MapPut("/units/{code}", ChangeUnit);
        administration.MapPost("/units/export", ExportUnits);
        administration.MapPost("/posts", AddPost);
        administration.MapPost("/posts/export", ExportPosts);
        administration.MapPut("/posts/{code}", ChangePost);
        administration.MapGet("/people", ListPeople);
        administration.MapPost("/people/export", ExportPeople);
        administration.MapGet("/people/{userName}", GetPerson);
        administration.MapPost("/people", AddPerson);
        administration.MapPut("/people/{userName}", ChangePerson);
        administration.MapPut("/people/{userName}/password", SetPassword);
        administration.MapDelete("/people/{userName}/second-step", ResetSecondStep);
        administration.MapGet("/people/{userName}/outer-accounts", ListOuterAccounts);
        administration.MapDelete("/people/{userName}/outer-accounts", UnlinkOuterAccounts);
        return api;
    }

    private static async Task<Ok<Page<UnitView>>> ListUnits([AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListUnits(current.Access, page.After, page.Size), cancel));

    private static async Task<Ok<IReadOnlyList<PostView>>> ListPosts(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListPosts(current.Access), cancel));

    private static async Task<Ok<IReadOnlyList<PersonName>>> ListNames(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListNames(current.Access), cancel));

    private static async Task<Created<UnitView>> AddUnit(AddUnitRequest unit, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Created((string?)null, await mediator.Send(new AddUnit(current.Access, unit), cancel));

    private static async Task<Ok<UnitView>> ChangeUnit(string code, ChangeUnitRequest unit, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ChangeUnit(current.Access, code, unit), cancel));

    private static Task<IResult> ExportUnits(ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Units(request, cancel);

    private static Task<IResult> ExportPosts(ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Posts(request, cancel);

    private static async Task<Created<PostView>> AddPost(PostView post, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Created((string?)null, await mediator.Send(new AddPost(current.Access, post), cancel));

    private static async Task<Ok<PostView>> ChangePost(IMediator mediator, CurrentAccess current, string code, ChangePostRequest request, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ChangePost(current.Access, code, request.Name), cancel));

    private static async Task<Ok<Page<PersonView>>> ListPeople(
        string? search, string? unit, bool? isActive, PersonSort? sort, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListPeople(current.Access, page.After, page.Size) { Search = search, Unit = unit, IsActive = isActive, Sort = sort }, cancel));

    private static Task<IResult> ExportPeople(string? search, string? unit, bool? isActive, PersonSort? sort, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.People(search, unit, isActive, sort, request, cancel);

    private static async Task<Ok<PersonView>> GetPerson(string userName, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetPerson(current.Access, userName), cancel));

    private static async Task<Created<PersonView>> AddPerson(AddPersonRequest person, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Created((string?)null, await mediator.Send(new AddPerson(current.Access, person), cancel));

    private static async Task<Ok<PersonView>> ChangePerson(string userName, ChangePersonRequest person, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ChangePerson(current.Access, userName, person), cancel));

    private static async Task<NoContent> SetPassword(string userName, NewPasswordRequest password, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new SetPassword(current.Access, userName, password), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ResetSecondStep(string userName, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new ResetSecondStep(current.Access, userName), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<OuterAccountView>>> ListOuterAccounts(string userName, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListOuterAccounts(current.Access, userName), cancel));

    private static async Task<NoContent> UnlinkOuterAccounts(string userName, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new UnlinkOuterAccounts(current.Access, userName), cancel);
        return TypedResults.NoContent();
    }
}
