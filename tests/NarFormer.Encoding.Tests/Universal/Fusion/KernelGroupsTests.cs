using NarFormer.Graphs;

namespace NarFormer.Encoding.Tests.Universal.Fusion;

public sealed class KernelGroupsTests
{
    [Fact]
    public void A_convolution_takes_in_normalisation_and_activation()
    {
        var s = new Sketch(1, 32, 8, 8);
        var conv = s.Add("Conv", [1, 32, 8, 8], [s.Input, Sketch.Stored(32, 32, 3, 3)]);
        var norm = s.Add("BatchNormalization", [1, 32, 8, 8], [conv, Sketch.Stored(32)]);
        s.Add("Relu", [1, 32, 8, 8], [norm]);
        s.With("leads").ShouldBe("Conv");
        s.With("joins").ShouldBe("BatchNormalization Relu");
        s.With("normalization").ShouldBe("Conv BatchNormalization Relu");
        s.With("activation").ShouldBe("Conv BatchNormalization Relu");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void What_the_caller_may_replace_is_not_taken_into_weights(bool weight, bool scale)
    {
        var s = new Sketch(1, 32, 8, 8);
        var conv = s.Add("Conv", [1, 32, 8, 8], [s.Input, Sketch.Stored(32, 32, 3, 3) with { IsOverridable = weight }]);
        s.Add("BatchNormalization", [1, 32, 8, 8], [conv, Sketch.Stored(32) with { IsOverridable = scale }]);
        s.With("normalization").ShouldBe("");
    }

    [Theory]
    [InlineData(false, "MatMul Mul")]
    [InlineData(true, "")]
    public void A_scale_that_the_caller_may_replace_is_not_taken_into_a_product(bool overridable, string scaled)
    {
        var s = new Sketch(1, 8, 8);
        var product = s.Add("MatMul", [1, 8, 8], [s.Input, s.Input]);
        s.Add("Mul", [1, 8, 8], [product, Sketch.Stored(1) with { IsOverridable = overridable }]);
        s.With("scale").ShouldBe(scaled);
    }

    [Fact]
    public void What_two_read_is_not_taken_in()
    {
        var s = new Sketch(1, 32, 8, 8);
        var conv = s.Add("Conv", [1, 32, 8, 8], [s.Input, Sketch.Stored(32, 32, 3, 3)]);
        var relu = s.Add("Relu", [1, 32, 8, 8], [conv]);
        s.Add("Mul", [1, 32, 8, 8], [conv, relu]);
        s.With("leads").ShouldBe("");
    }

    [Fact]
    public void A_residual_sum_and_its_activation_go_into_the_convolution_before()
    {
        var s = new Sketch(1, 32, 8, 8);
        var first = s.Add("Conv.1", [1, 32, 8, 8], [s.Input, Sketch.Stored(32, 32, 3, 3)]);
        var second = s.Add("Conv.2", [1, 32, 8, 8], [first, Sketch.Stored(32, 32, 3, 3)]);
        var sum = s.Add("Add", [1, 32, 8, 8], [second, first]);
        s.Add("Relu", [1, 32, 8, 8], [sum]);
        s.With("residual").ShouldBe("Conv.2 Add Relu");
        s.With("leads").ShouldBe("Conv.2");
        s.With("activation").ShouldBe("Conv.2 Add Relu");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_a_sum_that_nobody_else_reads_goes_into_layer_normalisation(bool residualGoesOn)
    {
        var s = new Sketch(1, 16, 64);
        var left = s.Add("Softmax", [1, 16, 64], [s.Input]);
        var sum = s.Add("Add", [1, 16, 64], [left, s.Input]);
        var norm = s.Add("LayerNormalization", [1, 16, 64], [sum, Sketch.Stored(64), Sketch.Stored(64)]);
        s.Add("Concat", [1, 16, 128], [norm, residualGoesOn ? sum : left]);
        s.With("skipNormalization").ShouldBe(residualGoesOn ? "" : "Add LayerNormalization");
        s.With("leads").ShouldBe(residualGoesOn ? "" : "LayerNormalization");
    }

    [Fact]
    public void Layer_normalisation_is_found_in_parts_with_the_sum_before_it()
    {
        var s = new Sketch(1, 16, 64);
        var left = s.Add("Softmax", [1, 16, 64], [s.Input]);
        var sum = s.Add("Add.0", [1, 16, 64], [left, s.Input]);
        var mean = s.Add("ReduceMean.1", [1, 16, 1], [sum]);
        var deviation = s.Add("Sub", [1, 16, 64], [sum, mean]);
        var square = s.Add("Pow", [1, 16, 64], [deviation, Sketch.Stored(1)]);
        var variance = s.Add("ReduceMean.2", [1, 16, 1], [square]);
        var epsilon = s.Add("Add.1", [1, 16, 1], [variance, Sketch.Stored(1)]);
        var root = s.Add("Sqrt", [1, 16, 1], [epsilon]);
        var quotient = s.Add("Div", [1, 16, 64], [deviation, root]);
        var scaled = s.Add("Mul", [1, 16, 64], [quotient, Sketch.Stored(64)]);
        s.Add("Add.2", [1, 16, 64], [scaled, Sketch.Stored(64)]);
        s.With("layerNormalization").ShouldBe("Add.0 ReduceMean.1 Sub Pow ReduceMean.2 Add.1 Sqrt Div Mul Add.2");
        s.With("leads").ShouldBe("Div");
        s.With("skipNormalization").ShouldContain("Add.0");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gelu_is_found_in_parts(bool halfLast)
    {
        var s = new Sketch(1, 16, 64);
        var x = s.Add("Softmax", [1, 16, 64], [s.Input]);
        var scaled = s.Add("Div", [1, 16, 64], [x, Sketch.Stored()]);
        var erf = s.Add("Erf", [1, 16, 64], [scaled]);
        var plusOne = s.Add("Add", [1, 16, 64], [erf, Sketch.Stored()]);
        var left = halfLast ? x : s.Add("Mul.half", [1, 16, 64], [x, Sketch.Stored()]);
        var product = s.Add("Mul", [1, 16, 64], [left, plusOne]);
        if (halfLast) s.Add("Mul.half", [1, 16, 64], [product, Sketch.Stored()]);
        s.With("gelu").Split(' ').Order().ShouldBe(["Add", "Div", "Erf", "Mul", "Mul.half"]);
        s.With("leads").ShouldBe(halfLast ? "Mul.half" : "Mul");
    }

    [Fact]
    public void Swish_is_a_value_times_its_sigmoid()
    {
        var s = new Sketch(1, 16, 64);
        var x = s.Add("Softmax", [1, 16, 64], [s.Input]);
        var sigmoid = s.Add("Sigmoid", [1, 16, 64], [x]);
        s.Add("Mul", [1, 16, 64], [x, sigmoid]);
        s.With("swish").ShouldBe("Sigmoid Mul");
        s.With("leads").ShouldBe("Mul");
    }

    [Fact]
    public void A_matrix_product_takes_in_a_bias_or_a_scale()
    {
        var s = new Sketch(1, 4, 16, 64);
        var product = s.Add("MatMul.1", [1, 4, 16, 64], [s.Input, Sketch.Stored(64, 64)]);
        var sum = s.Add("Add", [1, 4, 16, 64], [product, Sketch.Stored(64)]);
        var turned = s.Add("Transpose", [1, 4, 64, 16], [sum], ("perm", new AttributeValue.Integers([0, 1, 3, 2])));
        var scores = s.Add("MatMul.2", [1, 4, 16, 16], [s.Input, turned]);
        s.Add("Mul", [1, 4, 16, 16], [scores, Sketch.Stored()]);
        s.With("bias").ShouldBe("MatMul.1 Add");
        s.With("scale").ShouldBe("Transpose MatMul.2 Mul");
        s.With("transposition").ShouldBe("Transpose MatMul.2 Mul");
        s.With("leads").ShouldBe("MatMul.1 MatMul.2");
    }
}
