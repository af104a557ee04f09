using NarFormer.Encoding.Paper;

namespace NarFormer.Encoding.Tests.Paper;

public sealed class SinusoidalCodeTests
{
    [Fact]
    public void Zero_is_sines_of_0_and_cosines_of_1()
    {
        float[] code = new float[10];
        SinusoidalCode.Write(0, code);
        code.ShouldBe([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
    }

    [Fact]
    public void Three_has_its_sines_and_cosines_interleaved()
    {
        float[] code = new float[10];
        SinusoidalCode.Write(3, code);
        code[0].ShouldBe(0.1411200f, 1e-6f);
        code[1].ShouldBe(-0.9899925f, 1e-6f);
        code[2].ShouldBe((float)Math.Sin(3 * 0.1584893), 1e-6f);
        code[9].ShouldBe((float)Math.Cos(3 * 0.00063095734), 1e-6f);
    }

    [Fact]
    public void Several_numbers_are_grouped_by_frequency()
    {
        float[] code = new float[20];
        SinusoidalCode.WriteGrouped([0, 3], code);
        code[..4].ShouldBe([0, (float)Math.Sin(3), 1, (float)Math.Cos(3)]);
        code[4].ShouldBe(0);
        code[6].ShouldBe(1);
    }
}
