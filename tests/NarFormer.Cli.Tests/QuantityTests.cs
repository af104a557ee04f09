namespace NarFormer.Cli.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.00 k")]
    [InlineData(9_999, "10.0 k")]
    [InlineData(11_689_512, "11.7 M")]
    [InlineData(999_600_000, "1.00 G")]
    [InlineData(1_814_073_344, "1.81 G")]
    [InlineData(long.MaxValue, "9.22 E")]
    public void Counts_have_three_digits_and_a_decimal_prefix(long count, string text) => Quantity.Count(count).ShouldBe(text);

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1.00 KiB")]
    [InlineData(46_758_048, "44.6 MiB")]
    public void Bytes_have_a_binary_prefix(long bytes, string text) => Quantity.Bytes(bytes).ShouldBe(text);

    [Theory]
    [InlineData(0.0123, "0.012")]
    [InlineData(1.234, "1.23")]
    [InlineData(12.34, "12.3")]
    [InlineData(1234, "1234")]
    public void Other_numbers_have_about_three_digits(double value, string text) => Quantity.Number(value).ShouldBe(text);
}
