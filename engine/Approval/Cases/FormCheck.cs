using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Holds an application to its item's form. A value for a field that is not asked for is refused, not dropped: whoever sent it believes that it
/// counts, and what nobody was asked must not be kept of a person. A form is filled in once; what is corrected later are materials.
/// </summary>
internal static class FormCheck
{
    /// <summary>Passes a form that is filled in as its fields ask.</summary>
    /// <param name="fields">The fields of the item's form.</param>
    /// <param name="values">What was filled in.</param>
    /// <param name="today">The centre's local date.</param>
    /// <exception cref="RuleBrokenException">Fields are missing, not asked for, or have values that they do not take; all are named.</exception>
    public static void Require(IReadOnlyList<FormField> fields, JsonObject values, DateOnly today)
    {
        var faults = FormRule.FaultsIn(fields, values, today).Select(one => new Fault(CodeOf(one.Fault), $"'{one.Place}' {one.Fault.Message}.", $"form.{one.Place}")).ToList();
        if (faults.Count > 0)
        {
            throw new RuleBrokenException(faults);
        }
    }

    private static string CodeOf(FieldFault fault) => fault.Code switch { "Missing" => "FieldMissing", "NotAsked" => "FieldNotAsked", _ => "FieldInvalid" };
}
