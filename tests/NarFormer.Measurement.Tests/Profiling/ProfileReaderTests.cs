using NarFormer.Measurement.Profiling;

namespace NarFormer.Measurement.Tests.Profiling;

public sealed class ProfileReaderTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Each_kernel_has_its_fastest_run()
    {
        File.WriteAllText(_file, """
            [
            {"cat" : "Session","dur" :9,"ts" :1,"ph" : "X","name" :"model_run","args" : {}},
            {"cat" : "Node","dur" :1,"ts" :2,"ph" : "X","name" :"c_fence_before","args" : {"op_name" : "Conv"}},
            {"cat" : "Node","dur" :70,"ts" :2,"ph" : "X","name" :"c_kernel_time","args" : {"op_name" : "FusedConv","node_index" : "4","input_type_shape" : [{"float":[1,3,8,8]},{"float":[4,3,3,3]}],"output_type_shape" : [{"float":[1,4,6,6]}]}},
            {"cat" : "Node","dur" :3,"ts" :3,"ph" : "X","name" :"_kernel_time","args" : {"op_name" : "Relu","node_index" : "5","input_type_shape" : [{"float":[]}],"output_type_shape" : [{"float":[]}]}},
            {"cat" : "Node","dur" :50,"ts" :4,"ph" : "X","name" :"c_kernel_time","args" : {"op_name" : "FusedConv","node_index" : "4","input_type_shape" : [{"float":[1,3,8,8]},{"float":[4,3,3,3]}],"output_type_shape" : [{"float":[1,4,6,6]}]}}
            ]
            """);
        var kernels = ProfileReader.Read(_file);
        kernels.Select(k => (k.Node, k.Operator, k.Microseconds)).ShouldBe([("c", "FusedConv", 50), ("", "Relu", 3)]);
        kernels[0].Inputs.ShouldBe([[1, 3, 8, 8], [4, 3, 3, 3]]);
        kernels[0].Outputs.ShouldBe([[1, 4, 6, 6]]);
        kernels[1].Inputs.ShouldBe([[]]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{}]")]
    [InlineData("""[{"cat":"Node","name":"a_kernel_time","dur":1,"args":{}}]""")]
    public void What_is_no_profile_is_an_error_that_names_it(string text)
    {
        File.WriteAllText(_file, text);
        Should.Throw<InvalidDataException>(() => ProfileReader.Read(_file)).Message.ShouldStartWith($"{_file}: not a profile");
    }

    public void Dispose() => File.Delete(_file);
}
