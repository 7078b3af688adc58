using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Bounds every range of a template: Fluid lists all its numbers before the first step.</summary>
internal sealed class LiquidRanges : AstRewriter
{
    protected override Expression VisitRangeExpression(RangeExpression range) =>
        new RangeExpression(new BoundedStart(range.From, range.To), range.To);

    private sealed class BoundedStart(Expression from, Expression to) : Expression
    {
        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
        {
            var start = await from.EvaluateAsync(context).ConfigureAwait(false);
            var end = await to.EvaluateAsync(context).ConfigureAwait(false);
            return end.ToNumberValue() - start.ToNumberValue() < ExpressionLimits.LiquidSteps
                ? start
                : throw new InvalidOperationException($"A range holds at most {ExpressionLimits.LiquidSteps} numbers.");
        }
    }
}
