using ApprovalEngine.AdminUi.Administration;
using ApprovalEngine.Contracts.Clocks;

namespace AdminUi.Tests.Administration;

public sealed class Reading_a_notice
{
    /// <summary>As published for 2026.</summary>
    private const string Notice = """
        国务院办公厅关于2026年部分节假日安排的通知
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
        """;

    [Fact]
    public void finds_the_days_of_the_shipped_calendar()
    {
        var shipped = CalendarInput.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Calendars", "cn-2026.json")), 1999)!;

        var read = CalendarInput.Read(Notice, 1999)!;

        read.Year.Should().Be(2026);
        read.Days.Should().Equal(shipped.Days);
        shipped.Sources.Should().NotBeEmpty();
    }

    [Fact]
    public void keeps_to_its_year_where_a_holiday_reaches_over_new_year() =>
        HolidayNotice.Read("一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。", 2023).Select(day => (day.Date.Year, day.Date.DayOfYear)).Should().Equal((2023, 1), (2023, 2));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow is off")]
    [InlineData("一、元旦：13月45日放假。")]
    [InlineData("一、元旦：3月5日至2日放假。")]
    [InlineData("{\"year\": 2026")]
    [InlineData("{\"year\": 2026, \"days\": []}")]
    public void says_that_there_is_none(string text) => CalendarInput.Read(text, 2026).Should().BeNull();

    [Fact]
    public void sets_the_days_beside_the_plain_week()
    {
        var read = CalendarInput.Read(Notice, 2026)!;
        var days = new YearDays(2026, read.Days);

        days.Kind(new(2026, 1, 1)).Should().Be(DayKind.Holiday);
        days.Kind(new(2026, 1, 4)).Should().Be(DayKind.Shifted);
        days.Kind(new(2026, 1, 10)).Should().Be(DayKind.Weekend);
        days.ChangesFrom(new(2026, [])).Should().HaveCount(read.Days.Count, "each day of the notice is another than the plain week has");
        days.CountWorking().Should().Be(248);
        new YearDays(2024, [new CalendarDay(new(2024, 2, 29), "x", IsOffDay: true)]).Weeks(2).SelectMany(week => week).Count(day => day is not null).Should().Be(29);
    }
}
