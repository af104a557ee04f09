using System.Text.Json.Nodes;
using NarFormer.Testing;
using NarFormer.Training.Studies;

namespace NarFormer.Training.Tests.Studies;

public sealed class StudyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("study").FullName;

    [Fact]
    public void A_variation_takes_one_patch_of_each_axis()
    {
        var study = StudyFile.Read(Write("""[[{"name":"a","patch":{"epochs":7}},{"name":"b","patch":{"network":{"hidden":8}}}],[{"name":"x","patch":{"batchSize":2}},{"name":"y","patch":{"clipNorm":null}}]]"""));
        study.Name.ShouldBe("study");
        study.Variations.Select(v => v.Name).ShouldBe(["a x", "a y", "b x", "b y"]);
        study.Variations.Select(v => v.Recipe.Epochs).ShouldBe([7, 7, 3, 3]);
        study.Variations.Select(v => v.Recipe.BatchSize).ShouldBe([2, 4, 2, 4]);
        study.Variations.Select(v => v.Recipe.ClipNorm).ShouldBe([1, 0, 1, 0]);
        study.Variations[2].Recipe.Network.ToJsonString().ShouldBe("""{"hidden":8,"edges":"both"}""");
    }

    [Fact]
    public void Without_axes_the_recipe_itself_is_studied()
    {
        var study = StudyFile.Read(Write("[]"));
        study.Variations.Single().Name.ShouldBe("recipe");
        study.Ensemble.ShouldBe(1);
    }

    [Fact]
    public void Paths_belong_to_the_file_in_which_they_stand()
    {
        string recipes = Directory.CreateDirectory(Path.Combine(_folder, "recipes")).FullName;
        File.WriteAllText(Path.Combine(recipes, "base.json"), "// a comment\n" + Recipe().ToJsonString());
        var study = StudyFile.Read(Write("""[[{"name":"same","patch":{}},{"name":"other","patch":{"dataset":"../b","further":["c"]}}]]""", "recipes/base.json"));
        study.Variations[1].Recipe.Further.ShouldBe([Path.Combine(_folder, "c")]);
        study.Variations.Select(v => v.Recipe.Dataset).ShouldBe([Path.Combine(recipes, "data"), Path.GetFullPath("../b", _folder)]);
    }

    [Fact]
    public void A_variation_may_begin_from_a_recipe_of_its_own()
    {
        var other = Recipe();
        other["network"]!["hidden"] = 99;
        File.WriteAllText(Path.Combine(_folder, "other.json"), other.ToJsonString());
        var study = StudyFile.Read(Write("""[[{"name":"a","patch":{}},{"name":"b","recipe":"other.json","patch":{"epochs":9}}],[{"name":"x","patch":{"batchSize":2}}]]"""));
        study.Variations.Select(v => (int)v.Recipe.Network["hidden"]!).ShouldBe([24, 99]);
        study.Variations.Select(v => v.Recipe.Epochs).ShouldBe([3, 9]);
        study.Variations.ShouldAllBe(v => v.Recipe.BatchSize == 2);
    }

    [Theory]
    [InlineData("""[[{"name":"a","recipe":"none.json","patch":{}}]]""", "variation 'a'", "none.json")]
    [InlineData("""[[{"name":"a","patch":{"epochs":0}}]]""", "variation 'a'", "epochs")]
    [InlineData("""[[{"name":"a","patch":{"epoch":1}}]]""", "variation 'a'", "epoch")]
    [InlineData("""[[{"name":"a","patch":{}},{"name":"a","patch":{}}]]""", "'a'", "twice")]
    [InlineData("""[[{"name":"../a","patch":{}}]]""", "'../a'", "letters")]
    [InlineData("""[[{"name":"a"}]]""", "missing", "patch")]
    [InlineData("""[[]]""", "axes", "empty")]
    [InlineData("null", "axes", "null")]
    [InlineData("""[[{"name":"a","patch":{}},{"name":"c","patch":{"cells":{"space":"s","trainingLabel":"v","testLabel":"t","training":5}}}]]""", "cells", "some")]
    public void A_wrong_axis_is_an_error_that_names_the_file_and_what_is_wrong(string axes, string name, string why)
    {
        string path = Write(axes);
        string message = Should.Throw<InvalidDataException>(() => StudyFile.Read(path)).Message;
        message.ShouldContain(path);
        message.ShouldContain(name);
        message.ShouldContain(why);
    }

    [Theory]
    [InlineData("""{"recipe":"none.json","seeds":[1]}""", "none.json")]
    [InlineData("""{"recipe":3,"seeds":[1]}""", "recipe")]
    [InlineData("""{"recipe":"none.json","seeds":[]}""", "seeds")]
    [InlineData("""{"recipe":"none.json","seeds":[1,1]}""", "seeds")]
    [InlineData("""{"recipe":"none.json"}""", "seeds")]
    [InlineData("""{"recipe":"none.json","seeds":[1],"ensemble":0}""", "ensemble")]
    [InlineData("""{"recipe":"none.json","seeds":[1],"matrix":true}""", "matrix")]
    [InlineData("""{"recipe":"none.json","seeds":[1],"sed":0}""", "sed")]
    [InlineData("""[1]""", "object")]
    [InlineData("""{"recipe":""", "study.json")]
    public void A_wrong_study_is_an_error_that_names_the_file_and_the_key(string text, string key)
    {
        string path = Path.Combine(_folder, "study.json");
        File.WriteAllText(path, text);
        string message = Should.Throw<InvalidDataException>(() => StudyFile.Read(path)).Message;
        message.ShouldContain(path);
        message.ShouldContain(key);
    }

    [Fact]
    public void Every_study_of_the_repository_is_valid()
    {
        string[] files = Directory.GetFiles(Path.Combine(SharedData.Repository(), "configs", "studies"), "*.json");
        files.ShouldNotBeEmpty();
        foreach (string file in files) StudyFile.Read(file).Variations.ShouldNotBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonObject Recipe() => new()
    {
        ["dataset"] = "data",
        ["encoding"] = "paper",
        ["network"] = new JsonObject { ["hidden"] = 24, ["edges"] = "both" },
        ["loss"] = "log-huber",
        ["epochs"] = 3,
        ["batchSize"] = 4,
        ["learningRate"] = 0.001,
        ["clipNorm"] = 1,
    };

    private string Write(string axes, string? recipe = null)
    {
        string path = Path.Combine(_folder, "study.json");
        JsonNode inline = Recipe();
        File.WriteAllText(path, new JsonObject { ["recipe"] = recipe ?? inline, ["seeds"] = new JsonArray(1, 2), ["axes"] = JsonNode.Parse(axes) }.ToJsonString());
        return path;
    }
}
