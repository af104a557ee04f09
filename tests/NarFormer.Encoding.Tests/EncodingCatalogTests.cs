namespace NarFormer.Encoding.Tests;

public sealed class EncodingCatalogTests
{
    [Theory]
    [InlineData("paper", "paper-1")]
    [InlineData("universal", "universal-3")]
    [InlineData("universal-1", "universal-1")]
    [InlineData("universal-2", "universal-2")]
    [InlineData("universal-3", "universal-3")]
    public void Finds_an_encoding_with_and_without_its_version(string name, string found) =>
        EncodingCatalog.Find(name).Name.ShouldBe(found);

    [Theory]
    [InlineData("papyrus")]
    [InlineData("")]
    [InlineData("universal-4")]
    public void An_unknown_name_is_answered_with_those_there_are(string name) =>
        Should.Throw<ArgumentException>(() => EncodingCatalog.Find(name)).Message.ShouldContain("paper-1, universal-1, universal-2, universal-3");
}
