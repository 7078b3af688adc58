using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Adds a post.</summary>
/// <param name="Access">Who adds it.</param>
/// <param name="Post">The post.</param>
public sealed record AddPost(Access Access, PostView Post) : IRequest<PostView>;

internal sealed class AddPostRules : AbstractValidator<AddPost>
{
    public AddPostRules()
    {
        RuleFor(add => add.Post.Code).Matches("^[A-Za-z0-9-]{1,32}$").WithErrorCode("PostCode").WithMessage("A post's code has 1 to 32 letters, digits and dashes.");
        RuleFor(add => add.Post.Name).IsNameInEachLanguage();
    }
}

internal sealed class AddPostHandler(OrganisationWriter writer) : IRequestHandler<AddPost, PostView>
{
    public async Task<PostView> Handle(AddPost request, CancellationToken cancellationToken)
    {
        var (access, post) = request;
        access.RequireAt(Role.Administrator, (await writer.Read(access, cancellationToken)).Root);
        await writer.Write(
            access,
            EventAct.PostAdded,
            post.Code,
            post,
            async context =>
            {
                if (await context.Set<Post>().AnyAsync(row => row.CentreId == access.CentreId && row.Code == post.Code, cancellationToken))
                {
                    throw new RuleBrokenException("PostCodeTaken", $"There is a post '{post.Code}' already.", "code");
                }

                context.Add(new Post { CentreId = access.CentreId, Code = post.Code, Name = post.Name });
            },
            cancellationToken);
        return post;
    }
}
