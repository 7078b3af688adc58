using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Gives a post another name.</summary>
/// <param name="Access">Who changes it.</param>
/// <param name="Code">The post.</param>
/// <param name="Name">What it shall be called.</param>
public sealed record ChangePost(Access Access, string Code, LocalText Name) : IRequest<PostView>;

internal sealed class ChangePostRules : AbstractValidator<ChangePost>
{
    public ChangePostRules() => RuleFor(change => change.Name).IsNameInEachLanguage();
}

internal sealed class ChangePostHandler(OrganisationWriter writer) : IRequestHandler<ChangePost, PostView>
{
    public async Task<PostView> Handle(ChangePost request, CancellationToken cancellationToken)
    {
        var (access, code, name) = request;
        var organisation = await writer.Read(access, cancellationToken);
        access.RequireAt(Role.Administrator, organisation.Root);
        var before = organisation.Posts.FirstOrDefault(post => post.Code == code) ?? throw new NotFoundException("Post", code);
        await writer.Write(
            access, EventAct.PostChanged, code, new { From = before.Name, To = name },
            context => context.Set<Post>().Where(post => post.CentreId == access.CentreId && post.Code == code).ExecuteUpdateAsync(post => post.SetProperty(row => row.Name, name), cancellationToken),
            cancellationToken);
        return new PostView(code, name);
    }
}
