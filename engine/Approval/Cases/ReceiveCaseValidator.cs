using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;

namespace ApprovalEngine.Approval.Cases;

internal sealed class ReceiveCaseValidator : AbstractValidator<ReceiveCase>
{
    private const int MostMaterials = 200;

    public ReceiveCaseValidator()
    {
        RuleFor(command => command.Key).IsKey();
        RuleFor(command => command.Request.Item).IsGiven(64);
        RuleFor(command => command.Request.Channel).IsOneOf(typeof(Channel), "ChannelUnknown");
        RuleFor(command => command.Request.Applicant.Kind).IsOneOf(typeof(ApplicantKind), "ApplicantKindUnknown");
        RuleFor(command => command.Request.Applicant.Name).IsName();
        RuleFor(command => command.Request.Applicant.Phone).IsText(Texts.Short);
        RuleFor(command => command.Request.Applicant.ExceptionReason).IsText(Texts.Long);
        RuleFor(command => command.Request.ProjectNo).IsText(Texts.Short);
        RuleFor(command => command.Request.Form).IsSmallJson();
        RuleFor(command => command.Request.Materials.Count).LessThanOrEqualTo(MostMaterials).WithErrorCode("TooManyMaterials").WithMessage($"An application comes with {MostMaterials} materials at most.");
        RuleForEach(command => command.Request.Materials).ChildRules(material =>
        {
            material.RuleFor(one => one.Code).IsGiven(Texts.Short);
            material.RuleFor(one => one.State).IsOneOf(typeof(MaterialState), "MaterialStateUnknown");
            material.RuleFor(one => one.PromisedOn).NotNull().When(one => one.State == nameof(MaterialState.Deferred))
                .WithErrorCode("PromiseMissing").WithMessage("A deferred material needs the date by which it is promised.");
        });
    }
}
