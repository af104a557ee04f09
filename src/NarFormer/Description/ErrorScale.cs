namespace NarFormer.Description;

/// <summary>
/// The error expected of one prediction, and how far errors exceed it (normalised split conformal prediction): with a stated
/// probability the truth lies in <c>[prediction·e⁻ᵐˢ, prediction·eᵐˢ]</c>, m the multiple of that coverage and
/// s the expected <c>|ln(prediction / truth)|</c>.
/// </summary>
/// <param name="Intercept">The logarithm of the expected error without its terms.</param>
/// <param name="Terms">How it depends on signs.</param>
/// <param name="Multiples">By ascending coverage.</param>
public sealed record ErrorScale(double Intercept, IReadOnlyList<ErrorScaleTerm> Terms, IReadOnlyList<ErrorMultiple> Multiples)
{
    /// <summary>The expected <c>|ln(prediction / truth)|</c>.</summary>
    /// <exception cref="ArgumentException">A term's sign is not known of this prediction.</exception>
    public double Of(in ErrorSigns signs)
    {
        double log = Intercept;
        foreach (var term in Terms) log += term.Of(signs);
        return Math.Exp(log);
    }
}
