using NarFormer.Encoding.Universal;
using NarFormer.Graphs;

namespace NarFormer.Encoding.Tests.Universal;

public sealed class OperatorVocabularyTests
{
    [Fact]
    public void Every_operator_of_the_standard_has_a_column() =>
        OperatorVocabulary.Operators.Order(StringComparer.Ordinal).ShouldBe(OperatorCatalog.Standard.Order(StringComparer.Ordinal));

    [Fact]
    public void A_stranger_has_none() => OperatorVocabulary.ColumnOf("NobodyKnowsThis").ShouldBe(-1);
}
