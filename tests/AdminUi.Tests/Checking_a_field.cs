using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Forms;

namespace AdminUi.Tests;

public sealed class Checking_a_field
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData("Text", "", "Missing")]
    [InlineData("Text", "王小明·阿卜杜拉", null)]
    [InlineData("Text", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "Long")]
    [InlineData("Integer", "3.5", "Whole")]
    [InlineData("Integer", "３", null)]
    [InlineData("Integer", "99", "Max")]
    [InlineData("Money", "twelve", "Number")]
    [InlineData("Text", "\u202E明小王", "Direction")]
    [InlineData("LongText", "甲\u2069乙", "Direction")]
    [InlineData("Date", "2026-02-30", "Date")]
    [InlineData("Choice", "a", null)]
    [InlineData("Choice", "b", "Choice")]
    [InlineData("Email", "somebody@", "Email")]
    [InlineData("Phone", "028-8612 3456", null)]
    [InlineData("ResidentId", "51010619030808003x", null)]
    [InlineData("ResidentId", "510106190308080038", "ResidentIdCheck")]
    [InlineData("CreditCode", "91510100A1B2C3D48L", null)]
    [InlineData("CreditCode", "91510100A1O2C3D48L", "CreditCodeCharacter")]
    public void says_what_is_wrong(string type, string typed, string? fault) => (FieldRule.FaultIn(Field(type), typed, Today)?.Code).Should().Be(fault);

    [Fact]
    public void names_the_place_of_the_wrong_character() => FieldRule.FaultIn(Field("CreditCode"), "91510100A1O2C3D48L", Today)!.Arguments.Should().Equal(11);

    [Theory]
    [InlineData("Integer", " 12 ", "12")]
    [InlineData("ResidentId", "51010619030808003ｘ", "\"51010619030808003X\"")]
    [InlineData("Text", " 甲 ", "\"甲\"")]
    public void reads_what_is_meant(string type, string typed, string json) =>
        FieldRule.Read(Field(type), typed)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Should().Be(json);

    private static FormField Field(string type) => new("code", type, LocalText.Same("label")) { IsRequired = true, MaxLength = 30, Min = 1, Max = 20, Options = [new("a", LocalText.Same("A"))] };
}
