using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Cases;
using FluentValidation;

namespace ApprovalEngine.Approval.Documents;

/// <summary>What a notice to an applicant must keep to: each paper once, missing or faulty, with words of a line.</summary>
internal sealed class NoticeValidator : AbstractValidator<NoticeRequest>
{
    private const int MostPapers = 200;

    public NoticeValidator()
    {
        RuleFor(notice => notice.Form).IsText(Texts.Long);
        RuleFor(notice => notice.Papers).Must(papers => papers.Count <= MostPapers).WithErrorCode("TooManyMaterials").WithMessage($"A notice names {MostPapers} papers at most.");
        RuleFor(notice => notice.Papers).Must(papers => papers.DistinctBy(paper => paper.Code).Count() == papers.Count)
            .WithErrorCode("MaterialTwice").WithMessage("A material is named twice.");
        RuleForEach(notice => notice.Papers).ChildRules(paper =>
        {
            paper.RuleFor(one => one.Code).IsGiven(Texts.Short);
            paper.RuleFor(one => one.State).Must(state => state is nameof(MaterialState.Missing) or nameof(MaterialState.Faulty)).WithErrorCode("MaterialStateUnknown").WithMessage("A paper of a notice is Missing or Faulty.");
            paper.RuleFor(one => one.Words).IsText(Texts.Short);
        });
    }
}
