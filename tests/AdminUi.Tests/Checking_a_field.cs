using ApprovalEngine.AdminUi.Cases;
using ApprovalEngine.AdminUi.Intake;

namespace AdminUi.Tests;

public sealed class Checking_a_field
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData("Text", "", "Fault.Missing")]
    [InlineData("Text", "王小明·阿卜杜拉", null)]
    [InlineData("Integer", "3.5", "Fault.Whole")]
    [InlineData("Integer", "３", null)]
    [InlineData("Integer", "99", "Fault.Max")]
    [InlineData("Money", "twelve", "Fault.Number")]
    [InlineData("Email", "somebody@", "Fault.Email")]
    [InlineData("Phone", "028-8612 3456", null)]
    [InlineData("ResidentId", "51010619030808003x", null)]
    [InlineData("ResidentId", "510106190308080038", "Fault.ResidentIdCheck")]
    [InlineData("CreditCode", "91510100A1B2C3D48L", null)]
    [InlineData("CreditCode", "91510100A1O2C3D48L", "Fault.CreditCodeCharacter")]
    public void says_what_is_wrong(string type, string typed, string? fault) => FieldChecks.FaultIn(Field(type), typed, Today)?.Key.Should().Be(fault);

    [Fact]
    public void names_the_place_of_the_wrong_character() => FieldChecks.FaultIn(Field("CreditCode"), "91510100A1O2C3D48L", Today)!.Value.Arguments.Should().Equal(11);

    [Theory]
    [InlineData("Integer", " 12 ", "12")]
    [InlineData("ResidentId", "51010619030808003ｘ", "\"51010619030808003X\"")]
    [InlineData("Text", " 甲 ", "\"甲\"")]
    public void reads_what_is_meant(string type, string typed, string json) =>
        FieldChecks.Read(Field(type), typed)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Should().Be(json);

    private static FormField Field(string type) => new("code", type, "label", IsRequired: true, MaxLength: null, Min: 1, Max: 20, UnitKind: null, Options: [], Fields: []);
}
